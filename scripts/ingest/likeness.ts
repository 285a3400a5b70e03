import { firstOf } from '../content/first-of.ts'
import type { Pack } from '../content/pack.ts'
import { type Counts, countsOf, type Telling } from './counts.ts'
import type { Sum } from './sum.ts'

/**
 * A text as weighted features, each a word in one of the fields of `counts.ts`, ascending; its length is at most 1. Features are
 * numbered from 0 on by their hashes, so that what is counted for each of them stands in an array.
 */
export interface Vector {
  features: Uint32Array
  weights: Float32Array
}

/** How much of the likeness each field decides: what the news is, what the text is about, what it names. */
const SHARES = [0.5, 0.35, 0.15]
/** Unseen texts that are reckoned with, so that in a small digest a word of two texts is not a common one. */
const UNSEEN = 100

/**
 * Vectors of texts: in each field the TF-IDF cosine with logarithmic counts (Salton and Buckley 1988, "Term-weighting
 * approaches in automatic text retrieval"), the fields weighted so that the product of two vectors is a likeness from
 * 0 to 1.
 */
export function weighTexts(texts: Telling[], kept?: Pack): Vector[] {
  const counted = texts.map((text) => countsOf(text, kept))
  const frequency = numberFeatures(counted)
  const rarity = Float64Array.from(frequency, (count) =>
    Math.log((texts.length + UNSEEN + 1) / (count + 0.5)),
  )
  return counted.map((counts) => weigh(counts, rarity))
}

/** The weights of a text's features, in the features' order. */
function weigh({ features, times, order, ends }: Counts, rarity: Float64Array): Vector {
  const weights = new Float32Array(features.length)
  for (let at = 0; at < features.length; at++) {
    weights[at] = 1 + Math.log(times[at] as number)
    weights[at] = (weights[at] as number) * (rarity[features[at] as number] as number)
  }
  let from = 0
  for (const [field, share] of SHARES.entries()) {
    const to = ends[field] ?? from
    let square = 0
    for (let at = from; at < to; at++) square += (weights[at] as number) * (weights[at] as number)
    const norm = Math.sqrt(share / (square || 1))
    for (let at = from; at < to; at++) weights[at] = (weights[at] as number) * norm
    from = to
  }
  const vector = { features: new Uint32Array(features.length), weights: new Float32Array(features.length) }
  for (let place = 0; place < order.length; place++) {
    const at = order[place] as number
    vector.features[place] = features[at] as number
    vector.weights[place] = weights[at] as number
  }
  return vector
}

/** Puts numbers in place of the hashes of features, in their order, and says how many texts have each. */
function numberFeatures(counted: Counts[]): Uint32Array {
  const all = new Uint32Array(counted.reduce((sum, { features }) => sum + features.length, 0))
  let end = 0
  for (const { features } of counted) {
    all.set(features, end)
    end += features.length
  }
  all.sort()
  /** Where the features begin that have the same first bits: few are looked through for one. */
  const starts = new Uint32Array(BUCKETS + 1)
  const frequency: number[] = []
  let distinct = 0
  for (let at = 0; at < all.length; at++) {
    const feature = all[at] as number
    if (at === 0 || feature !== all[distinct - 1]) {
      all[distinct++] = feature
      frequency.push(0)
      starts[(feature >>> BUCKET_SHIFT) + 1] = distinct
    }
    frequency[distinct - 1] = (frequency[distinct - 1] as number) + 1
  }
  for (let bucket = 1; bucket < starts.length; bucket++)
    starts[bucket] = Math.max(starts[bucket] as number, starts[bucket - 1] as number)
  for (const { features } of counted) {
    for (let at = 0; at < features.length; at++) {
      const feature = features[at] as number
      let number = starts[feature >>> BUCKET_SHIFT] as number
      while (all[number] !== feature) number++
      features[at] = number
    }
  }
  return Uint32Array.from(frequency)
}

const BUCKET_SHIFT = 14
const BUCKETS = 2 ** (32 - BUCKET_SHIFT)

/** Positions of a text's heaviest features: rare ones, so that few other texts have them however many there are. */
export function heaviest({ features, weights }: Vector, count: number): number[] {
  const isBefore = (a: number, b: number): boolean => {
    const difference = (weights[a] as number) - (weights[b] as number)
    return difference > 0 || (difference === 0 && (features[a] as number) < (features[b] as number))
  }
  return firstOf(weights.length, (at) => at, count, isBefore)
}

/** Likeness of two texts. */
export function likeness(a: Vector, b: Vector): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.features.length && j < b.features.length; ) {
    const x = a.features[i] as number
    const y = b.features[j] as number
    if (x === y) sum += (a.weights[i] as number) * (b.weights[j] as number)
    if (x <= y) i++
    if (y <= x) j++
  }
  return sum
}

/** Whether two features of a text have one hash; they are told apart only where texts are compared one by one. */
export function hasTwins({ features }: Vector): boolean {
  for (let at = 1; at < features.length; at++) if (features[at] === features[at - 1]) return true
  return false
}

/** Likeness of a text to one without twins whose weights stand by their features, 0 where it has none. */
export function productWith({ features, weights }: Vector, others: Float64Array): number {
  let sum = 0
  for (let at = 0; at < features.length; at++)
    sum += (weights[at] as number) * (others[features[at] as number] as number)
  return sum
}

/** Likeness of a text to many, added up. */
export function likenessToAll({ features, weights }: Vector, all: Sum): number {
  let sum = 0
  for (let at = 0; at < features.length; at++)
    sum += (weights[at] as number) * all.get(features[at] as number)
  return sum
}

/** Adds a text to a sum. */
export function addTo(sum: Sum, { features, weights }: Vector): void {
  for (let at = 0; at < features.length; at++) sum.add(features[at] as number, weights[at] as number)
}
