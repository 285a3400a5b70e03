import { firstOf } from '../content/first-of.ts'
import { byCodePoint } from '../content/order.ts'
import { contentWords } from '../content/words.ts'
import { cosines, FeatureCounts, heavierFirst, postingsOf, type Vectors } from './rarity.ts'
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
  const vectors = vectorsOf(dated)
  const { ends, others, stories: of } = proposalsOf(vectors)
  const likeness = cosines(vectors, of, others)
  const likerFirst = (a: number, b: number) => {
    const more = (likeness[a] as number) - (likeness[b] as number)
    return more > 0 || (more === 0 && (others[a] as number) < (others[b] as number))
  }
  const earlierFirst = (a: number, b: number) => (others[a] as number) - (others[b] as number)
  const topicsOf = rankedTopics(dated)
  /** Of each rank the story at hand that was last found on the topic. */
  const latest: number[] = []
  let pair = 0
  for (const [at, story] of dated.entries()) {
    const sides: [older: number[], newer: number[]] = [[], []]
    for (; pair < (ends[at] as number); pair++)
      if ((likeness[pair] as number) >= RELATED) sides[(others[pair] as number) < at ? 0 : 1].push(pair)
    for (const { rank } of topicsOf[at] as RankedTopic[]) latest[rank] = at
    const related: RelatedStory[] = []
    for (const side of sides)
      for (const chosen of firstAmong(side, EACH_SIDE, likerFirst).sort(earlierFirst)) {
        const other = others[chosen] as number
        const shares: TopicRef[] = []
        for (const { rank, topic } of topicsOf[other] as RankedTopic[]) {
          if (latest[rank] !== at) continue
          shares.push(topic)
          if (shares.length === NAMED) break
        }
        related.push({ story: dated[other] as StoryView, shares, newer: other > at })
      }
    story.storyline.related = related
  }
}

const firstAmong = (all: number[], most: number, isBefore: (a: number, b: number) => boolean): number[] =>
  firstOf(all.length, (at) => all[at] as number, most, isBefore)

function vectorsOf(stories: StoryView[]): Vectors {
  const counts = new FeatureCounts()
  for (const { title, summary, topics } of stories) {
    counts.begin()
    for (const word of contentWords(`${title}\n${summary}`)) counts.note(word, 1)
    for (const { id } of topics) counts.note(topicFeature(id), TOPIC_COUNT)
  }
  return counts.weigh()
}

/** Counts are damped by their logarithm, which this undoes. */
const TOPIC_COUNT = Math.E ** (TOPIC_WEIGHT - 1)

/** Told from words, in which no hash sign stands. */
const topicFeature = (id: string): string => `#${id}`

/** Pairs of a story and one that is proposed for it, story by story: those of the first end at `ends[0]`. */
interface Proposals {
  stories: number[]
  others: number[]
  ends: number[]
}

function proposalsOf(vectors: Vectors): Proposals {
  const postings = postingsOf(vectors)
  const proposals: Proposals = { stories: [], others: [], ends: [] }
  const heavier = heavierFirst(vectors)
  /** Of each story what it has in common with the one at hand, by the features that propose it. */
  const partial = new Float64Array(vectors.from.length)
  const likerFirst = (a: number, b: number) => {
    const more = (partial[a] as number) - (partial[b] as number)
    return more > 0 || (more === 0 && a < b)
  }
  for (let at = 0; at + 1 < vectors.from.length; at++) {
    const sides: [older: number[], newer: number[]] = [[], []]
    const [from = 0, to = 0] = [vectors.from[at], vectors.from[at + 1]]
    for (const entry of firstOf(to - from, (n) => from + n, PROPOSING, heavier)) {
      const feature = vectors.features[entry] as number
      const weight = vectors.weights[entry] as number
      const place = postings.places[entry] as number
      const end = Math.min(postings.from[feature + 1] as number, place + 1 + NEAREST)
      for (let near = Math.max(postings.from[feature] as number, place - NEAREST); near < end; near++) {
        const other = postings.texts[near] as number
        if (other === at) continue
        const known = partial[other] as number
        if (known === 0) sides[other < at ? 0 : 1].push(other)
        partial[other] = known + weight * (postings.weights[near] as number)
      }
    }
    for (const side of sides) {
      for (const other of firstAmong(side, COMPARED, likerFirst)) {
        proposals.stories.push(at)
        proposals.others.push(other)
      }
      for (const other of side) partial[other] = 0
    }
    proposals.ends.push(proposals.others.length)
  }
  return proposals
}

interface RankedTopic {
  /** 0 for the topic that the fewest stories are on; of as many the first by id. */
  rank: number
  topic: TopicRef
}

/** The topics of each story, the rarest first. */
function rankedTopics(stories: StoryView[]): RankedTopic[][] {
  const frequency = new Map<string, number>()
  for (const { topics } of stories)
    for (const { id } of topics) frequency.set(id, (frequency.get(id) ?? 0) + 1)
  const ranks = new Map(
    [...frequency]
      .sort(([a, x], [b, y]) => x - y || byCodePoint(a, b))
      .map(([id], rank): [string, number] => [id, rank]),
  )
  return stories.map(({ topics }) =>
    topics
      .map((topic): RankedTopic => ({ rank: ranks.get(topic.id) as number, topic }))
      .sort((a, b) => a.rank - b.rank),
  )
}
