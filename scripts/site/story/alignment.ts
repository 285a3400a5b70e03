import { sentences } from '../../content/sentences.ts'
import { keysOf } from './keys.ts'
import { longestRising } from './rising.ts'

/** A sentence of a body; `paragraph` counts from 1. */
export interface Sentence {
  paragraph: number
  text: string
}

/** Sentences of the original that the copy has, by their places; several where the copy divides or joins them. */
export interface Passage {
  original: number[]
  copy: number[]
  /** Whether it stands in another order than the rest. */
  moved: boolean
}

export interface Alignment {
  /** In the order of the copy. */
  passages: Passage[]
  /** Places of the original's sentences that the copy lacks, and of the copy's that the original lacks. */
  cut: number[]
  added: number[]
}

/** Share of two sentences' words that are common to both, and of the shorter one's, that make them one sentence. */
const ALIKE = 0.5
const WITHIN = 0.75
/** Words of meaning that must be common: two "he said" are no passage. */
const LEAST = 3
/** A word in more sentences than this proposes none of them. */
const COMMON = 30
/** Candidates of a sentence whose words are compared. */
const VERIFIED = 12

/** The sentences of a body in order. */
export function sentencesOf(paragraphs: string[]): Sentence[] {
  return paragraphs.flatMap((paragraph, at) =>
    sentences(paragraph).map((text) => ({ paragraph: at + 1, text })),
  )
}

/**
 * Which sentence of a copy is which of its original. The same words first, then the closest words, best pairs first;
 * a sentence left over joins a neighbour's passage if its words stand there as well (one sentence made two, or two made
 * one). Candidates come from an index of words, so that the work grows with the texts and not with their product.
 */
export function align(original: Sentence[], copy: Sentence[]): Alignment {
  const copyOf = new Map<number, number>()
  const originalOf = new Map<number, number>()
  const pair = (i: number, j: number) => {
    copyOf.set(i, j)
    originalOf.set(j, i)
  }
  const places = new Map<string, number[]>()
  for (const [i, { text }] of [...original.entries()].reverse()) {
    const same = places.get(text)
    if (same) same.push(i)
    else places.set(text, [i])
  }
  for (const [j, { text }] of copy.entries()) {
    const i = places.get(text)?.pop()
    if (i !== undefined) pair(i, j)
  }
  const likes = likenesses(original, copy, copyOf, originalOf)
  for (const { i, j } of likes) if (!copyOf.has(i) && !originalOf.has(j)) pair(i, j)
  const passages = new Map([...originalOf].map(([j, i]) => [j, { original: [i], copy: [j], moved: false }]))
  joinLeftOver(original, copy, likes, passages, copyOf, originalOf)
  const ordered = [...passages.values()].sort((a, b) => (a.copy[0] ?? 0) - (b.copy[0] ?? 0))
  const inOrder = new Set(longestRising(ordered.map((passage) => passage.original[0] ?? 0)))
  for (const [at, passage] of ordered.entries()) passage.moved = !inOrder.has(at)
  return {
    passages: ordered,
    cut: [...original.keys()].filter((i) => !copyOf.has(i)),
    added: [...copy.keys()].filter((j) => !originalOf.has(j)),
  }
}

interface Likeness {
  i: number
  j: number
  score: number
  /** Share of the shorter sentence's words. */
  within: number
}

/** Pairs of sentences alike enough to be one, best first. Those that have a pair already are not asked again. */
function likenesses(
  original: Sentence[],
  copy: Sentence[],
  copyOf: Map<number, number>,
  originalOf: Map<number, number>,
): Likeness[] {
  if (originalOf.size === copy.length || copyOf.size === original.length) return []
  const keys = original.map(({ text }, i) => (copyOf.has(i) ? undefined : wordSets(text)))
  const index = new Map<string, number[]>()
  for (const [i, set] of keys.entries()) {
    if (!set) continue
    for (const key of set.all) {
      const places = index.get(key)
      if (!places) index.set(key, [i])
      else if (places.length <= COMMON) places.push(i)
    }
  }
  const found: Likeness[] = []
  for (const [j, { text }] of copy.entries()) {
    if (originalOf.has(j)) continue
    const own = wordSets(text)
    const shared = new Map<number, number>()
    for (const key of own.all) {
      const places = index.get(key) ?? []
      if (places.length <= COMMON) for (const i of places) shared.set(i, (shared.get(i) ?? 0) + 1)
    }
    const candidates = [...shared].sort(
      ([a, x], [b, y]) => y - x || Math.abs(a - j) - Math.abs(b - j) || a - b,
    )
    for (const [i] of candidates.slice(0, VERIFIED)) {
      const other = keys[i] as WordSets
      const both = [...own.all].filter((key) => other.all.has(key))
      const meaning = both.filter((key) => own.meaning.has(key)).length
      const alike = (2 * both.length) / (own.all.size + other.all.size)
      const within = both.length / Math.min(own.all.size, other.all.size)
      const enough = alike === 1 || (meaning >= LEAST && (alike >= ALIKE || within >= WITHIN))
      if (enough) found.push({ i, j, score: Math.max(alike, within * 0.9), within })
    }
  }
  return found.sort(
    (a, b) => b.score - a.score || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i - b.i || a.j - b.j,
  )
}

interface WordSets {
  all: Set<string>
  meaning: Set<string>
}

function wordSets(text: string): WordSets {
  const { all, meaning } = keysOf(text)
  return { all: new Set(all), meaning }
}

/** A sentence without a pair of its own goes to the passage beside it that has its words. */
function joinLeftOver(
  original: Sentence[],
  copy: Sentence[],
  likes: Likeness[],
  passages: Map<number, Passage>,
  copyOf: Map<number, number>,
  originalOf: Map<number, number>,
): void {
  for (const { i, j, within } of likes) {
    const [copyPlace, originalPlace] = [copyOf.get(i), originalOf.get(j)]
    if (within < WITHIN) continue
    if (copyPlace !== undefined && originalPlace === undefined) {
      const passage = passages.get(copyPlace)
      const touches = Math.abs(j - copyPlace) === 1 && copy[j]?.paragraph === copy[copyPlace]?.paragraph
      if (!passage || passage.copy.length > 1 || !touches) continue
      passage.copy = [j, copyPlace].sort((a, b) => a - b)
      originalOf.set(j, i)
    } else if (copyPlace === undefined && originalPlace !== undefined) {
      const passage = passages.get(j)
      const touches =
        Math.abs(i - originalPlace) === 1 && original[i]?.paragraph === original[originalPlace]?.paragraph
      if (!passage || passage.original.length > 1 || !touches) continue
      passage.original = [i, originalPlace].sort((a, b) => a - b)
      copyOf.set(i, j)
    }
  }
}
