import type { IsoDate } from '../content/date.ts'
import { byCodePoint } from '../content/order.ts'
import { containment, shingles } from '../content/shingles.ts'

/** What is asked of a text to tell whose it is. */
export interface Text {
  id: string
  /** The body's paragraphs. */
  paragraphs: string[]
  /** Whether the agency that wrote it printed it itself. */
  own: boolean
  date?: IsoDate
}

/** Share of the shorter text that must stand in the longer one. */
const LEAST = 0.5
/** A run of words that more texts than this share is a formula and proposes no pair. */
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
  const ordered = [...texts].sort(originalFirst)
  const sets = ordered.map((text) => shingles(text.paragraphs.join('\n')))
  const index = new Map<number, number[]>()
  const copies = new Map<string, string>()
  for (const [at, text] of ordered.entries()) {
    const own = sets[at] ?? new Set()
    const sample = [...own].filter((hash) => own.size <= SHORT || hash % SAMPLED === 0)
    const shared = new Map<number, number>()
    for (const hash of sample)
      for (const other of index.get(hash) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    const original = [...shared]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, VERIFIED)
      .map(([other]) => ({ other, share: shareOf(own, sets[other] ?? new Set()) }))
      .filter(({ share }) => share >= LEAST)
      .sort((a, b) => b.share - a.share || a.other - b.other)[0]
    if (original) copies.set(text.id, ordered[original.other]?.id ?? '')
    else for (const hash of sample) index.set(hash, limited(index.get(hash), at))
  }
  return copies
}

const length = (text: Text | undefined): number => text?.paragraphs.join(' ').length ?? 0

function shareOf(a: Set<number>, b: Set<number>): number {
  return a.size <= b.size ? containment(a, b) : containment(b, a)
}

function limited(before: number[] | undefined, at: number): number[] {
  if (!before) return [at]
  if (before.length < COMMON) before.push(at)
  return before
}

/** Originals first: the agency's own print, then the fullest, then the earliest; ids settle what is left. */
function originalFirst(a: Text, b: Text): number {
  return (
    Number(b.own) - Number(a.own) ||
    length(b) - length(a) ||
    byCodePoint(a.date ?? '9', b.date ?? '9') ||
    byCodePoint(a.id, b.id)
  )
}
