import { byCodePoint } from '../content/order.ts'
import { intersectionId, LEAST_TOGETHER } from './intersections.ts'
import type { CompanyView, IntersectionView, StoryView, TopicRef } from './views.ts'

/** Of chi-squared with one degree of freedom: what chance passes once in twenty. */
const BEYOND_CHANCE = 3.84
const MOST = 8

/**
 * The topics that each topic keeps company with, the most telling first: not those on most stories, but those that
 * stand together more often than topics of their frequency would by chance. The measure is the log-likelihood ratio
 * G² of the 2×2 table of stories with and without each (Dunning 1993, "Accurate Methods for the Statistics of Surprise
 * and Coincidence", Computational Linguistics 19); counted are pairs with at least three stories in common. A topic's
 * own broader and narrower topics are left out: tagging with one implies the other.
 */
export function companyOfTopics(
  pairs: Map<string, StoryView[]>,
  storiesOf: Map<string, StoryView[]>,
  broader: Map<string, Set<string>>,
  intersections: Map<string, IntersectionView>,
  topicRef: (id: string) => TopicRef[],
  all: number,
): Map<string, CompanyView[]> {
  const found = new Map<string, { company: CompanyView; score: number }[]>()
  for (const [id, { length: together }] of pairs) {
    if (together < LEAST_TOGETHER) continue
    const [first = '', second = ''] = id.split('+')
    if (broader.get(first)?.has(second) || broader.get(second)?.has(first)) continue
    const of = (topic: string) => storiesOf.get(topic)?.length ?? 0
    if (together * all <= of(first) * of(second)) continue
    const score = logLikelihood(together, of(first), of(second), all)
    if (score < BEYOND_CHANCE) continue
    const page = intersections.get(intersectionId([first, second]))
    for (const [topic, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const companies = topicRef(other).map((ref) => ({ topic: ref, together, of: of(other), page }))
      const list = found.get(topic) ?? []
      list.push(...companies.map((company) => ({ company, score })))
      found.set(topic, list)
    }
  }
  return new Map(
    [...found].map(([id, list]) => [
      id,
      list
        .sort((a, b) => b.score - a.score || byCodePoint(a.company.topic.id, b.company.topic.id))
        .slice(0, MOST)
        .map(({ company }) => company),
    ]),
  )
}

/** G² of two events that happen `first` and `second` times and `both` times together, in `all` trials. */
function logLikelihood(both: number, first: number, second: number, all: number): number {
  const part = (seen: number, row: number, column: number) =>
    seen === 0 ? 0 : seen * Math.log((seen * all) / (row * column))
  return (
    2 *
    (part(both, first, second) +
      part(first - both, first, all - second) +
      part(second - both, all - first, second) +
      part(all - first - second + both, all - first, all - second))
  )
}
