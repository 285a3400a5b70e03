import { carriesMeaning, words } from '../../content/words.ts'
import { spellingKey } from './spelling.ts'

/** The words of a sentence as numbers of their vocabulary. */
export interface Keys {
  /** In the order of the sentence. */
  all: number[]
  /** Those that are no function words, each once. */
  meaning: number[]
}

/**
 * Numbers for the words of texts that are compared with each other, counted from 0 as they come: one number for all
 * spellings of a word. Most words come again and again, and each is asked for its spelling once.
 */
export class Vocabulary {
  /** Twice the number of each word as printed in lower case, and one more where it carries meaning. */
  readonly #words = new Map<string, number>()
  readonly #numbers = new Map<string, number>()
  readonly #figures: boolean[] = []
  /** The last sentence in which each number carried meaning. */
  readonly #met: number[] = []
  #sentences = 0

  /** How many numbers there are. */
  get size(): number {
    return this.#numbers.size
  }

  keysOf(sentence: string): Keys {
    this.#sentences++
    const all: number[] = []
    const meaning: number[] = []
    for (const word of words(sentence)) {
      const known = this.#words.get(word) ?? this.#learn(word)
      const number = known >> 1
      all.push(number)
      if ((known & 1) === 0 || this.#met[number] === this.#sentences) continue
      this.#met[number] = this.#sentences
      meaning.push(number)
    }
    return { all, meaning }
  }

  /** Whether a word is a number, printed in figures or words; "one" is more often none. */
  isFigure(number: number): boolean {
    return this.#figures[number] ?? false
  }

  #learn(word: string): number {
    const key = spellingKey(word)
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(key, number)
      this.#figures.push(isFigure(key))
      this.#met.push(0)
    }
    const known = 2 * number + Number(carriesMeaning(word))
    this.#words.set(word, known)
    return known
  }
}

function isFigure(key: string): boolean {
  const first = key.charCodeAt(0)
  return first >= 0x30 && first <= 0x39 && key !== '1'
}
