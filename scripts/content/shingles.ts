import { hashRun } from './hash.ts'
import { wordHashes } from './words.ts'

const LENGTH = 5

/** The shingles of a text, ascending and each once. */
export type Shingles = Uint32Array

/**
 * Hashes of the runs of five words of a text (Broder 1997, "On the resemblance and containment of documents"). A text
 * of fewer words is one run.
 */
export function shingles(text: string): Shingles {
  const hashes = wordHashes(text)
  const found = new Uint32Array(Math.max(1, hashes.length - LENGTH + 1))
  for (let at = 0; at < found.length; at++)
    found[at] = hashRun(hashes, at, Math.min(at + LENGTH, hashes.length))
  found.sort()
  let kept = 1
  for (let at = 1; at < found.length; at++) if (found[at] !== found[at - 1]) found[kept++] = found[at] ?? 0
  return found.slice(0, kept)
}

/**
 * How many shingles two texts share. Counting ends where it is sure that they are fewer than `least`; what comes out is
 * then some smaller number.
 */
export function sharedShingles(a: Shingles, b: Shingles, least = 0): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let unshared = short.length - least
  let shared = 0
  for (let i = 0, j = 0; i < short.length && j < long.length; ) {
    const x = short[i] as number
    const y = long[j] as number
    if (x === y) shared++
    else if (x < y && --unshared < 0) break
    if (x <= y) i++
    if (y <= x) j++
  }
  return shared
}

/** Share of `part`'s shingles that `whole` has: 1 when all of it stands there, whatever else does. */
export function containment(part: Shingles, whole: Shingles): number {
  return sharedShingles(part, whole) / part.length
}
