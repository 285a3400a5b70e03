import { byCodePoint } from '../content/order.ts'
import { contentWords } from '../content/words.ts'

/** Paragraphs that tell what the news is; what follows is mostly background, shared by many events. */
const LEADING = 5
const TITLE_WEIGHT = 2
/** How many of a text's rarest words propose what it may belong to. */
const PROPOSING = 24

/** Weighted words of one text, of length 1. */
export type Vector = Map<string, number>

/** The words by which an article is compared: headline and leading paragraphs. */
export function tellingWords(title: string, paragraphs: string[]): string {
  return [...Array(TITLE_WEIGHT).fill(title), ...paragraphs.slice(0, LEADING)].join(' ')
}

/**
 * Vectors of texts, each word weighted by how rare it is among all of them (TF-IDF with logarithmic counts; Salton and
 * Buckley 1988, "Term-weighting approaches in automatic text retrieval").
 */
export function weighTexts(texts: string[]): Vector[] {
  const counts = texts.map(countWords)
  const frequency = new Map<string, number>()
  for (const text of counts)
    for (const word of text.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const rarity = (word: string) => Math.log((texts.length + 1) / (frequency.get(word) ?? 1))
  return counts.map((text) => weigh(text, rarity))
}

/** The heaviest words of a text: rare ones, so that few other texts are proposed by them however many there are. */
export function proposingWords(vector: Vector): string[] {
  return [...vector]
    .sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))
    .slice(0, PROPOSING)
    .map(([word]) => word)
}

/** Cosine of two vectors: 0 for nothing in common, 1 for the same words. */
export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0)
  return sum
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of contentWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function weigh(counts: Map<string, number>, rarity: (word: string) => number): Vector {
  const weights: Vector = new Map(
    [...counts].map(([word, count]) => [word, (1 + Math.log(count)) * rarity(word)]),
  )
  const norm = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1
  for (const [word, weight] of weights) weights.set(word, weight / norm)
  return weights
}
