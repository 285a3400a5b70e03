import type { TopicRef } from '../../scripts/site/views.ts'

/** Topics in a row; `limit` shows the most salient ones only. */
export function TopicLinks({ topics, limit = topics.length }: { topics: TopicRef[]; limit?: number }) {
  if (topics.length === 0) return null
  return (
    <ul class="topic-links">
      {topics.slice(0, limit).map((topic) => (
        <li key={topic.id}>
          <a href={topic.url}>
            <bdi>{topic.name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  )
}
