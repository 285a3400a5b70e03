import type { Article } from './article.ts'
import type { IsoDate } from './date.ts'
import type { Content } from './load.ts'
import { byCodePoint } from './order.ts'
import type { Correction, Story } from './story.ts'

/** What of a published story is news to a subscriber. */
export interface Standing {
  /** Its permanent id in feeds. */
  story: string
  /** The day that its page prints. */
  date?: IsoDate
  /** Independent accounts of it: copies count as the text that they copy. */
  accounts: StandingAccount[]
  corrections: Correction[]
  /** Whether it would have a page without any account: the editor told it. */
  editors: boolean
  /** Permanent ids of published stories that were merged into it; one that it only replaces under another name is none. */
  merged: string[]
  /** Last of the story's day, the days by which each account is known and the days of corrections. */
  latest?: IsoDate
}

/** A text that tells a story. */
export interface StandingAccount {
  /** Id of the article whose text it is, which may be in another story. */
  text: string
  /** Ids of the story's articles that print it. */
  articles: string[]
}

/** Id of a story in feeds: the one that it was first published under. */
export const feedIdOf = ({ id, feedId }: Pick<Story, 'id' | 'feedId'>): string => feedId ?? id

/** Where a chain of merged stories ends; undefined where it names a story that is not there. */
export function finalStory(id: string, byId: Map<string, Story>): Story | undefined {
  let story = byId.get(id)
  for (let steps = 0; story?.mergedInto && steps < byId.size; steps++) story = byId.get(story.mergedInto)
  return story?.mergedInto ? undefined : story
}

/** Whether a story is a draft or was merged into one. */
export function isHeldBack(id: string, byId: Map<string, Story>): boolean {
  let story = byId.get(id)
  for (let steps = 0; story && steps <= byId.size; steps++) {
    if (story.status === 'draft') return true
    story = byId.get(story.mergedInto ?? '')
  }
  return false
}

/** The articles that have a page: what is held back takes the accounts of it along. */
export function publishedArticles({ articles, stories }: Pick<Content, 'articles' | 'stories'>): Article[] {
  const byId = new Map(stories.map((story) => [story.id, story]))
  return articles.filter(({ status, story }) => status === 'published' && !isHeldBack(story ?? '', byId))
}

/** Whether a story has a page: it is not a draft, not merged away, and something or somebody tells it. */
export function isShown(story: Story, hasArticles: boolean): boolean {
  const { body, lead, mergedInto, references, status, title } = story
  if (status !== 'published' || mergedInto) return false
  return hasArticles || body !== '' || references.length > 0 || (title !== undefined && lead === undefined)
}

/** The standing of every story that has a page. `copyOf` names the article whose text one is a copy of. */
export function standings(
  { articles, stories }: Pick<Content, 'articles' | 'stories'>,
  copyOf: (article: string) => string | undefined,
): Standing[] {
  const byId = new Map(stories.map((story) => [story.id, story]))
  const members = new Map<string, Article[]>()
  for (const article of publishedArticles({ articles, stories })) {
    const story = article.story && finalStory(article.story, byId)
    if (story) addTo(members, story.id, article)
  }
  const merged = new Map<string, Story[]>()
  for (const story of stories) {
    const target = story.mergedInto && !isHeldBack(story.id, byId) && finalStory(story.id, byId)
    if (target) addTo(merged, target.id, story)
  }
  return stories
    .filter((story) => isShown(story, members.has(story.id)))
    .map((story) => {
      const own = members.get(story.id) ?? []
      const knownBy = new Map<string, IsoDate | undefined>()
      const prints = new Map<string, string[]>()
      for (const { id, date } of own) {
        const text = copyOf(id) ?? id
        knownBy.set(text, earlier(knownBy.get(text), date))
        addTo(prints, text, id)
      }
      const date = story.date ?? own.map((article) => article.date).reduce(earlier, undefined)
      const days = [date, ...story.corrections.map((correction) => correction.date)]
      return {
        story: feedIdOf(story),
        date,
        accounts: [...prints].map(([text, articles]) => ({ text, articles })),
        corrections: story.corrections,
        editors: isShown(story, false),
        merged: [
          ...new Set((merged.get(story.id) ?? []).map(feedIdOf).filter((id) => id !== feedIdOf(story))),
        ],
        latest: lastOf([...days, ...knownBy.values()]),
      }
    })
}

function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

const earlier = (a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a

const lastOf = (days: (IsoDate | undefined)[]): IsoDate | undefined =>
  days
    .filter((day) => day !== undefined)
    .sort(byCodePoint)
    .at(-1)
