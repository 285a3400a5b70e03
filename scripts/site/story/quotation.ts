import type { Republish } from '../../content/fields.ts'
import { words } from '../../content/words.ts'

/** Of a text of which only excerpts may be printed: the longest quotation, and all together, in words. */
const LONGEST = 40
const TOGETHER = 160

/** Whether these words, quoted beside each other, are no more than the rights of both their texts allow. */
export function mayQuote(rights: Republish[], ...quoted: string[]): boolean {
  if (rights.includes('link')) return false
  return !rights.includes('excerpt') || quoted.every((text) => words(text).length <= LONGEST)
}

/** Quotations of one text: each as long as its rights allow, and all together no more than an excerpt. */
export class Quotations {
  readonly #rights: Republish
  #left = TOGETHER

  constructor(rights: Republish) {
    this.#rights = rights
  }

  /** Whether there is room for this one. */
  allow(text: string): boolean {
    if (!mayQuote([this.#rights], text)) return false
    return this.#rights === 'full' || words(text).length <= this.#left
  }

  /** The text if it may be quoted, and then it counts. */
  quote(text: string): string | undefined {
    if (!this.allow(text)) return undefined
    if (this.#rights === 'excerpt') this.#left -= words(text).length
    return text
  }
}
