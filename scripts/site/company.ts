import { byCodePoint } from '../content/order.ts'
import { intersectionId, LEAST_TOGETHER } from './intersections.ts'
import type { CompanyView, IntersectionView, StoryView, TopicRef } from './views.ts'

/** The share of the company shown that chance may have put there. */
const BY_CHANCE = 0.05
const MOST = 8

interface Pair {
  ids: [string, string]
  together: number
  /** Logarithm of how probable so many stories together are by chance. */
  chance: number
}

/**
 * The topics that each topic keeps company with, the most telling first: not those on most stories, but those that
 * stand together more often than topics of their frequency would by chance. A pair is tested by Fisher's exact test,
 * one-sided, on the 2×2 table of stories with and without each, and must pass at a rate of false discoveries of 5 %
 * among all pairs that could have been found (Benjamini and Hochberg 1995, "Controlling the False Discovery Rate",
 * J. R. Statist. Soc. B 57): of thousands of pairs many pass a test made for one. Counted are pairs with at least three
 * stories in common. A topic's own broader and narrower topics are left out: tagging with one implies the other.
 */
export function companyOfTopics(
  pairs: Map<string, StoryView[]>,
  storiesOf: Map<string, StoryView[]>,
  broader: Map<string, Set<string>>,
  intersections: Map<string, IntersectionView>,
  topicRef: (id: string) => TopicRef[],
  all: number,
): Map<string, CompanyView[]> {
  const of = (topic: string) => storiesOf.get(topic)?.length ?? 0
  const logs = logFactorials(all)
  const tested = [...pairs].flatMap(([id, { length: together }]): Pair[] => {
    const [first = '', second = ''] = id.split('+')
    if (broader.get(first)?.has(second) || broader.get(second)?.has(first)) return []
    return [{ ids: [first, second], together, chance: logChance(together, of(first), of(second), all, logs) }]
  })
  const company = new Map<string, CompanyView[]>()
  for (const { ids, together } of beyondChance(tested, countOfPairs(storiesOf, broader))) {
    const page = intersections.get(intersectionId(ids))
    for (const [topic, other] of [ids, [...ids].reverse() as Pair['ids']]) {
      const list = company.get(topic) ?? []
      company.set(topic, list)
      if (list.length < MOST)
        list.push(...topicRef(other).map((ref) => ({ topic: ref, together, of: of(other), page })))
    }
  }
  return company
}

/** How many pairs of topics have the stories to be found together and are not each other's broader topic. */
function countOfPairs(storiesOf: Map<string, StoryView[]>, broader: Map<string, Set<string>>): number {
  const told = new Set(
    [...storiesOf].filter(([, stories]) => stories.length >= LEAST_TOGETHER).map(([id]) => id),
  )
  let count = (told.size * (told.size - 1)) / 2
  for (const id of told) for (const above of broader.get(id) ?? []) if (told.has(above)) count--
  return count
}

/** Of the pairs tested, those that pass among `count` that might have been, the least probable first. */
function beyondChance(tested: Pair[], count: number): Pair[] {
  const sorted = [...tested].sort(
    (a, b) => a.chance - b.chance || byCodePoint(a.ids.join('+'), b.ids.join('+')),
  )
  const last = sorted.findLastIndex(({ chance }, at) => chance <= Math.log((BY_CHANCE * (at + 1)) / count))
  return sorted.slice(0, last + 1)
}

/**
 * Logarithm of the probability that two events that happen `first` and `second` times in `all` trials fall together
 * `together` times or more: the tail of the hypergeometric distribution, of which each term gives the next.
 */
function logChance(together: number, first: number, second: number, all: number, logs: Float64Array): number {
  const log = (number: number) => logs[number] ?? 0
  const neither = all - first - second
  const least = Math.max(together, -neither)
  let sum = 0
  let term = 1
  for (let both = least; both <= Math.min(first, second) && term > sum * Number.EPSILON; both++) {
    sum += term
    term *= ((first - both) * (second - both)) / ((both + 1) * (neither + both + 1))
  }
  const begins =
    log(first) +
    log(all - first) +
    log(second) +
    log(all - second) -
    (log(all) + log(least) + log(first - least) + log(second - least) + log(neither + least))
  return begins + Math.log(sum)
}

/** Logarithms of the factorials from 0 to `most`. */
function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1)
  for (let number = 2; number <= most; number++) logs[number] = (logs[number - 1] ?? 0) + Math.log(number)
  return logs
}
