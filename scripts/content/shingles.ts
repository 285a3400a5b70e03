import { words } from './words.ts'

const LENGTH = 5

/**
 * Hashes of the runs of five words of a text, each once (32-bit FNV-1a over the words; Broder 1997, "On the
 * resemblance and containment of documents"). A text of fewer words is one run.
 */
export function shingles(text: string): Set<number> {
  const all = words(text)
  const found = new Set<number>()
  for (let at = 0; at === 0 || at + LENGTH <= all.length; at++) {
    let hash = 0x811c9dc5
    for (const word of all.slice(at, at + LENGTH)) {
      for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
      hash = Math.imul(hash ^ 0x20, 0x01000193)
    }
    found.add(hash >>> 0)
  }
  return found
}

/** Share of `part`'s shingles that `whole` has: 1 when all of it stands there, whatever else does. */
export function containment(part: Set<number>, whole: Set<number>): number {
  let shared = 0
  for (const hash of part) if (whole.has(hash)) shared++
  return part.size === 0 ? 0 : shared / part.size
}
