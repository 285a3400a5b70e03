import type { FeedDocument } from '../../scripts/site/feed/documents.ts'
import type { Digest } from '../../scripts/site/views.ts'
import { editionsFeedDocuments } from '../mail/editions-feed.tsx'

export const data = {
  pagination: {
    data: 'digest',
    size: 1,
    alias: 'file',
    before: (_: unknown, { digest }: { digest: Digest }) => editionsFeedDocuments(digest),
  },
  permalink: ({ file }: { file: FeedDocument }) => file.output,
}

export function render({ file }: { file: FeedDocument }): string {
  return file.text
}
