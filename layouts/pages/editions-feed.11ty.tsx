import { renderToString } from 'preact-render-to-string'
import type { Digest, EditionView } from '../../scripts/site/views.ts'
import { escapeXml } from '../../scripts/site/xml.ts'
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
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(site.language)}">`,
    `<id>${tagUri(digest, 'editions')}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<subtitle>${escapeXml(site.tagline)}</subtitle>`,
    `<updated>${closed[0]?.week.sunday ?? site.authority.date}T00:00:00Z</updated>`,
    `<author><name>${escapeXml(site.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(digest.absolute(feed.url))}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(digest.absolute(digest.href('editions/')))}"/>`,
    ...closed.map((edition) => entryOf(digest, edition)),
    '</feed>',
  ]
  return `${lines.join('\n')}\n`
}

function entryOf(digest: Digest, edition: EditionView): string {
  const { count: stories, id, url, week } = edition
  const told = storiesTold(digest, edition)
  const body = renderToString(<MailBody digest={digest} edition={edition} told={told} style={{}} />)
  const day = `${week.sunday}T00:00:00Z`
  return [
    '<entry>',
    `<id>${tagUri(digest, `editions/${id}`)}</id>`,
    `<title>${weekName(week)}</title>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(digest.absolute(url))}"/>`,
    `<published>${day}</published>`,
    `<updated>${day}</updated>`,
    `<summary>${weekDays(week)}: ${count(stories, 'story', 'stories')}</summary>`,
    `<content type="html">${escapeXml(body)}</content>`,
    '</entry>',
  ].join('\n')
}

const tagUri = ({ site }: Digest, name: string): string =>
  `tag:${escapeXml(site.authority.domain)},${site.authority.date}:${name}`
