/** What a hash begins with, and what it is multiplied by at each code unit. */
export const START = 0x811c9dc5
export const PRIME = 0x01000193

/** 32-bit FNV-1a hash of a text's code units (Fowler, Noll and Vo), as an unsigned number. `from` continues another hash. */
export function hashText(text: string, from = START): number {
  let hash = from
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME)
  return hash >>> 0
}

/** Hash of a sequence of hashes, so that a run of words is hashed without reading its letters again. */
export function hashRun(hashes: Uint32Array, from: number, to: number): number {
  let hash = START
  for (let at = from; at < to; at++) {
    hash = Math.imul(hash ^ (hashes[at] ?? 0), PRIME)
    hash ^= hash >>> 15
  }
  return hash >>> 0
}
