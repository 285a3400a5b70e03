import type { Republish } from '../../content/fields.ts'
import { words } from '../../content/words.ts'

/** The longest quotation of a text of which only excerpts may be printed, in words, and how many of them there may be. */
const LONGEST = 40
const MOST = 8

const STRICTEST: Republish[] = ['link', 'excerpt', 'full']

/** What may be printed where both texts' rights count. */
export function strictest(...rights: Republish[]): Republish {
  return STRICTEST.find((one) => rights.includes(one)) ?? 'full'
}

/** Whether these words, quoted beside each other, are no more than the rights of their texts allow. */
export function mayQuote(rights: Republish, ...texts: string[]): boolean {
  return rights === 'full' || (rights === 'excerpt' && texts.every((text) => words(text).length <= LONGEST))
}

/** Quotations of a text, as many and as long as its rights allow. One for each place where a text is quoted. */
export class Quotations {
  readonly #rights: Republish
  #left = MOST

  constructor(rights: Republish) {
    this.#rights = rights
  }

  /** Whether one more quotation may be printed; it is counted if so. */
  allow(...texts: string[]): boolean {
    if (this.#left === 0 || !mayQuote(this.#rights, ...texts)) return false
    if (this.#rights === 'excerpt') this.#left--
    return true
  }
}
