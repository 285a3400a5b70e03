import { pagesOf } from '../../scripts/site/output/pages-of.ts'
import { type SitemapFile, sitemapOf } from '../../scripts/site/sitemap.ts'

export const data = pagesOf(sitemapOf, 'file')

export function render({ file }: { file: SitemapFile }): string {
  return file.text
}
