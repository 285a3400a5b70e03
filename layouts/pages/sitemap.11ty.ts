import type { Digest } from '../../scripts/site/views.ts'
import { escapeXml } from '../../scripts/site/xml.ts'

export const data = { permalink: 'sitemap.xml' }

/** Every page that is the digest's own; article pages are not, they point to their originals. */
export function render({ digest }: { digest: Digest }): string {
  const pages = [
    ...['', 'timeline/', 'topics/', 'archive/', 'publishers/', 'about/', 'feeds/'].map((path) => ({
      url: digest.href(path),
      date: undefined,
    })),
    ...digest.stories,
    ...[...digest.topicPages, ...digest.intersectionPages, ...digest.ledgers].map(({ url }) => ({
      url,
      date: undefined,
    })),
    ...[...digest.years, ...digest.months].map(({ url }) => ({ url, date: undefined })),
  ]
  const urls = pages.map(
    ({ url, date }) =>
      `<url><loc>${escapeXml(digest.absolute(url))}</loc>${date ? `<lastmod>${date}</lastmod>` : ''}</url>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
}
