import type { IsoDate } from '../content/date.ts'
import { ownMemory } from '../content/numbers.ts'
import { byCodePoint } from '../content/order.ts'
import { type Pack, packKey } from '../content/pack.ts'
import { type Shingles, shingles } from '../content/shingles.ts'
import { lengthOf, type Paragraphs, type Passage, passageOf, wholeOf } from './passage.ts'

/** What is asked of a text to tell whose it is. */
export interface Text {
  id: string
  /** The body's paragraphs. */
  paragraphs: Paragraphs
  /** Whether the agency that wrote it printed it itself. */
  own: boolean
  /** Whether it names the agency that wrote it. */
  credited: boolean
  /** Absent where it is in doubt. */
  date?: IsoDate
}

/** A text and what it says. */
export interface Whole {
  text: Text
  passage: Passage
}

/**
 * A cut text keeps the news: it has some of the longer one's first third, while a round-up or live page prints many
 * texts one after the other and is no original of any of them.
 */
const OPENING = 1 / 3

/** The agency's own prints first, then the fullest, then the earliest; words, then ids, settle what is left. */
export function fullestFirst(texts: Text[]): Whole[] {
  return texts
    .map((text) => ({ text, passage: passageOf(text.paragraphs) }))
    .sort(
      ({ text: a, passage: x }, { text: b, passage: y }) =>
        Number(b.own) - Number(a.own) ||
        lengthOf(y) - lengthOf(x) ||
        byCodePoint(a.date ?? '9', b.date ?? '9') ||
        byWords(x, y) ||
        Number(b.credited) - Number(a.credited) ||
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
    const whole = wholeOf(this.#from.passage)
    this.#opening ??= shingles(whole.slice(0, Math.ceil(whole.length * OPENING)))
    return this.#opening
  }
}

/** By the words of two texts, which most often are the same where all else is. */
const byWords = (a: Passage, b: Passage): number =>
  a.hash === b.hash ? 0 : byCodePoint(wholeOf(a), wholeOf(b))

function runsOf({ passage }: Whole, kept: Pack | undefined): Shingles {
  const key = kept && packKey('runs', passage.hash)
  const bytes = key && kept.get(key)
  if (bytes) return new Uint32Array(ownMemory(bytes))
  const runs = shingles(wholeOf(passage))
  if (key) kept.put(key, Buffer.from(runs.buffer, runs.byteOffset, runs.byteLength))
  return runs
}
