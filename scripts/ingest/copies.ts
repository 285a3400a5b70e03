import type { IsoDate } from '../content/date.ts'
import { byCodePoint } from '../content/order.ts'
import { containment, type Shingles, sharedShingles, shingles } from '../content/shingles.ts'

/** What is asked of a text to tell whose it is. */
export interface Text {
  id: string
  /** The body's paragraphs. */
  paragraphs: string[]
  /** Whether the agency that wrote it printed it itself. */
  own: boolean
  date?: IsoDate
}

/**
 * Share of the shorter text that must stand in the longer one. Copies have nearly all of it and other texts a tenth, so
 * anything from .4 to .7 sorts them alike.
 */
const LEAST = 0.5
/**
 * Where less than this share of the longer text is the shorter one's, it must have some of the longer one's first
 * third: a cut text keeps the news, while a round-up or live page prints many texts one after the other and is no
 * original of any of them.
 */
const MOSTLY = 0.6
const OPENING = 1 / 3
const SOME = 0.1
/** A run of words that more texts than this share is a formula and proposes no further ones. */
const COMMON = 40
/** One run in so many is indexed, chosen by its hash; texts of fewer runs than `SHORT` are indexed whole. */
const SAMPLED = 4
const SHORT = 200
/** Candidates whose containment is measured, those with most runs in common first. */
const VERIFIED = 20

/**
 * Who copied whom: id of a copy to id of its original.
 *
 * Measured by containment, since a cut copy resembles its original little. Candidates come from an index over a
 * sample of the runs of five words, so the work grows with the number of texts and not with its square. In a group
 * the agency's own print is the original, else the fullest text, else the earliest; a text is a copy only of the
 * original itself, so that a chain of part copies does not make two texts one.
 */
export function findCopies(texts: Text[]): Map<string, string> {
  const ordered = originalsFirst(texts)
  const sets = ordered.map((text) => shingles(text.paragraphs.join('\n')))
  const index = new RunIndex(sets.map(sampled))
  const openings = new Map<number, Shingles>()
  const keepsOpening = (part: number, whole: number) => {
    const opening = openings.get(whole) ?? openingOf(ordered[whole] as Text)
    openings.set(whole, opening)
    return containment(opening, sets[part] as Shingles) >= SOME
  }
  const copies = new Map<string, string>()
  for (const [at, text] of ordered.entries()) {
    const own = sets[at] as Shingles
    const [original] = index
      .sharing(at)
      .slice(0, VERIFIED)
      .flatMap((other) => {
        const theirs = sets[other] as Shingles
        const shared = sharedShingles(own, theirs)
        const share = shared / Math.min(own.length, theirs.length)
        if (share < LEAST) return []
        if (shared < MOSTLY * theirs.length && own.length < theirs.length && !keepsOpening(at, other))
          return []
        return [{ other, share }]
      })
      .sort((a, b) => b.share - a.share || a.other - b.other)
    if (original) copies.set(text.id, ordered[original.other]?.id ?? '')
    else index.add(at)
  }
  return copies
}

/** Originals first: the agency's own print, then the fullest, then the earliest; words, then ids, settle what is left. */
function originalsFirst(texts: Text[]): Text[] {
  return texts
    .map((text) => ({ text, size: text.paragraphs.reduce((sum, { length }) => sum + length + 1, 0) }))
    .sort(
      ({ text: a, size: x }, { text: b, size: y }) =>
        Number(b.own) - Number(a.own) ||
        y - x ||
        byCodePoint(a.date ?? '9', b.date ?? '9') ||
        byCodePoint(a.paragraphs.join('\n'), b.paragraphs.join('\n')) ||
        byCodePoint(a.id, b.id),
    )
    .map(({ text }) => text)
}

const sampled = (all: Shingles): Shingles =>
  all.length <= SHORT ? all : all.filter((hash) => hash % SAMPLED === 0)

/** The runs of a text's first part. */
function openingOf({ paragraphs }: Text): Shingles {
  const text = paragraphs.join('\n')
  return shingles(text.slice(0, Math.ceil(text.length * OPENING)))
}

/**
 * Which texts have a run of words: for each run a list that texts are added to one by one. Lists lie one after the other
 * in one array, since there are millions of them; a run of one text needs none.
 */
class RunIndex {
  /** For each text its runs' lists, as positions in `#lists`. */
  readonly #listsOf: Uint32Array[]
  /** The lists: at its position how many texts a list has, then the texts. */
  readonly #lists: Uint32Array

  constructor(sets: Shingles[]) {
    const entries = new Float64Array(sets.reduce((sum, set) => sum + set.length, 0))
    let count = 0
    for (const [at, set] of sets.entries()) for (const hash of set) entries[count++] = hash * sets.length + at
    entries.sort()
    const found: number[][] = sets.map(() => [])
    let end = 0
    const runOf = (at: number) => Math.floor((entries[at] ?? 0) / sets.length)
    for (let from = 0, to = 1; from < count; from = to++) {
      while (to < count && runOf(to) === runOf(from)) to++
      if (to - from < 2) continue
      for (let at = from; at < to; at++) found[(entries[at] ?? 0) % sets.length]?.push(end)
      end += 1 + Math.min(to - from, COMMON)
    }
    this.#lists = new Uint32Array(end)
    this.#listsOf = found.map((lists) => Uint32Array.from(lists))
  }

  /** Texts added so far that share a run with a text, those that share most first. */
  sharing(text: number): number[] {
    const shared = new Map<number, number>()
    for (const list of this.#listsOf[text] ?? []) {
      const size = this.#lists[list] ?? 0
      for (let at = list + 1; at <= list + size; at++) {
        const other = this.#lists[at] ?? 0
        shared.set(other, (shared.get(other) ?? 0) + 1)
      }
    }
    return [...shared].sort(([a, x], [b, y]) => y - x || a - b).map(([other]) => other)
  }

  add(text: number): void {
    for (const list of this.#listsOf[text] ?? []) {
      const size = this.#lists[list] ?? 0
      if (size === COMMON) continue
      this.#lists[list + size + 1] = text
      this.#lists[list] = size + 1
    }
  }
}
