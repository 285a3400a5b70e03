import { renderToString } from 'preact-render-to-string'
import { atomEntry, atomFeed } from '../../scripts/site/feed/atom.ts'
import { editionsFeed } from '../../scripts/site/feed/editions-feed.ts'
import type { FeedEntry } from '../../scripts/site/feed/entry.ts'
import { newestThatFit } from '../../scripts/site/feed/fit.ts'
import { tagUri } from '../../scripts/site/feed/identity.ts'
import { feedText } from '../../scripts/site/feed/text.ts'
import type { Digest, EditionView } from '../../scripts/site/views.ts'
import { count } from '../components/count.ts'
import { weekDays, weekName } from '../components/week-name.ts'
import { MailBody } from '../mail/mail-body.tsx'
import { storiesTold } from '../mail/mail-length.ts'

export const data = { permalink: 'editions/feed.xml' }

/** Services that turn feeds into mail look at least weekly. */
const MOST_EDITIONS = 8

/**
 * The newest editions with their mails' bodies, as Atom (RFC 4287), as many as fit. Only such as no later story will
 * join: a service sends an entry once. Days come from the weeks of the stories and never from the clock.
 */
export function render({ digest }: { digest: Digest }): string {
  const feed = editionsFeed(digest)
  const closed = digest.editions.filter((edition) => edition.closed)
  const updated = momentOf(closed[0]?.week.sunday ?? digest.site.authority.date)
  const write = (edition: EditionView) => atomEntry(digest, entryOf(digest, edition))
  return atomFeed(digest, feed, { self: feed.url, updated }, newestThatFit(closed, write, 1, MOST_EDITIONS))
}

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
