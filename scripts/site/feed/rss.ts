import type { Digest, FeedHead, FeedPlace } from '../views.ts'
import { escapeXml } from '../xml.ts'
import { contentInXml, type FeedEntry } from './entry.ts'
import { type Written, writtenInXml } from './fit.ts'
import { joined } from './joined.ts'
import { element, escapeHtml, feedText, tag, unmistakable } from './text.ts'

const NEWLINE = Buffer.from('\n')
const END = Buffer.from('</channel>\n</rss>\n')
const around = (name: string) => ({ begins: Buffer.from(`<${name}>`), ends: Buffer.from(`</${name}>`) })
const DESCRIPTION = around('description')
const ENCODED = around('content:encoded')
const ITEM_END = Buffer.from('</item>')
const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
}

/** An item of an RSS 2.0 feed, by the best practices of the RSS Advisory Board. Without a day it has no date at all. */
export function rssItem(digest: Digest, entry: FeedEntry, content = contentInXml(entry)): Written {
  const head = [
    element('title', unmistakable(entry.title)),
    element('link', entry.url),
    `<guid isPermaLink="false">${escapeXml(entry.id)}</guid>`,
    entry.published && element('pubDate', rfc822(`${entry.published}T00:00:00Z`)),
    entry.published && element('atom:updated', entry.updated),
  ]
    .filter(Boolean)
    .join('')
  const { source } = entry
  const domain = escapeXml(digest.absolute(digest.href('topics/')))
  const rest = [
    ...entry.authors.map((name) => element('dc:creator', unmistakable(name))),
    ...entry.topics.map(({ name }) => `<category domain="${domain}">${escapeXml(feedText(name))}</category>`),
    source &&
      `${tag('source', { url: digest.absolute(source.rss.url) }, '')}${escapeXml(unmistakable(feedText(source.title)))}</source>`,
  ].filter(Boolean)
  const summary = entry.summary ? element('description', escapeHtml(entry.summary)) : ''
  const { begins, ends } = summary ? ENCODED : DESCRIPTION
  return writtenInXml(
    `<item>${head}`,
    rest.join(''),
    summary,
    content ? [begins, content, ends] : [],
    ITEM_END,
  )
}

/** An RSS 2.0 feed of written items; `updated` is RFC 3339. */
export function rssFeed(
  digest: Digest,
  feed: FeedHead & FeedPlace,
  updated: string,
  items: Buffer[][],
): Buffer[] {
  const { site } = digest
  const self = digest.absolute(feed.rss.url)
  const lines = [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    tag('rss', { version: '2.0', ...NAMESPACES }, ''),
    '<channel>',
    element('title', unmistakable(feedText(feed.title))),
    element('link', digest.absolute(feed.page)),
    tag('atom:link', { rel: 'self', type: 'application/rss+xml', href: self }),
    element('description', escapeHtml(feedText(feed.subtitle || feed.title))),
    element('language', site.language.toLowerCase()),
    site.rights && element('copyright', unmistakable(feedText(site.rights))),
    element('lastBuildDate', rfc822(updated)),
    element('docs', 'https://www.rssboard.org/rss-specification'),
  ]
  return joined([[Buffer.from(lines.filter(Boolean).join('\n'))], ...items, [END]], NEWLINE)
}

/** `Wed, 30 Aug 2023 00:00:00 GMT`: ECMAScript says how `toUTCString` writes, whatever the locale. */
const rfc822 = (moment: string): string => new Date(moment).toUTCString()
