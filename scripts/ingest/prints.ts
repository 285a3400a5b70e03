import type { IsoDate } from '../content/date.ts'
import { byCodePoint } from '../content/order.ts'
import { type Pack, packKey } from '../content/pack.ts'
import { type Shingles, shingles } from '../content/shingles.ts'

/** What is asked of a text to tell whose it is. */
export interface Text {
  id: string
  /** The body's paragraphs. */
  paragraphs: string[]
  /** Whether the agency that wrote it printed it itself. */
  own: boolean
  /** Whether it names the agency that wrote it. */
  credited: boolean
  /** Absent where it is in doubt. */
  date?: IsoDate
}

/** A text as one string. */
export interface Whole {
  text: Text
  whole: string
  /** Hash of the string; absent where nothing is kept. */
  key?: string
}

/**
 * A cut text keeps the news: it has some of the longer one's first third, while a round-up or live page prints many
 * texts one after the other and is no original of any of them.
 */
const OPENING = 1 / 3

/** The agency's own prints first, then the fullest, then the earliest; words, then ids, settle what is left. */
export function fullestFirst(texts: Text[]): Whole[] {
  return texts
    .map((text) => ({ text, whole: text.paragraphs.join('\n') }))
    .sort(
      ({ text: a, whole: x }, { text: b, whole: y }) =>
        Number(b.own) - Number(a.own) ||
        y.length - x.length ||
        byCodePoint(a.date ?? '9', b.date ?? '9') ||
        byCodePoint(x, y) ||
        byCodePoint(a.id, b.id),
    )
}

/** A text with its runs of words, which `kept` may have of an earlier run: worked out when they are first asked for. */
export class Print {
  readonly text: Text
  readonly #from: Whole
  readonly #kept: Pack | undefined
  #runs: Shingles | undefined
  #opening: Shingles | undefined

  constructor(from: Whole, kept?: Pack) {
    this.text = from.text
    this.#from = from
    this.#kept = kept
  }

  get runs(): Shingles {
    this.#runs ??= runsOf(this.#from, this.#kept)
    return this.#runs
  }

  /** Runs of its first third. */
  opening(): Shingles {
    const { whole } = this.#from
    this.#opening ??= shingles(whole.slice(0, Math.ceil(whole.length * OPENING)))
    return this.#opening
  }
}

function runsOf({ whole, key: of }: Whole, kept: Pack | undefined): Shingles {
  const key = kept && of && packKey('runs', of)
  const bytes = key && kept.get(key)
  if (bytes) return new Uint32Array(Uint8Array.from(bytes).buffer)
  const runs = shingles(whole)
  if (key) kept.put(key, Buffer.from(runs.buffer, runs.byteOffset, runs.byteLength))
  return runs
}
