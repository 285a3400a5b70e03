import { generateAtomFeed } from 'feedsmith'
import { byCodePoint } from '../content/order.ts'
import type { Digest, StoryView } from './views.ts'
import { xmlText } from './xml.ts'

const MOST_ENTRIES = 40

type Entry = NonNullable<Parameters<typeof generateAtomFeed>[0]['entries']>[number]

export interface FeedOf {
  title: string
  subtitle: string
  /** What the feed's id says after the site's authority, such as `feed` or `topics/russia`. */
  name: string
  /** Href of the feed and of the page it follows. */
  self: string
  page: string
  stories: StoryView[]
  /** Most entries that it carries, the newest ones. */
  most?: number
}

/**
 * An Atom feed (RFC 4287) of the newest stories. Ids are tag URIs (RFC 4151) of the story's id, so neither a new
 * headline nor a new address makes a story new; dates come from the content and never from the clock.
 */
export function atomFeed(
  digest: Digest,
  { title, subtitle, name, self, page, stories, most = MOST_ENTRIES }: FeedOf,
): string {
  const { site } = digest
  const newest = stories.slice(0, most)
  const oldest = digest.stories.findLast((story) => story.date)?.date ?? site.authority.date
  const updated =
    newest
      .map((story) => updatedOn(story, oldest))
      .sort(byCodePoint)
      .at(-1) ?? oldest
  return generateAtomFeed({
    id: tagUri(digest, name),
    title: { value: xmlText(title) },
    subtitle: { value: xmlText(subtitle) },
    updated: instant(updated),
    authors: [{ name: xmlText(site.author) }],
    links: [
      { rel: 'self', type: 'application/atom+xml', href: digest.absolute(self) },
      { rel: 'alternate', type: 'text/html', href: digest.absolute(page) },
    ],
    entries: newest.map((story) => entryOf(digest, story, oldest)),
  })
}

/** Entries as they were made for the first feed that carries a story: it stands in those of all its topics. */
const ENTRIES = new WeakMap<StoryView, Entry>()

function entryOf(digest: Digest, story: StoryView, oldest: string): Entry {
  const known = ENTRIES.get(story)
  if (known) return known
  const entry: Entry = {
    id: tagUri(digest, `stories/${story.id}`),
    title: { value: xmlText(story.title) },
    links: [{ rel: 'alternate', type: 'text/html', href: digest.absolute(story.url) }],
    updated: instant(updatedOn(story, oldest)),
    published: story.date ? instant(story.date) : undefined,
    summary: { value: xmlText(story.summary) },
    content: { type: 'html', value: xmlText(contentOf(digest, story)) },
    categories: story.topics.map((topic) => ({
      term: topic.id,
      label: xmlText(topic.name),
      scheme: digest.absolute(digest.href('topics/')),
    })),
  }
  ENTRIES.set(story, entry)
  return entry
}

const tagUri = ({ site }: Digest, name: string): string =>
  `tag:${site.authority.domain},${site.authority.date}:${name}`
const instant = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** The day a story last said something new: its own, or a correction's. An undated one never poses as fresh. */
function updatedOn({ date, corrections }: StoryView, oldest: string): string {
  return (
    [date ?? oldest, ...corrections.map((correction) => correction.date)].sort(byCodePoint).at(-1) ?? oldest
  )
}

/** The editor's note, or the summary where there is none, with addresses that work outside the site. */
function contentOf(digest: Digest, story: StoryView): string {
  const root = digest.href('')
  const note = story.html() || `<p>${escapeHtml(story.summary)}</p>`
  return note.replaceAll(`href="${root}`, `href="${digest.absolute(root)}`)
}

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
