import { containment, sharedShingles } from '../content/shingles.ts'
import { HELD } from './found-copies.ts'
import type { Print, Text } from './prints.ts'
import type { Sieve } from './sieve.ts'

/** Share of the shorter text that must stand in the longer one. Copies have nearly all of it and other texts a tenth. */
const LEAST = 0.5
/** Texts that have this share of the longer one are one text; what has less is a cut of it, or was added to. */
const MOSTLY = 0.6
/** Share of the longer text's first third that a cut of it has at least. */
const SOME = 0.1
/**
 * A longer text is a copy only where this much of it is its original's, or this much of its first third: a report that
 * quotes an agency's flash is its own.
 */
const FAIR = 0.3
const MOST_OF_OPENING = 0.5
/** What a text is to a candidate that has little of it. */
const UNRELATED = 0

/** The share that a text and an original that it may belong to have in common, else what it is to it. */
export function kinship(print: Print, root: Print, sieve: Sieve): number {
  sieve.fill(print.runs)
  if (!sieve.mayShare(root.runs, leastShared(print, root))) return UNRELATED
  const share = shareOfShorter(print, root)
  if (share < LEAST) return UNRELATED
  return belongTogether(print, root) ? share : HELD
}

/** Whether a text may be a copy of another, or that of it. */
export const areKin = (a: Print, b: Print): boolean => shareOfShorter(a, b) >= LEAST && belongTogether(a, b)

/** Whether a text is sure to be of an earlier day. */
export const isEarlier = (a: Text, b: Text): boolean =>
  a.date !== undefined && b.date !== undefined && a.date < b.date

/** Whether a text cannot have been taken from a longer one: an agency's own print, or one of an earlier day. */
export const goesBefore = (short: Text, long: Text): boolean =>
  short.own || (isEarlier(short, long) && !long.credited && !long.own)

/** Share of the shorter text that stands in the longer one; below `LEAST` it need not be exact. */
function shareOfShorter(a: Print, b: Print): number {
  return sharedShingles(a.runs, b.runs, leastShared(a, b)) / Math.min(a.runs.length, b.runs.length)
}

const leastShared = ({ runs: a }: Print, { runs: b }: Print): number =>
  Math.ceil(LEAST * Math.min(a.length, b.length))

/** Whether less than most of the longer text is the shorter one's. */
export const isMuchLonger = (long: Print, short: Print): boolean =>
  long.runs.length > short.runs.length && sharedShingles(long.runs, short.runs) < MOSTLY * long.runs.length

/** Whether one of two texts, most of one of which stands in the other, is a copy of the other and does not just hold it. */
function belongTogether(a: Print, b: Print): boolean {
  const [short, long] = a.runs.length < b.runs.length ? [a, b] : [b, a]
  if (!isMuchLonger(long, short)) return true
  if (!goesBefore(short.text, long.text)) return containment(long.opening(), short.runs) >= SOME
  return (
    containment(long.runs, short.runs) >= FAIR || containment(long.opening(), short.runs) >= MOST_OF_OPENING
  )
}
