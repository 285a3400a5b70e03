import type { Republish } from '../../content/fields.ts'
import { words } from '../../content/words.ts'
import type { ArticleView } from '../views.ts'

/** Of a text of which only excerpts may be printed: the longest quotation, and all together, in words. */
const LONGEST = 40
const TOGETHER = 160
/** What a word takes with the space behind it, in characters, where a text is only looked at as far as need be. */
const WORD_LENGTH = 8

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
    return this.#rights === 'full' || this.#wordsOf(text) !== undefined
  }

  /** The text if it may be quoted, and then it counts. */
  quote(text: string): string | undefined {
    if (this.#rights === 'full') return text
    const count = this.#wordsOf(text)
    if (count === undefined) return undefined
    this.#left -= count
    return text
  }

  /** As much of a sentence as may be quoted, an ellipsis for the rest; then it counts. Empty where nothing may be. */
  quoteBeginning(sentence: string): string {
    if (this.#rights !== 'excerpt') return this.quote(sentence) ?? ''
    let end = -1
    for (let word = 0; word < LONGEST; word++) {
      end = sentence.indexOf(' ', end + 1)
      if (end < 0) return this.quote(sentence) ?? ''
    }
    return this.quote(`${unfinished(sentence.slice(0, end))} …`) ?? ''
  }

  /** How many words a text has for which there is room; undefined where there is none. */
  #wordsOf(text: string): number | undefined {
    if (this.#rights === 'link') return undefined
    const most = Math.min(LONGEST, this.#left)
    // Mostly there is no room any more, and the beginning tells: it has no more words than the whole.
    const beginning = (most + 1) * WORD_LENGTH
    if (text.length > 2 * beginning && words(text.slice(0, beginning)).length > most) return undefined
    const { length } = words(text)
    return length <= most ? length : undefined
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
