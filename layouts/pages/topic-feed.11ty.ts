import { atomFeed } from '../../scripts/site/feed.ts'
import type { Digest, TopicView } from '../../scripts/site/views.ts'

export const data = {
  pagination: { data: 'digest.topics', size: 1, alias: 'topic' },
  permalink: ({ topic }: { topic: TopicView }) => topic.feed.output,
}

/** The stories of one topic, newest first. */
export function render({ digest, topic }: { digest: Digest; topic: TopicView }): string {
  return atomFeed(digest, {
    title: `${digest.site.title}: ${topic.name}`,
    subtitle: topic.description,
    name: `topics/${topic.id}`,
    self: topic.feed.url,
    page: topic.url,
    stories: topic.stories,
  })
}
