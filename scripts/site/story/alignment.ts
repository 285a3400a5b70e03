import type { Sentence } from './print.ts'
import { longestRising } from './rising.ts'
import { type Keys, Vocabulary } from './vocabulary.ts'

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
  const vocabulary = new Vocabulary()
  const keys = original.map(({ text }, i) => (copyOf.has(i) ? undefined : wordsOf(text, vocabulary)))
  const places: number[][] = []
  for (const [i, words] of keys.entries())
    for (const key of words?.all ?? []) {
      const own = places[key]
      if (!own) places[key] = [i]
      else if (own.length <= COMMON) own.push(i)
    }
  const others = copy.map(({ text }, j) => (originalOf.has(j) ? undefined : wordsOf(text, vocabulary)))
  const found: Likeness[] = []
  const marks = new Marks(vocabulary.size)
  for (const [j, own] of others.entries()) {
    if (!own) continue
    const shared = new Map<number, number>()
    for (const key of own.all) {
      const those = places[key] ?? []
      if (those.length <= COMMON) for (const i of those) shared.set(i, (shared.get(i) ?? 0) + 1)
    }
    if (shared.size === 0) continue
    const candidates = [...shared].sort(
      ([a, x], [b, y]) => y - x || Math.abs(a - j) - Math.abs(b - j) || a - b,
    )
    marks.set(own)
    for (const [i] of candidates.slice(0, VERIFIED)) {
      const other = keys[i] as Keys
      const { both, meaning } = marks.sharedWith(other)
      const alike = (2 * both) / (own.all.length + other.all.length)
      const within = both / Math.min(own.all.length, other.all.length)
      const enough = alike === 1 || (meaning >= LEAST && (alike >= ALIKE || within >= WITHIN))
      if (enough) found.push({ i, j, score: Math.max(alike, within * 0.9), within })
    }
  }
  return found.sort(
    (a, b) => b.score - a.score || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i - b.i || a.j - b.j,
  )
}

/** A sentence's words, each once. */
function wordsOf(text: string, vocabulary: Vocabulary): Keys {
  const { all, meaning } = vocabulary.keysOf(text)
  return { all: [...new Set(all)], meaning }
}

/** One sentence's words marked among all numbers, so that other sentences are compared with it by looking there. */
class Marks {
  /** The sentence that last had each word, and the one that last had it as a word of meaning. */
  readonly #words: Int32Array
  readonly #meaning: Int32Array
  #sentence = 0

  /** `size` is how many numbers there are. */
  constructor(size: number) {
    this.#words = new Int32Array(size)
    this.#meaning = new Int32Array(size)
  }

  set({ all, meaning }: Keys): void {
    this.#sentence++
    for (const key of all) this.#words[key] = this.#sentence
    for (const key of meaning) this.#meaning[key] = this.#sentence
  }

  /** How many of another sentence's words are marked, and how many of those carry meaning in the marked one. */
  sharedWith({ all }: Keys): { both: number; meaning: number } {
    let both = 0
    let meaning = 0
    for (const key of all) {
      if (this.#words[key] !== this.#sentence) continue
      both++
      if (this.#meaning[key] === this.#sentence) meaning++
    }
    return { both, meaning }
  }
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
