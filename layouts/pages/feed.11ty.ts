import { atomFeed } from '../../scripts/site/feed.ts'
import type { Digest } from '../../scripts/site/views.ts'

export const data = { permalink: 'feed.xml' }

/** Every story, newest first. */
export function render({ digest }: { digest: Digest }): string {
  const { site, stories, href } = digest
  return atomFeed(digest, {
    title: site.title,
    subtitle: site.tagline,
    name: 'feed',
    self: href('feed.xml'),
    page: href(''),
    stories,
  })
}
