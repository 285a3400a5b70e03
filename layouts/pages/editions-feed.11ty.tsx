import { generateAtomFeed } from 'feedsmith'
import { renderToString } from 'preact-render-to-string'
import type { Digest, EditionView } from '../../scripts/site/views.ts'
import { xmlText } from '../../scripts/site/xml.ts'
import { count } from '../components/count.ts'
import { weekDays, weekName } from '../components/week-name.ts'
import { editionsFeed } from '../mail/editions-feed.ts'
import { MailBody } from '../mail/mail-body.tsx'
import { storiesTold } from '../mail/mail-length.ts'

export const data = { permalink: 'editions/feed.xml' }

/** Services that turn feeds into mail look at least weekly. */
const MOST_EDITIONS = 8

/**
 * The newest editions with their mails' bodies, as Atom (RFC 4287). Only such as no later story will join: a service
 * sends an entry once. Days come from the weeks of the stories and never from the clock.
 */
export function render({ digest }: { digest: Digest }): string {
  const { editions, site } = digest
  const { feed, title } = editionsFeed(digest)
  const closed = editions.filter((edition) => edition.closed).slice(0, MOST_EDITIONS)
  return generateAtomFeed({
    id: tagUri(digest, 'editions'),
    title: { value: xmlText(title) },
    subtitle: { value: xmlText(site.tagline) },
    updated: instant(closed[0]?.week.sunday ?? site.authority.date),
    authors: [{ name: xmlText(site.author) }],
    links: [
      { rel: 'self', type: 'application/atom+xml', href: digest.absolute(feed.url) },
      { rel: 'alternate', type: 'text/html', href: digest.absolute(digest.href('editions/')) },
    ],
    entries: closed.map((edition) => entryOf(digest, edition)),
  })
}

function entryOf(digest: Digest, edition: EditionView) {
  const { count: stories, id, url, week } = edition
  const told = storiesTold(digest, edition)
  const body = renderToString(<MailBody digest={digest} edition={edition} told={told} style={{}} />)
  return {
    id: tagUri(digest, `editions/${id}`),
    title: { value: weekName(week) },
    links: [{ rel: 'alternate', type: 'text/html', href: digest.absolute(url) }],
    published: instant(week.sunday),
    updated: instant(week.sunday),
    summary: { value: `${weekDays(week)}: ${count(stories, 'story', 'stories')}` },
    content: { type: 'html', value: xmlText(body) },
  }
}

const tagUri = ({ site }: Digest, name: string): string =>
  `tag:${site.authority.domain},${site.authority.date}:${name}`
const instant = (day: string): Date => new Date(`${day}T00:00:00Z`)
