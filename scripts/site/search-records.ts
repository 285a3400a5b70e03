import { articleMarks, type MarkView, storyMarks } from './marks.ts'
import type { ArticleView, Digest, Located, StoryView, TopicRef } from './views.ts'

/** What the reader can narrow a search by; the search page has a choice for each. */
type Filter = 'kind' | 'topic' | 'year' | 'publisher'

/** The year of what has no date. */
export const NO_YEAR = 'unknown'

/** One page as the search sees it. */
export interface SearchRecord {
  /** Path below the site's root, so that the index is the same under every prefix. */
  path: string
  /** What is searched beside the title: no more than the page prints. */
  text: string
  /** What a result shows. */
  shown: { title: string; date?: string; publisher?: string }
  /** `mark` and `doubt` are not chosen by but shown: what a result is labelled with is no word to be found. */
  filters: Record<Filter | 'mark' | 'doubt', string[]>
}

/** Every story and article, in the order in which the digest has them. */
export function searchRecords({ stories, articles }: Digest): SearchRecord[] {
  return [...stories.map(storyRecord), ...articles.map(articleRecord)]
}

function storyRecord(story: StoryView): SearchRecord {
  const { accounts, corrections, date, summary, title, topics } = story
  const note = story.paragraphs()
  const members = accounts.flatMap(({ original, copies }) => [original, ...copies])
  return {
    path: pathOf(story),
    text: [...(note.length > 0 ? note : [summary]), ...corrections.map(({ text }) => text)].join('\n'),
    shown: { title, date },
    filters: {
      ...filtersOf('story', date, topics, members),
      ...labels(storyMarks(story)),
    },
  }
}

function articleRecord(article: ArticleView): SearchRecord {
  const { date, publisher, sample, title, topics } = article
  return {
    path: pathOf(article),
    text: printed(article),
    shown: { title, date, publisher: publisher?.name },
    filters: {
      ...filtersOf('article', date, topics, [article]),
      ...labels([...articleMarks(article), ...(sample ? [{ text: 'Sample', doubt: false }] : [])]),
    },
  }
}

/** As much of an article as its rights let its page print. */
function printed({ paragraphs, republish, summary }: ArticleView): string {
  if (republish === 'full') return paragraphs().join('\n')
  return republish === 'excerpt' ? summary : ''
}

function filtersOf(
  kind: 'story' | 'article',
  date: string | undefined,
  topics: TopicRef[],
  articles: ArticleView[],
): Record<Filter, string[]> {
  const publishers = articles.flatMap(({ publisher }) => (publisher ? [publisher.name] : []))
  return {
    kind: [kind],
    topic: topics.map(({ id }) => id),
    year: [date?.slice(0, 4) ?? NO_YEAR],
    publisher: [...new Set(publishers)],
  }
}

function labels(marks: MarkView[]): Record<'mark' | 'doubt', string[]> {
  const of = (doubtful: boolean) => marks.flatMap(({ text, doubt }) => (doubt === doubtful ? [text] : []))
  return { mark: of(false), doubt: of(true) }
}

const pathOf = ({ output }: Located): string => output.replace(/index\.html$/, '')
