import type { TopicView } from '../../scripts/site/views.ts'
import { Day } from './day.tsx'
import { Statement } from './statement.tsx'

/** What a person or body is reported to have said, each with its story and source. */
export function Sayings({ topic }: { topic: TopicView }) {
  const sayings = topic.sayings
  if (sayings.length === 0) return null
  return (
    <section aria-labelledby="said">
      <h2 id="said">Reported to have said</h2>
      <p class="hint">Told by rule from attributing verbs; newest first.</p>
      <ul class="speakers">
        {sayings.map(({ story, statement }) => (
          <li key={`${story.id} ${statement.cited[0]?.sentence}`}>
            <p class="speaker">
              <Day date={story.date} />
              <span>
                <a href={story.url}>{story.title}</a>
              </span>
            </p>
            <Statement statement={statement} />
          </li>
        ))}
      </ul>
    </section>
  )
}
