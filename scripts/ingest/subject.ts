import { contentWords } from '../content/words.ts'

/** Words are told apart by so many letters. */
const STEM = 6
const stem = (word: string): string => word.slice(0, STEM)

/** What a body speaks of: its content words, matched by their first letters so that endings do not matter. */
export class Subject {
  readonly #stems: Set<string>

  constructor(text: string) {
    this.#stems = new Set(contentWords(text).map(stem))
  }

  /** Share of a text's content words that the body has too. */
  share(text: string): number {
    const asked = contentWords(text)
    return asked.filter((word) => this.#stems.has(stem(word))).length / (asked.length || 1)
  }
}
