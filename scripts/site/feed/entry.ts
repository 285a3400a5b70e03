import type { IsoDate } from '../../content/date.ts'
import { shortened } from '../../content/shortened.ts'
import { foldSpace } from '../../content/space.ts'
import type { Digest, FeedView, StoryView, TopicRef } from '../views.ts'
import { escapeXml } from '../xml.ts'
import { contentOf, isTold } from './content.ts'
import { tagUri, updatedAt } from './identity.ts'
import { feedText, prints } from './text.ts'

const LONGEST_TITLE = 300
const LONGEST_SUMMARY = 1200
/** HTML that is longer than this, in characters, says more than any summary. */
const LONGEST_SAME = 8 * LONGEST_SUMMARY
const MOST_TOPICS = 20
const MOST_AUTHORS = 10
const LONGEST_NAME = 120

/** A story as feeds carry it, whatever their format. Addresses are absolute, texts have only legal characters. */
export interface FeedEntry {
  id: string
  url: string
  title: string
  /** Absent where there is none, or where the content says no more. */
  summary?: string
  /** HTML; absent where it would say no more than the summary. */
  html?: string
  /** Absent also where it was found after the entry was last updated: nothing is published after that. */
  published?: IsoDate
  /** RFC 3339. */
  updated: string
  lang: string
  authors: string[]
  topics: TopicRef[]
  /** Feed of who wrote the one account that the story is told by, where it is no more than that. */
  source?: FeedView
}

/** A story as an entry of feeds. */
export function entryOf(digest: Digest, story: StoryView): FeedEntry {
  const { site } = digest
  const { lead, basis } = story
  const told = isTold(story)
  const [writer = ''] = basis.originators
  const summary = foldSpace(feedText(shortened(story.summary, LONGEST_SUMMARY)))
  const html = contentOf(digest, story)
  const byline = told ? (lead?.authors.length ? lead.authors : [writer]).filter(Boolean) : []
  return {
    id: tagUri(site, `stories/${story.feedId}`),
    url: digest.absolute(story.url),
    title: feedText(shortened(story.title, LONGEST_TITLE)).trim() || story.id,
    summary: summary && (html.length > LONGEST_SAME || !prints(html, summary)) ? summary : undefined,
    html: html || undefined,
    published: story.date && story.date <= story.updated ? story.date : undefined,
    updated: updatedAt(story),
    lang: told && lead ? lead.lang : site.language,
    authors: (byline.length > 0 ? byline : [site.author])
      .slice(0, MOST_AUTHORS)
      .map((name) => feedText(shortened(name, LONGEST_NAME))),
    topics: story.topics.slice(0, MOST_TOPICS),
    source: told && basis.accounts === 1 && basis.references === 0 ? digest.publisherFeed(writer) : undefined,
  }
}

/** An entry's content as both formats in XML print it, in UTF-8. */
export function contentInXml({ html }: FeedEntry): Buffer | undefined {
  return html === undefined ? undefined : Buffer.from(escapeXml(html))
}

/** A function that works out each story's part once. */
export function remembered<T>(make: (story: StoryView) => T): (story: StoryView) => T {
  const made = new WeakMap<StoryView, T>()
  return (story) => {
    let known = made.get(story)
    if (known === undefined) {
      known = make(story)
      made.set(story, known)
    }
    return known
  }
}
