import { namedTopics } from '../../scripts/site/named-topics.ts'
import type { TopicView } from '../../scripts/site/views.ts'
import { count, grouped } from './count.ts'
import { TopicLine } from './topic-line.tsx'

/** Topics that a topic is seen with more than by chance, and every page of what it shares with others. */
export function Company({ topic }: { topic: TopicView }) {
  const { company, intersections } = topic
  if (company.length === 0 && intersections.length === 0) return null
  return (
    <section class="company" aria-labelledby="company">
      <h2 id="company">{company.length > 0 ? 'Keeps company with' : 'Shared stories'}</h2>
      {company.length > 0 && <p class="hint">More often than chance would have it</p>}
      {company.length > 0 && (
        <ul class="plain">
          {company.map(({ topic: other, together, of, page }) => {
            const share = `together in ${grouped(together)} of ${count(of, 'story', 'stories')}`
            return (
              <li key={other.id}>
                <a href={other.url}>{other.name}</a>{' '}
                <span class="number">{page ? <a href={page.url}>{share}</a> : share}</span>
              </li>
            )
          })}
        </ul>
      )}
      {intersections.length > 0 && (
        <details class="crossings">
          <summary>{count(intersections.length, 'page')} of shared stories</summary>
          <ul class="lines">
            {intersections.map(({ id, url, topics, stories }) => (
              <TopicLine
                key={id}
                url={url}
                name={namedTopics(topics.filter((other) => other.id !== topic.id))}
                stories={stories.length}
                unseen={`${topic.name} and `}
              />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
