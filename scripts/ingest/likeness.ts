import { hashText } from '../content/hash.ts'
import { contentWords } from '../content/words.ts'

/** What a text is compared by. */
export interface Telling {
  title: string
  paragraphs: string[]
}

/** A text as weighted features, each the hash of a word in one of the fields below; ascending. Its length is at most 1. */
export interface Vector {
  features: Uint32Array
  weights: Float32Array
}

/** Weights of many texts added up. */
export type Sum = Map<number, number>

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
  const frequency = new Map<number, number>()
  for (const { features } of counted)
    for (const feature of features) frequency.set(feature, (frequency.get(feature) ?? 0) + 1)
  const rarity = (feature: number) =>
    Math.log((texts.length + UNSEEN + 1) / ((frequency.get(feature) ?? 0) + 0.5))
  return counted.map(({ features, weights, ends }) => {
    for (let at = 0; at < features.length; at++)
      weights[at] = (weights[at] as number) * rarity(features[at] as number)
    let from = 0
    for (const [field, { share }] of FIELDS.entries()) {
      const part = weights.subarray(from, ends[field])
      const norm = Math.sqrt(share / (part.reduce((sum, weight) => sum + weight * weight, 0) || 1))
      for (let at = 0; at < part.length; at++) part[at] = (part[at] as number) * norm
      from = ends[field] ?? from
    }
    return ascending({ features, weights })
  })
}

/** Positions of a text's heaviest features: rare ones, so that few other texts have them however many there are. */
export function heaviest({ features, weights }: Vector, count: number): number[] {
  const isBefore = (a: number, b: number): boolean => {
    const difference = (weights[a] as number) - (weights[b] as number)
    return difference > 0 || (difference === 0 && (features[a] as number) < (features[b] as number))
  }
  // Few are wanted of many: each is put in its place among those, or passed over at once.
  const found: number[] = []
  for (let at = 0; at < weights.length; at++) {
    if (found.length === count && !isBefore(at, found[count - 1] as number)) continue
    if (found.length === count) found.pop()
    let place = found.length
    while (place > 0 && isBefore(at, found[place - 1] as number)) place--
    found.splice(place, 0, at)
  }
  return found
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

/** Likeness of a text to many, added up. */
export function likenessToAll({ features, weights }: Vector, all: Sum): number {
  let sum = 0
  for (let at = 0; at < features.length; at++) sum += (weights[at] ?? 0) * (all.get(features[at] ?? 0) ?? 0)
  return sum
}

/** Adds a text to a sum. */
export function addTo(sum: Sum, { features, weights }: Vector): void {
  for (let at = 0; at < features.length; at++) {
    const feature = features[at] ?? 0
    sum.set(feature, (sum.get(feature) ?? 0) + (weights[at] ?? 0))
  }
}

/** Each field's features with their logarithmic counts, one field after the other; `ends` says where each ends. */
function countFields({ title, paragraphs }: Telling): Vector & { ends: number[] } {
  const text = openingOf(paragraphs)
  const hashed = (words: string[]) => words.map((word) => hashText(word))
  const head = hashed(contentWords(title))
  const body = hashed(contentWords(text).slice(0, WHOLE))
  const names = (text.match(NAME) ?? []).slice(0, NAMES).map((name) => hashText(name.toLowerCase()))
  const counts = [[...head, ...head, ...body.slice(0, LEAD)], [...head, ...body], names].map(count)
  const ends: number[] = []
  for (const field of counts) ends.push((ends.at(-1) ?? 0) + field.size)
  return {
    features: Uint32Array.from(
      counts.flatMap((field, at) => [...field.keys()].map((word) => word ^ (FIELDS[at]?.salt ?? 0))),
    ),
    weights: Float32Array.from(counts.flatMap((field) => [...field.values()].map((n) => 1 + Math.log(n)))),
    ends,
  }
}

function openingOf(paragraphs: string[]): string {
  let text = ''
  for (const paragraph of paragraphs) {
    if (text.length >= READ) break
    text += ` ${paragraph.slice(0, READ)}`
  }
  return text.slice(0, READ)
}

function count(words: number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function ascending({ features, weights }: Vector): Vector {
  // Sorted as plain numbers, feature first and place behind it, which is far quicker than by a comparison.
  const both = Float64Array.from(features, (feature, at) => feature * features.length + at).sort()
  const order = Uint32Array.from(both, (one) => one % features.length)
  return {
    features: order.map((at) => features[at] ?? 0),
    weights: Float32Array.from(order, (at) => weights[at] ?? 0),
  }
}
