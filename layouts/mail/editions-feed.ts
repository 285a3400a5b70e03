import type { Digest, Located } from '../../scripts/site/views.ts'

/** The editions' feed, for the heads of their pages. */
export function editionsFeed(digest: Digest): { title: string; feed: Located } {
  const output = 'editions/feed.xml'
  return {
    title: `${digest.site.title}: weekly editions`,
    feed: { url: digest.href(output), output },
  }
}
