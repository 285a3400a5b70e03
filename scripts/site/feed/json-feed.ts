import type { Digest, FeedView } from '../views.ts'
import type { FeedEntry } from './entry.ts'
import { type Written, written } from './fit.ts'
import { joined } from './joined.ts'
import { feedText } from './text.ts'

const COMMA = Buffer.from(',\n')
const END = Buffer.from('\n]}\n')

/** An item of a JSON Feed (version 1.1). */
export function jsonItem(digest: Digest, entry: FeedEntry): Written {
  const head = {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    date_published: entry.published && `${entry.published}T00:00:00Z`,
    date_modified: entry.published && entry.updated,
  }
  const authors = entry.authors.map((name) => ({ name }))
  const tags = entry.topics.map(({ name }) => feedText(name))
  const language = entry.lang === digest.site.language ? undefined : entry.lang
  const body = entry.html
    ? { content_html: entry.html, summary: entry.summary }
    : { content_text: entry.summary ?? entry.title }
  const whole = JSON.stringify({ ...head, ...body, authors, tags, language })
  return written(
    whole,
    () => JSON.stringify({ ...head, content_text: entry.summary ?? entry.title }),
    () => JSON.stringify({ ...head, content_text: entry.title }),
  )
}

/** A JSON Feed of written items. */
export function jsonFeed(digest: Digest, feed: FeedView, self: string, items: Buffer[][]): Buffer[] {
  const { site } = digest
  const head = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feedText(feed.title),
    home_page_url: digest.absolute(feed.page),
    feed_url: digest.absolute(self),
    description: feedText(feed.subtitle),
    authors: [{ name: feedText(site.author), url: digest.absolute(digest.href('')) }],
    language: site.language,
  })
  return [Buffer.from(`${head.slice(0, -1)},"items":[\n`), ...joined(items, COMMA), END]
}
