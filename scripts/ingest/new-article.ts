import type { Article, DateFrom } from '../content/article.ts'
import type { IsoDate } from '../content/date.ts'
import type { Content } from '../content/load.ts'
import { accountsOf, type Entry } from './corpus.ts'
import { eventsOf } from './event.ts'
import { type Fit, fitsOf, type Nearest } from './fit.ts'

/** A text that became an article in this run, and the story that it was put into. */
export interface NewArticle {
  id: string
  /** The source text. */
  source: string
  title: string
  titleFrom: Article['titleFrom']
  date?: IsoDate
  dateFrom?: DateFrom
  publisher?: string
  /** Absent where none could be opened: while a story file cannot be read, it may be the one. */
  joined?: Joined
}

/** How a text came to be in its story. */
export interface Joined {
  story: string
  storyTitle: string
  /** The story is named after it. */
  opens: boolean
  /** Headline of the article whose text it is. */
  copyOf?: string
  /** How alike it is to the story's other accounts, and to the nearest of them; absent where it is the only one. */
  fit?: Fit & { nearest?: Nearest }
}

/** The texts that a run has made articles of, by id, with why each is in its story. */
export function newArticlesOf(
  entries: Entry[],
  { stories, unread }: Pick<Content, 'stories' | 'unread'>,
): NewArticle[] {
  const opensStories = !unread.some((file) => file.startsWith('stories/'))
  const articles = entries.filter(({ draft, existing }) => draft && !existing)
  const accounts = accountsOf(entries, ({ membership }) => membership?.story)
  const fits = fitsOf(accounts, eventsOf(stories), new Set(articles.map(({ id }) => id)))
  const titles = new Map(entries.map(({ key, title }) => [key, title]))
  const storyTitles = new Map([
    ...entries.flatMap(({ membership, title }) =>
      membership?.opens ? [[membership.story, title] as const] : [],
    ),
    ...stories.map(({ id, title }) => [id, title ?? id] as const),
  ])
  return articles.map(({ id, draft, title, titleFrom, date, dateFrom, publisher, copyOf, membership }) => ({
    id,
    source: draft?.file ?? '',
    title,
    titleFrom,
    date,
    dateFrom,
    publisher,
    joined:
      membership && (opensStories || !membership.opens)
        ? {
            story: membership.story,
            storyTitle: storyTitles.get(membership.story) ?? membership.story,
            opens: membership.opens,
            copyOf: titles.get(copyOf ?? ''),
            fit: fits.get(id),
          }
        : undefined,
  }))
}
