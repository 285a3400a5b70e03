import { renderToString } from 'preact-render-to-string'
import { atomEntry, atomFeed } from '../../scripts/site/feed/atom.ts'
import type { FeedDocument } from '../../scripts/site/feed/documents.ts'
import { editionsFeed } from '../../scripts/site/feed/editions-feed.ts'
import type { FeedEntry } from '../../scripts/site/feed/entry.ts'
import { newestThatFit, type Written } from '../../scripts/site/feed/fit.ts'
import { tagUri } from '../../scripts/site/feed/identity.ts'
import { rssFeed, rssItem } from '../../scripts/site/feed/rss.ts'
import { feedText } from '../../scripts/site/feed/text.ts'
import type { Digest, EditionView } from '../../scripts/site/views.ts'
import { count } from '../components/count.ts'
import { weekDays, weekName } from '../components/week-name.ts'
import { MailBody } from './mail-body.tsx'
import { storiesTold } from './mail-length.ts'

/** Services that turn feeds into mail look at least weekly. */
const MOST_EDITIONS = 8

/**
 * The newest editions with their mails' bodies, as many as fit, in both formats: services that turn feeds into mail know
 * one or the other. Only such as no later story will join: a service sends an entry once. Days come from the weeks of the
 * stories and never from the clock.
 */
export function editionsFeedDocuments(digest: Digest): FeedDocument[] {
  const feed = editionsFeed(digest)
  const closed = digest.editions.filter((edition) => edition.closed)
  const entries = closed.slice(0, MOST_EDITIONS).map((edition) => entryOf(digest, edition))
  const updated = momentOf(closed[0]?.week.sunday ?? digest.site.authority.date)
  const fitting = (write: (digest: Digest, entry: FeedEntry) => Written) =>
    newestThatFit(entries, (entry) => write(digest, entry), 1, MOST_EDITIONS)
  return [
    {
      output: feed.output,
      text: textOf(atomFeed(digest, feed, { self: feed.url, updated }, fitting(atomEntry))),
    },
    { output: feed.rss.output, text: textOf(rssFeed(digest, feed, updated, fitting(rssItem))) },
  ]
}

const textOf = (parts: Buffer[]): string => Buffer.concat(parts).toString()

function entryOf(digest: Digest, edition: EditionView): FeedEntry {
  const { site } = digest
  const { count: stories, id, url, week } = edition
  const told = storiesTold(digest, edition)
  const body = renderToString(<MailBody digest={digest} edition={edition} told={told} style={{}} />)
  return {
    id: tagUri(site, `editions/${id}`),
    url: digest.absolute(url),
    title: weekName(week),
    summary: `${weekDays(week)}: ${count(stories, 'story', 'stories')}`,
    html: feedText(body),
    published: week.sunday,
    updated: momentOf(week.sunday),
    lang: site.language,
    authors: [feedText(site.author)],
    topics: [],
  }
}

const momentOf = (day: string): string => `${day}T00:00:00Z`
