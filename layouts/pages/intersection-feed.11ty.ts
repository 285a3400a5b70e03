import { atomFeed } from '../../scripts/site/feed.ts'
import type { Digest, IntersectionView } from '../../scripts/site/views.ts'
import { namedTopics } from '../components/named-topics.ts'

/** There may be thousands of these feeds, and each moves slowly: what two topics share is a part of either. */
const MOST_ENTRIES = 15

export const data = {
  pagination: { data: 'digest.intersections', size: 1, alias: 'intersection' },
  permalink: ({ intersection }: { intersection: IntersectionView }) => intersection.feed.output,
}

/** The stories that some topics have in common, newest first. */
export function render({ digest, intersection }: { digest: Digest; intersection: IntersectionView }): string {
  const name = namedTopics(intersection.topics)
  return atomFeed(digest, {
    title: `${digest.site.title}: ${name}`,
    subtitle: `Stories on ${name} together`,
    name: `topics/${intersection.id}`,
    self: intersection.feed.url,
    page: intersection.url,
    stories: intersection.stories,
    most: MOST_ENTRIES,
  })
}
