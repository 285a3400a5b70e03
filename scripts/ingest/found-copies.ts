import { ownMemory } from '../content/numbers.ts'
import type { Shingles } from '../content/shingles.ts'

/** Bytes of a text's key. */
const KEY = 32
const HEAD = 12
/** Stands for the place of a text that there is none of. */
export const NOBODYS = -1
/** What is said of a text and a candidate that has much of it and is no original of it. */
export const HELD = -1

/** What became of texts, in the order of `fullestFirst`; places are places in it. */
export interface Outcome {
  /** Where the candidates of each text begin, and behind the last one where they end. */
  starts: Uint32Array
  /** The texts that each was compared with. */
  candidates: Uint32Array
  /** What is said of a text and each of them: the share that they have in common, 0 for little, or `HELD`. */
  verdicts: Float64Array
  /** The first text of the family that each is in: itself, or one before it; `NOBODYS` for one of a few words. */
  roots: Int32Array
  /** The text that each is a copy of; `NOBODYS` where it is none. */
  originals: Int32Array
  /** Where the indexed runs of each text begin, and behind the last one where they end. */
  runStarts: Uint32Array
  /** The indexed runs of each text, ascending. */
  runs: Uint32Array
}

/** The same with a hash of each text and of all else that decides what becomes of it. */
export interface FoundCopies extends Outcome {
  keys: string[]
}

/** Sets of runs one behind the other. */
export function joined(sets: Shingles[]): Pick<Outcome, 'runStarts' | 'runs'> {
  const runStarts = new Uint32Array(sets.length + 1)
  for (const [at, { length }] of sets.entries()) runStarts[at + 1] = (runStarts[at] as number) + length
  const runs = new Uint32Array(runStarts[sets.length] as number)
  for (const [at, set] of sets.entries()) runs.set(set, runStarts[at])
  return { runStarts, runs }
}

/** What was found, as bytes. */
export function bytesOfFound(found: FoundCopies): Buffer {
  const { keys, starts, candidates, verdicts, roots, originals, runStarts, runs } = found
  const sizes = Uint32Array.of(keys.length, candidates.length, runs.length)
  const arrays = [sizes, starts, candidates, roots, originals, runStarts, runs, verdicts]
  return Buffer.concat([
    ...arrays.map(({ buffer, byteOffset, byteLength }) =>
      Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength),
    ),
    Buffer.from(keys.join(''), 'latin1'),
  ])
}

/** The same from these bytes. */
export function foundIn(bytes: Buffer): FoundCopies {
  const [texts, pairs, runs] = [0, 4, 8].map((at) => bytes.readUInt32LE(at)) as [number, number, number]
  let at = HEAD
  const next = (count: number, width = 4): ArrayBuffer => {
    const from = at
    at += width * count
    return ownMemory(bytes.subarray(from, at))
  }
  const found = {
    starts: new Uint32Array(next(texts + 1)),
    candidates: new Uint32Array(next(pairs)),
    roots: new Int32Array(next(texts)),
    originals: new Int32Array(next(texts)),
    runStarts: new Uint32Array(next(texts + 1)),
    runs: new Uint32Array(next(runs)),
    verdicts: new Float64Array(next(pairs, 8)),
  }
  const keys = Array.from({ length: texts }, (_, text) =>
    bytes.toString('latin1', at + KEY * text, at + KEY * (text + 1)),
  )
  return { keys, ...found }
}
