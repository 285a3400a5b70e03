import { byCodePoint } from '../content/order.ts'
import { contentWords } from '../content/words.ts'
import { cosine, heaviest, type Vector, weighByRarity } from './rarity.ts'
import type { RelatedStory, StoryView, TopicRef } from './views.ts'

/** How many are shown on either side of a story. */
const EACH_SIDE = 3
/** A topic says as much as so many of the words that a story is told in. */
const TOPIC_WEIGHT = 3
/** Cosine below which two stories have nothing in common but the subject of the digest. */
const RELATED = 0.08
/** A story's heaviest words and topics propose others: each the nearest in time, so that the work stays linear. */
const PROPOSING = 12
const NEAREST = 10
/** Of the proposed, those on either side with most in common by these words alone are compared whole. */
const COMPARED = 8
/** Topics named as what two stories share, the rarest first. */
const NAMED = 3

/**
 * For each story the older and the newer ones that it has most in common with, oldest first: shared topics and words
 * of headline and summary, each weighted by how rare it is in the digest (TF-IDF, cosine), since nearly every story
 * shares the common ones. Undated stories have no place in an order of time and are left out.
 */
export function relateStories(stories: StoryView[]): void {
  const dated = stories
    .filter((story) => story.date)
    .sort((a, b) => byCodePoint(a.date ?? '', b.date ?? '') || byCodePoint(a.id, b.id))
  const vectors = weighByRarity(dated.map(features))
  const postings = new Map<string, number[]>()
  for (const [at, vector] of vectors.entries()) {
    for (const feature of vector.keys()) {
      const list = postings.get(feature)
      if (list) list.push(at)
      else postings.set(feature, [at])
    }
  }
  const rarity = new Map([...postings].map(([feature, list]) => [feature, list.length]))
  for (const [at, story] of dated.entries()) {
    const vector = vectors[at] as Vector
    const alike = proposed(vector, at, vectors, postings)
      .map((other) => ({ other, likeness: cosine(vector, vectors[other] as Vector) }))
      .filter(({ likeness }) => likeness >= RELATED)
      .sort((a, b) => b.likeness - a.likeness || a.other - b.other)
    const chosen = [
      ...alike.filter(({ other }) => other < at).slice(0, EACH_SIDE),
      ...alike.filter(({ other }) => other > at).slice(0, EACH_SIDE),
    ]
    story.related = chosen
      .sort((a, b) => a.other - b.other)
      .flatMap(({ other }) => relation(story, dated[other], other > at, rarity))
  }
}

function proposed(vector: Vector, at: number, vectors: Vector[], postings: Map<string, number[]>): number[] {
  const partial = new Map<number, number>()
  for (const feature of heaviest(vector, PROPOSING)) {
    const weight = vector.get(feature) ?? 0
    for (const other of around(postings.get(feature) ?? [], at))
      partial.set(other, (partial.get(other) ?? 0) + weight * (vectors[other]?.get(feature) ?? 0))
  }
  const best = [...partial].sort(([a, x], [b, y]) => y - x || a - b).map(([other]) => other)
  return [
    ...best.filter((other) => other < at).slice(0, COMPARED),
    ...best.filter((other) => other > at).slice(0, COMPARED),
  ]
}

function features({ title, summary, topics }: StoryView): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of contentWords(`${title}\n${summary}`)) counts.set(word, 1)
  // Counts are damped by their logarithm, which this undoes.
  for (const { id } of topics) counts.set(topicFeature(id), Math.E ** (TOPIC_WEIGHT - 1))
  return counts
}

/** Told from words, in which no hash sign stands. */
const topicFeature = (id: string): string => `#${id}`

/** Of an ascending list the entries nearest to `at` on either side, itself left out. */
function around(list: number[], at: number): number[] {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as number) < at) low = middle + 1
    else high = middle
  }
  return list.slice(Math.max(0, low - NEAREST), low + 1 + NEAREST).filter((other) => other !== at)
}

function relation(
  story: StoryView,
  other: StoryView | undefined,
  newer: boolean,
  rarity: Map<string, number>,
): RelatedStory[] {
  if (!other) return []
  const own = new Set(story.topics.map(({ id }) => id))
  const rank = ({ id }: TopicRef) => rarity.get(topicFeature(id)) ?? 0
  const shares = other.topics
    .filter(({ id }) => own.has(id))
    .sort((a, b) => rank(a) - rank(b) || byCodePoint(a.id, b.id))
    .slice(0, NAMED)
  return [{ story: other, shares, newer }]
}
