import { sureDay } from './sure-day.ts'
import type { ArticleView, StoryView } from './views.ts'

/** A label that says where something comes from, or, as a `doubt`, that it is not certain. */
export interface MarkView {
  text: string
  doubt: boolean
}

/** What a reader should know before opening a story. Only accounts are ever invented, so the mark names them. */
export function storyMarks(
  story: Pick<StoryView, 'corrections' | 'date' | 'dateFrom' | 'sample'>,
): MarkView[] {
  return [
    ...dateMarks(story),
    ...(story.sample ? [{ text: 'Sample accounts', doubt: false }] : []),
    ...(story.corrections.length > 0 ? [{ text: 'Corrected', doubt: true }] : []),
  ]
}

/** The same before opening an article; that it is a sample is said beside its publisher. */
export function articleMarks(article: Pick<ArticleView, 'copyOf' | 'date' | 'dateFrom'>): MarkView[] {
  return [
    ...dateMarks(article),
    ...(article.copyOf ? [{ text: copyText(article.copyOf), doubt: false }] : []),
  ]
}

/** That a day is in doubt. */
export function dateMarks(dated: Pick<ArticleView, 'date' | 'dateFrom'>): MarkView[] {
  return dated.date && !sureDay(dated) ? [{ text: 'Date in doubt', doubt: true }] : []
}

function copyText(original: ArticleView): string {
  const source = original.publisher?.name ?? original.agency
  return source ? `Copy of ${source}` : 'Copy'
}
