import { type FeedDocument, feedDocuments } from '../../../scripts/site/feed/documents.ts'
import type { Digest } from '../../../scripts/site/views.ts'
import { atomFaults } from './rules/atom-rules.ts'
import { jsonFeedFaults } from './rules/json-feed-rules.ts'
import { rssFaults } from './rules/rss-rules.ts'
import { parseXml } from './rules/xml-tree.ts'

const LARGEST = 100_000

/** What is wrong with the feeds of a digest, each with its file. */
export function faultsOf(digest: Digest, documents: FeedDocument[]): string[] {
  return documents.flatMap((document) => {
    const { output, text } = document
    const isArchive = output.includes('feed/archive/')
    const tooLarge = !isArchive && output !== 'feeds.opml' && Buffer.byteLength(text) >= LARGEST
    return [...(tooLarge ? ['larger than 100 kB'] : []), ...faultsOfOne(digest, document)].map(
      (fault) => `${output}: ${fault}`,
    )
  })
}

function faultsOfOne(digest: Digest, { output, text }: FeedDocument): string[] {
  const at = digest.absolute(digest.href(output))
  if (output.endsWith('.opml')) return parseXml(text).name === 'opml' ? [] : ['no OPML']
  if (output.endsWith('.json')) return jsonFeedFaults(text, at)
  return output.endsWith('rss.xml') ? rssFaults(text, at) : atomFaults(text, at)
}

export const textOfFeed = (digest: Digest, output: string): string => {
  for (const document of feedDocuments(digest)) if (document.output === output) return document.text
  throw new Error(`there is no ${output}`)
}
