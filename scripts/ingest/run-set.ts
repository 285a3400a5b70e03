import type { Shingles } from '../content/shingles.ts'

const BITS = 1 << 24
const NONE: Shingles = new Uint32Array()

/** Runs of words, by 24 bits of their hashes: what is not among them may seem to be, what is always does. */
export class RunSet {
  readonly #bits = new Uint32Array(BITS / 32)

  add(runs: Shingles): void {
    for (let at = 0; at < runs.length; at++) {
      const run = runs[at] as number
      this.#bits[wordOf(run)] = (this.#bits[wordOf(run)] as number) | (1 << (run & 31))
    }
  }

  /** Whether any of some runs is among them. */
  meets(runs: Shingles): boolean {
    for (let at = 0; at < runs.length; at++) if (this.#has(runs[at] as number)) return true
    return false
  }

  /** Those of some runs that are among them, in their order. */
  commonWith(runs: Shingles): Shingles {
    let count = 0
    for (let at = 0; at < runs.length; at++) count += Number(this.#has(runs[at] as number))
    if (count === 0) return NONE
    return count === runs.length ? runs : runs.filter((run) => this.#has(run))
  }

  #has(run: number): boolean {
    return (((this.#bits[wordOf(run)] as number) >>> (run & 31)) & 1) === 1
  }
}

const wordOf = (run: number): number => (run & (BITS - 1)) >>> 5
