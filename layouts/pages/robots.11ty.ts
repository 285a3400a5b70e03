import type { Digest } from '../../scripts/site/views.ts'

export const data = { permalink: 'robots.txt' }

export function render({ digest }: { digest: Digest }): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${digest.absolute(digest.href('sitemap.xml'))}\n`
}
