import type { IsoDate } from '../content/date.ts'
import { changedOn } from './story-days.ts'
import type { Digest } from './views.ts'
import { escapeXml } from './xml.ts'

/** Most addresses and most bytes that a sitemap may have (sitemaps.org, protocol 0.9). */
const LIMITS = { addresses: 50_000, bytes: 50 * 1024 * 1024 }

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const OPEN = `${DECLARATION}<urlset ${NAMESPACE}>\n`
const CLOSE = '</urlset>\n'

/** Pages of which there is one. */
const SINGLE = [
  '',
  'timeline/',
  'topics/',
  'archive/',
  'publishers/',
  'about/',
  'feeds/',
  'search/',
  'editions/',
]

interface Entry {
  url: string
  /** The day on which the page last said something new, where that is known. */
  changed?: IsoDate
}

/** A file of the sitemap. */
export interface SitemapFile {
  output: string
  text: string
}

/**
 * The sitemap: one file, or an index of several where one would be too large. It has every page that is the digest's
 * own and may be found by search; article pages point to their originals and are not in it.
 */
export function sitemapOf(digest: Digest, limits = LIMITS): SitemapFile[] {
  const lines = entriesOf(digest).map(
    ({ url, changed }) =>
      `<url><loc>${escapeXml(digest.absolute(url))}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>\n`,
  )
  const parts = dealt(lines, limits).map((part) => OPEN + part.join('') + CLOSE)
  if (parts.length <= 1) return [{ output: 'sitemap.xml', text: parts[0] ?? OPEN + CLOSE }]
  const files = parts.map((text, at) => ({ output: `sitemap-${at + 1}.xml`, text }))
  const index = files.map(
    ({ output }) => `<sitemap><loc>${escapeXml(digest.absolute(digest.href(output)))}</loc></sitemap>\n`,
  )
  const text = `${DECLARATION}<sitemapindex ${NAMESPACE}>\n${index.join('')}</sitemapindex>\n`
  return [{ output: 'sitemap.xml', text }, ...files]
}

function entriesOf(digest: Digest): Entry[] {
  return [
    ...SINGLE.map((path) => ({ url: digest.href(path) })),
    ...digest.stories.map((story) => ({ url: story.url, changed: changedOn(story) })),
    ...[
      ...digest.topicPages,
      ...digest.intersectionPages,
      ...digest.ledgers,
      ...digest.years,
      ...digest.months,
      ...digest.editions,
    ].map(({ url }) => ({ url })),
  ]
}

/** Lines in as few parts as the limits allow, in their order. */
function dealt(lines: string[], { addresses, bytes }: typeof LIMITS): string[][] {
  const parts: string[][] = []
  let part: string[] = []
  let size = 0
  for (const line of lines) {
    const more = Buffer.byteLength(line)
    if (part.length === 0 || part.length === addresses || size + more > bytes) {
      part = []
      parts.push(part)
      size = Buffer.byteLength(OPEN + CLOSE)
    }
    part.push(line)
    size += more
  }
  return parts
}
