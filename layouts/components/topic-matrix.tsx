import { intersectionId } from '../../scripts/site/intersections.ts'
import { namedTopics } from '../../scripts/site/named-topics.ts'
import { togetherOf } from '../../scripts/site/together.ts'
import type { Digest, TopicView } from '../../scripts/site/views.ts'
import { grouped } from './count.ts'
import { tint } from './tint.ts'

/** Rows and columns; a telephone shows the first eight, which are wide enough there to be touched. */
const MOST = 12
const LEAST = 3

/**
 * Which topics go together, as a table whose cells are tinted: the picture and its figures in one. Drawn as a graph, with
 * the topics in a row or in a ring, the same figures were a tangle, since the topics on most stories meet all others.
 */
export function TopicMatrix({ digest }: { digest: Digest }) {
  const { topics, counts } = togetherOf(digest.topics, MOST)
  if (topics.length < LEAST) return null
  const pages = new Map(digest.intersections.map(({ id, url }) => [id, url]))
  return (
    <section class="band" aria-labelledby="together">
      <h2 id="together">Which go together</h2>
      <p class="hint" id="together-desc">
        The topics on most stories. Along each row: how many of its topic’s stories are on the topic of the
        column as well; the larger their share of the row’s stories, the stronger the tint.
      </p>
      <table class="matrix" aria-describedby="together-desc">
        <caption class="unseen">Stories on two topics</caption>
        <thead>
          <tr>
            <td />
            {topics.map(({ id, name }, at) => (
              <th key={id} scope="col">
                <span aria-hidden="true">{at + 1}</span>
                <span class="unseen">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic, row) => (
            <tr key={topic.id}>
              <th scope="row">
                <span class="number" aria-hidden="true">
                  {row + 1}
                </span>{' '}
                <a href={topic.url}>{topic.name}</a>
              </th>
              {topics.map((other) => {
                const number = counts[row]?.[topics.indexOf(other)] ?? 0
                const page = pages.get(intersectionId([topic.id, other.id]))
                return <Cell key={other.id} topic={topic} other={other} number={number} page={page} />
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface CellProps {
  topic: TopicView
  other: TopicView
  number: number
  page?: string
}

function Cell({ topic, other, number, page }: CellProps) {
  if (topic === other) return <td class="self">{grouped(number)}</td>
  return (
    <td class={tint(number, topic.stories.length)}>
      {page ? (
        <a href={page}>
          {grouped(number)}
          <span class="unseen"> on {namedTopics([topic, other])}</span>
        </a>
      ) : (
        number > 0 && grouped(number)
      )}
    </td>
  )
}
