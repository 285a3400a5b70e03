import { hashText } from '../content/hash.ts'
import { contentHashes } from '../content/words.ts'
import { firstOf } from './first-of.ts'
import { Sum } from './sum.ts'

/** What a text is compared by. */
export interface Telling {
  title: string
  paragraphs: string[]
}

/**
 * A text as weighted features, each a word in one of the fields below, ascending; its length is at most 1. Features are
 * numbered from 0 on by their hashes, so that what is counted for each of them stands in an array.
 */
export interface Vector {
  features: Uint32Array
  weights: Float32Array
}

/**
 * What is compared, and how much of the likeness it decides: what the news is (headline, twice, and lead), what the
 * text is about (its first 300 words that carry meaning), and who and what it names.
 */
const FIELDS = [
  { share: 0.5, salt: 0x1234567 },
  { share: 0.35, salt: 0x89abcde },
  { share: 0.15, salt: 0x5bd1e995 },
] as const
const LEAD = 60
const WHOLE = 300
const NAMES = 80
/** Characters that are read; the words counted above stand well within them. */
const READ = 12_000
/** Unseen texts that are reckoned with, so that in a small digest a word of two texts is not a common one. */
const UNSEEN = 100
/** A capitalised word inside a sentence. */
const NAME = /(?<=[\p{Ll}\p{N},;:'’"”)] ["“(‘']?)\p{Lu}[\p{L}\p{N}]+/gu

/**
 * Vectors of texts: in each field the TF-IDF cosine with logarithmic counts (Salton and Buckley 1988, "Term-weighting
 * approaches in automatic text retrieval"), the fields weighted so that the product of two vectors is a likeness from
 * 0 to 1.
 */
export function weighTexts(texts: Telling[]): Vector[] {
  const counted = texts.map(countFields)
  const frequency = numberFeatures(counted)
  const rarity = Float64Array.from(frequency, (count) =>
    Math.log((texts.length + UNSEEN + 1) / (count + 0.5)),
  )
  return counted.map(({ features, weights, ends }) => {
    for (let at = 0; at < features.length; at++)
      weights[at] = (weights[at] as number) * (rarity[features[at] as number] as number)
    let from = 0
    for (const [field, { share }] of FIELDS.entries()) {
      const to = ends[field] ?? from
      let square = 0
      for (let at = from; at < to; at++) square += (weights[at] as number) * (weights[at] as number)
      const norm = Math.sqrt(share / (square || 1))
      for (let at = from; at < to; at++) weights[at] = (weights[at] as number) * norm
      from = to
    }
    return ascending({ features, weights })
  })
}

/** Puts numbers in place of the hashes of features, in their order, and says how many texts have each. */
function numberFeatures(counted: Pick<Vector, 'features'>[]): Uint32Array {
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

/** Each field's features with their logarithmic counts, one field after the other; `ends` says where each ends. */
function countFields({ title, paragraphs }: Telling): Vector & { ends: number[] } {
  const text = openingOf(paragraphs)
  const head = contentHashes(title, Number.POSITIVE_INFINITY)
  const body = contentHashes(text, WHOLE)
  const counts = [
    count([head, head, body.subarray(0, LEAD)], 0),
    count([head, body], 1),
    count([namesIn(text)], 2),
  ]
  const ends: number[] = []
  for (const field of counts) ends.push((ends.at(-1) ?? 0) + field.size)
  const features = new Uint32Array(ends.at(-1) ?? 0)
  const weights = new Float32Array(features.length)
  for (const [field, { numbers, weights: times, size }] of counts.entries()) {
    const from = (ends[field] ?? 0) - size
    for (let at = 0; at < size; at++) {
      features[from + at] = numbers[at] as number
      weights[from + at] = 1 + Math.log(times[at] as number)
    }
  }
  return { features, weights, ends }
}

function namesIn(text: string): Uint32Array {
  const names: number[] = []
  NAME.lastIndex = 0
  for (let found = NAME.exec(text); found && names.length < NAMES; found = NAME.exec(text))
    names.push(hashText(found[0].toLowerCase()))
  return Uint32Array.from(names)
}

function openingOf(paragraphs: string[]): string {
  let text = ''
  for (const paragraph of paragraphs) {
    if (text.length >= READ) break
    text += ` ${paragraph.slice(0, READ)}`
  }
  return text.slice(0, READ)
}

/** How often each word is among some lists, as a feature of a field. */
function count(lists: Uint32Array[], field: 0 | 1 | 2): Sum {
  const counts = new Sum()
  for (const list of lists)
    for (let at = 0; at < list.length; at++) counts.add((list[at] as number) ^ FIELDS[field].salt, 1)
  return counts
}

function ascending({ features, weights }: Vector): Vector {
  // Sorted as plain numbers, feature first and place behind it, which is far quicker than by a comparison.
  const both = Float64Array.from(features, (feature, at) => feature * features.length + at).sort()
  const sorted = { features: new Uint32Array(both.length), weights: new Float32Array(both.length) }
  for (let place = 0; place < both.length; place++) {
    const at = (both[place] as number) % features.length
    sorted.features[place] = features[at] as number
    sorted.weights[place] = weights[at] as number
  }
  return sorted
}
