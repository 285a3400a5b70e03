import type { Republish } from '../../content/fields.ts'
import { words } from '../../content/words.ts'
import type { ArticleView } from '../views.ts'

/** Of a text of which only excerpts may be printed: the longest quotation, and all together, in words. */
const LONGEST = 40
const TOGETHER = 160

/** Whether these words, quoted beside each other, are no more than the rights of both their texts allow. */
export function mayQuote(rights: Republish[], ...quoted: string[]): boolean {
  if (rights.includes('link')) return false
  return !rights.includes('excerpt') || quoted.every((text) => words(text).length <= LONGEST)
}

/** Quotations of one text on one page: each as long as its rights allow, and all together no more than an excerpt. */
export class Quotations {
  readonly #rights: Republish
  #left: number

  constructor(rights: Republish, left = TOGETHER) {
    this.#rights = rights
    this.#left = left
  }

  /** The same with room for more words. */
  widened(more: number): Quotations {
    return new Quotations(this.#rights, this.#left + more)
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

  /** As much of a sentence as may be quoted, an ellipsis for the rest; then it counts. Empty where nothing may be. */
  quoteBeginning(sentence: string): string {
    if (this.#rights === 'full') return sentence
    const all = sentence.split(' ')
    const begun = all.length <= LONGEST ? sentence : `${unfinished(all.slice(0, LONGEST).join(' '))} …`
    return this.quote(begun) ?? ''
  }
}

const unfinished = (text: string): string => text.replace(/[,;:–—-]+$/, '')

/** What a page quotes of each of its texts: so many words at most, in whatever section they stand. */
export class Excerpts {
  readonly #room: number
  readonly #quotations: Map<string, Quotations>

  constructor(room = TOGETHER, quotations = new Map<string, Quotations>()) {
    this.#room = room
    this.#quotations = quotations
  }

  of({ id, republish }: Pick<ArticleView, 'id' | 'republish'>): Quotations {
    const quotations = this.#quotations.get(id) ?? new Quotations(republish, this.#room)
    this.#quotations.set(id, quotations)
    return quotations
  }

  /** What is left for another section, with room for more words; what that one takes leaves this as it is. */
  widened(more: number): Excerpts {
    const left = [...this.#quotations].map(([id, one]) => [id, one.widened(more)] as const)
    return new Excerpts(this.#room + more, new Map(left))
  }
}
