import type { FeedDocument } from '../../scripts/site/feed/documents.ts'
import { pagesOf } from '../../scripts/site/output/pages-of.ts'
import { editionsFeedDocuments } from '../mail/editions-feed.tsx'

export const data = pagesOf(editionsFeedDocuments, 'file')

export function render({ file }: { file: FeedDocument }): string {
  return file.text
}
