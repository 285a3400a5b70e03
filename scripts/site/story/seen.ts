import { PRIME, START } from '../../content/hash.ts'
import type { Keys, Vocabulary } from './vocabulary.ts'

/** A sentence is not new if so large a share of its runs of words stood in earlier articles, */
const RUNS = 0.5
/** or so large a share of its words of meaning in one earlier sentence. A figure that none had makes it new. */
const WORDS = 0.75
/** Words in a run. */
const RUN = 4
/** A word in so many earlier sentences tells none from another. */
const COMMON = 40
/** Words of meaning that a sentence needs to be told by them. */
const LEAST = 3
/** Words that turn a sentence into its contrary, which is another statement however alike the words are. */
const NEGATION = /\b(?:not|no|never|nor|neither|none|nobody|nothing|without|cannot)\b|n['’]t\b/i

/** A sentence as it is compared with others. */
export interface Said {
  text: string
  keys: Keys
  /** Whether it denies something. */
  denies: boolean
}

/** A sentence made ready for asking what is `Seen`. */
export const said = (text: string, vocabulary: Vocabulary): Said => ({
  text,
  keys: vocabulary.keysOf(text),
  denies: NEGATION.test(text),
})

/** Sentences told already. Those that deny something are kept apart from those that state it. */
export class Seen {
  readonly #texts = new Set<string>()
  readonly #stated: SeenWords
  readonly #denied: SeenWords

  constructor(vocabulary: Vocabulary) {
    this.#stated = new SeenWords(vocabulary)
    this.#denied = new SeenWords(vocabulary)
  }

  /** Whether a sentence was told word for word. */
  hasText(sentence: string): boolean {
    return this.#texts.has(sentence)
  }

  /** Whether nearly all of a sentence was told. */
  has({ keys, denies }: Said): boolean {
    return (denies ? this.#denied : this.#stated).has(keys)
  }

  add({ text, keys, denies }: Said): void {
    const known = this.#texts.size
    const isAgain = this.#texts.add(text).size === known
    ;(denies ? this.#denied : this.#stated).add(keys, isAgain)
  }
}

/** Sentences by their runs of words and by their words of meaning. */
class SeenWords {
  readonly #vocabulary: Vocabulary
  readonly #runs = new Set<number>()
  /** Numbers for the words, counted from 1 as they come; what a word's number has in `#places` are its sentences. */
  readonly #numbers = new Map<number, number>()
  readonly #places: number[][] = [[]]
  #sentences = 0
  /** How many words a sentence shares with each; all 0 between two questions. */
  readonly #shared: number[] = [0]

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  has({ all, meaning }: Keys): boolean {
    const numbers: number[] = []
    for (const key of all) {
      const number = this.#numbers.get(key) ?? 0
      if (number === 0 && this.#vocabulary.isFigure(key)) return false
      numbers.push(number)
    }
    const runs = runCount(numbers)
    let known = 0
    for (let at = 0; at < runs; at++) if (this.#runs.has(runAt(numbers, at))) known++
    return known >= RUNS * runs || this.#hasWords(meaning)
  }

  #hasWords(meaning: number[]): boolean {
    const telling: number[][] = []
    let known = 0
    for (const key of meaning) {
      const places = this.#places[this.#numbers.get(key) ?? 0] ?? []
      if (places.length >= COMMON) continue
      telling.push(places)
      if (places.length > 0) known++
    }
    const enough = WORDS * telling.length
    if (telling.length < LEAST || known < enough) return false
    let most = 0
    for (const places of telling)
      for (const at of places) {
        const shared = (this.#shared[at] ?? 0) + 1
        this.#shared[at] = shared
        if (shared > most) most = shared
      }
    for (const places of telling) for (const at of places) this.#shared[at] = 0
    return most >= enough
  }

  /** Adds a sentence, `isAgain` where it stood word for word before. */
  add({ all, meaning }: Keys, isAgain: boolean): void {
    if (!isAgain) this.#sentences = this.#shared.push(0) - 1
    const numbers = all.map((key) => this.#numberOf(key))
    const runs = runCount(numbers)
    for (let at = 0; at < runs; at++) this.#runs.add(runAt(numbers, at))
    for (const key of meaning) {
      const places = this.#places[this.#numberOf(key)]
      if (places && places.length < COMMON) places.push(this.#sentences)
    }
  }

  #numberOf(key: number): number {
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.#places.push([]) - 1
      this.#numbers.set(key, number)
    }
    return number
  }
}

/** How many runs of words a sentence has; a short one is a single run. */
const runCount = (numbers: number[]): number => Math.max(1, numbers.length - RUN + 1)

/** Hash of a run of words, given by their numbers, as `hashText` hashes code units; a signed number, which a set holds best. */
function runAt(numbers: number[], at: number): number {
  const end = Math.min(at + RUN, numbers.length)
  let hash = START
  for (let next = at; next < end; next++) hash = Math.imul(hash ^ (numbers[next] as number), PRIME)
  return hash
}
