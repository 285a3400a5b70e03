import type { Digest, FeedHead, FeedView, StoryView } from '../views.ts'
import { archivesOf } from './archive.ts'
import { atomEntry, atomFeed, changedAt } from './atom.ts'
import { contentInXml, entryOf, remembered } from './entry.ts'
import { newestThatFit } from './fit.ts'
import { jsonFeed, jsonItem } from './json-feed.ts'
import { opml } from './opml.ts'
import { rssFeed, rssItem } from './rss.ts'

/** Entries that the main feed has at most, if they fit. */
const MOST_OF_ALL = 100
const MOST = 40
/** There may be thousands of these feeds, and each moves slowly: what two topics share is a part of either. */
const MOST_OF_INTERSECTION = 10

/** A file of the site that is no page. */
export interface FeedDocument {
  /** Its path below the site's folder. */
  output: string
  text: string
}

/** The same as it is to be written. */
interface FeedFile {
  output: string
  /** What it shows, of documents that seldom change: they are made only when they are asked for. */
  shows?: FeedHead & { output: string; own: StoryView[] }
  /** Its bytes, one part behind the other. */
  parts(): Buffer[]
}

/** A feed, and what makes all of its files. */
interface FeedFiles {
  feed: FeedView
  files(): Iterable<FeedFile>
}

/** Every feed in every format, archives and the list of them, one after the other so that no more than one has to be held. */
export function* feedDocuments(digest: Digest): Generator<FeedDocument> {
  for (const { files } of feedFiles(digest))
    for (const { output, parts } of files()) yield { output, text: Buffer.concat(parts()).toString() }
  yield { output: 'feeds.opml', text: opml(digest) }
}

/** The feeds one by one: the files of each are made when they are asked for, and its entries once for all feeds. */
export function* feedFiles(digest: Digest): Generator<FeedFiles> {
  const inXml = remembered((story) => {
    const entry = entryOf(digest, story)
    const content = contentInXml(entry)
    return { atom: atomEntry(digest, entry, content), rss: rssItem(digest, entry, content) }
  })
  const forms: Forms = {
    atom: (story) => inXml(story).atom,
    rss: (story) => inXml(story).rss,
    // Of the one feed that is in JSON as well.
    json: (story) => jsonItem(digest, entryOf(digest, story)),
  }
  for (const feed of digest.feeds) yield { feed, files: () => filesOf(digest, feed, forms) }
}

interface Forms {
  atom: (story: StoryView) => ReturnType<typeof atomEntry>
  rss: (story: StoryView) => ReturnType<typeof rssItem>
  json: (story: StoryView) => ReturnType<typeof jsonItem>
}

/** The files of a feed, which has archives as soon as it does not hold all of its stories. */
function* filesOf(digest: Digest, feed: FeedView, { atom, rss, json }: Forms): Generator<FeedFile> {
  const { archives: folder, json: inJson, stories } = feed
  const most = mostOf(feed)
  const updated = changedAt(digest, stories)
  const { archives, waiting } = folder ? archivesOf(stories, feed.of === 'all') : { archives: [], waiting: 0 }
  const newest = newestThatFit(stories, atom, waiting, most)
  const pathOf = (number: number) => `${folder}${number}.xml`
  const kept = newest.length < stories.length ? archives : []
  const hrefOf = (number: number) =>
    number >= 1 && number <= kept.length ? digest.href(pathOf(number)) : undefined
  yield {
    output: feed.output,
    parts: () => atomFeed(digest, feed, { self: feed.url, updated, previous: hrefOf(kept.length) }, newest),
  }
  for (const [at, own] of kept.entries()) {
    const number = at + 1
    const output = pathOf(number)
    const document = {
      self: digest.href(output),
      updated: changedAt(digest, own),
      previous: hrefOf(number - 1),
      next: hrefOf(number + 1),
      current: feed.url,
    }
    yield {
      output,
      shows: { output, ...document, ...headOf(feed), own },
      parts: () =>
        atomFeed(
          digest,
          feed,
          document,
          own.map((story) => atom(story).whole),
        ),
    }
  }
  yield {
    output: feed.rss.output,
    parts: () => rssFeed(digest, feed, updated, newestThatFit(stories, rss, waiting, most)),
  }
  if (inJson)
    yield {
      output: inJson.output,
      parts: () => jsonFeed(digest, feed, inJson.url, newestThatFit(stories, json, waiting, most)),
    }
}

/** What each document of a feed says of the feed. */
const headOf = ({ name, label, title, subtitle, page }: FeedView): FeedHead => ({
  name,
  label,
  title,
  subtitle,
  page,
})

function mostOf({ of }: FeedView): number {
  if (of === 'all') return MOST_OF_ALL
  return of === 'intersection' ? MOST_OF_INTERSECTION : MOST
}
