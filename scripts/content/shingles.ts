import { hashRun, hashText } from './hash.ts'
import { words } from './words.ts'

const LENGTH = 5

/**
 * Hashes of the runs of five words of a text, each once (Broder 1997, "On the resemblance and containment of
 * documents"). A text of fewer words is one run.
 */
export function shingles(text: string): Set<number> {
  const all = Uint32Array.from(words(text), (word) => hashText(word))
  const found = new Set<number>()
  for (let at = 0; at === 0 || at + LENGTH <= all.length; at++)
    found.add(hashRun(all, at, Math.min(at + LENGTH, all.length)))
  return found
}

/** Share of `part`'s shingles that `whole` has: 1 when all of it stands there, whatever else does. */
export function containment(part: Set<number>, whole: Set<number>): number {
  let shared = 0
  for (const hash of part) if (whole.has(hash)) shared++
  return part.size === 0 ? 0 : shared / part.size
}
