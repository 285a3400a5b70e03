import type { Digest, StoryView } from '../views.ts'
import type { StoryList } from './contract.ts'
import { SCHEMA_PATH } from './schema.ts'
import { storyRecord } from './story-record.ts'

/** Stories on a page that is full. */
const PER_PAGE = 100

/** A page of the stories for programs. */
export interface StoryListFile {
  output: string
  stories: StoryView[]
  total: number
  /** Output of the page with newer stories, and of that with older ones. */
  prev?: string
  next?: string
}

/**
 * All stories dealt to pages. `api/stories.json` has the newest, up to 199 of them; the others stand in full pages of 100
 * that are numbered from the oldest, `api/stories/1.json` being the last, so that a new story changes no full page
 * until there are 100 more of them. (One that is dated back moves those after it.)
 */
export function storyLists({ stories }: Pick<Digest, 'stories'>, perPage = PER_PAGE): StoryListFile[] {
  const full = Math.max(0, Math.floor(stories.length / perPage) - 1)
  const newest = stories.length - full * perPage
  const name = (number: number) => (number > full ? 'api/stories.json' : `api/stories/${number}.json`)
  return Array.from({ length: full + 1 }, (_, at) => {
    const number = full + 1 - at
    const from = at === 0 ? 0 : newest + (at - 1) * perPage
    return {
      output: name(number),
      total: stories.length,
      stories: stories.slice(from, at === 0 ? newest : from + perPage),
      prev: at === 0 ? undefined : name(number + 1),
      next: number === 1 ? undefined : name(number - 1),
    }
  })
}

/** What a page says. */
export function storyList(digest: Digest, { stories, total, prev, next }: StoryListFile): StoryList {
  const { authority, language, title } = digest.site
  const address = (path: string) => digest.absolute(digest.href(path))
  return {
    $schema: address(SCHEMA_PATH),
    title,
    home: address(''),
    language,
    authority: `tag:${authority.domain},${authority.date}:`,
    total,
    prev: prev ? address(prev) : null,
    next: next ? address(next) : null,
    stories: stories.map((story) => storyRecord(digest, story)),
  }
}
