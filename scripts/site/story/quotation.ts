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

/** Quotations of a text, as many and as long as its rights allow. One for each place where a text is quoted. */
export class Quotations {
  readonly #rights: Republish
  #left = MOST

  constructor(rights: Republish) {
    this.#rights = rights
  }

  /** Whether all of these, each a quotation that stands beside the others, may be printed; those that may are counted. */
  allow(...texts: string[]): boolean {
    if (this.#rights !== 'excerpt') return this.#rights === 'full'
    if (this.#left === 0 || texts.some((text) => words(text).length > LONGEST)) return false
    this.#left--
    return true
  }
}
