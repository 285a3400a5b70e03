import { type SitemapFile, sitemapOf } from '../../scripts/site/sitemap.ts'
import type { Digest } from '../../scripts/site/views.ts'

export const data = {
  pagination: {
    data: 'digest',
    size: 1,
    alias: 'file',
    before: (_: unknown, { digest }: { digest: Digest }) => sitemapOf(digest),
  },
  permalink: ({ file }: { file: SitemapFile }) => file.output,
}

export function render({ file }: { file: SitemapFile }): string {
  return file.text
}
