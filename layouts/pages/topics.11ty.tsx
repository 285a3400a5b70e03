import { namedTopics } from '../../scripts/site/named-topics.ts'
import type { Digest, TopicRef, TopicView } from '../../scripts/site/views.ts'
import { count } from '../components/count.ts'
import { OnThisPage } from '../components/on-this-page.tsx'
import { Page } from '../components/page.tsx'
import { KIND_NAMES } from '../components/topic-kind.ts'
import { TopicLine } from '../components/topic-line.tsx'
import { TopicMatrix } from '../components/topic-matrix.tsx'

export const data = { permalink: 'topics/index.html' }

/** Every topic twice: under its kind, the most told first, and from A to Z. */
export function render({ digest }: { digest: Digest }) {
  const { topics } = digest
  const kinds = (Object.keys(KIND_NAMES) as TopicRef['kind'][]).filter((kind) =>
    topics.some((topic) => topic.kind === kind),
  )
  return (
    <Page
      digest={digest}
      title="Topics"
      description={`The ${count(topics.length, 'topic')} that link the stories of ${digest.site.title}.`}
      url={digest.href('topics/')}
    >
      <header class="page-head">
        <h1>Topics</h1>
        <p class="hint">{count(topics.length, 'topic')}, each with the number of its stories.</p>
        <Together digest={digest} />
        {topics.length > 0 && (
          <OnThisPage
            places={[
              ...kinds.map((kind) => ({ id: kind, name: KIND_NAMES[kind].many })),
              { id: 'a-z', name: 'A–Z' },
            ]}
          />
        )}
      </header>
      {topics.length === 0 && <p class="empty">No topic has been registered yet.</p>}
      <TopicMatrix digest={digest} />
      {kinds.map((kind) => (
        <section key={kind} class="band" aria-labelledby={kind}>
          <h2 id={kind}>{KIND_NAMES[kind].many}</h2>
          <TopicIndex topics={mostToldFirst(topics.filter((topic) => topic.kind === kind))} />
        </section>
      ))}
      {topics.length > 0 && (
        <section class="band" aria-labelledby="a-z">
          <h2 id="a-z">A–Z</h2>
          <div class="letters">
            {byLetter(topics).map(([letter, entries]) => (
              <section key={letter}>
                <h3>{letter}</h3>
                <TopicIndex topics={entries} />
              </section>
            ))}
          </div>
        </section>
      )}
    </Page>
  )
}

/** What the site says its topics meet in. */
function Together({ digest }: { digest: Digest }) {
  if (digest.namedIntersections.length === 0) return null
  return (
    <p class="hint">
      Together:{' '}
      {digest.namedIntersections.map(({ id, url, topics, stories }, at) => (
        <span key={id}>
          {at > 0 && '; '}
          <a href={url}>{namedTopics(topics)}</a> ({count(stories.length, 'story', 'stories')})
        </span>
      ))}
    </p>
  )
}

function TopicIndex({ topics }: { topics: TopicView[] }) {
  return (
    <ul class="lines topic-index">
      {topics.map((topic) => (
        <TopicLine key={topic.id} url={topic.url} name={topic.name} stories={topic.stories.length} />
      ))}
    </ul>
  )
}

/** Stable: topics with as many stories stay in the order of their names. */
function mostToldFirst(topics: TopicView[]): TopicView[] {
  return [...topics].sort((a, b) => b.stories.length - a.stories.length)
}

/** Topics under the letter that they begin with, accents apart; everything else stands under #. */
function byLetter(topics: TopicView[]): [string, TopicView[]][] {
  const letters = new Map<string, TopicView[]>()
  for (const topic of topics) {
    const first = topic.name.normalize('NFD').charAt(0).toUpperCase()
    const letter = /\p{L}/u.test(first) ? first : '#'
    letters.set(letter, [...(letters.get(letter) ?? []), topic])
  }
  return [...letters].sort(([a], [b]) => (a < b ? -1 : 1))
}
