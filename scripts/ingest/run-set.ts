import type { Shingles } from '../content/shingles.ts'

const NONE: Shingles = new Uint32Array()

/**
 * Runs of words, by some bits of their hashes (Bloom 1970, "Space/time trade-offs in hash coding with allowable errors"):
 * what is not among them may seem to be, what is always does.
 */
export class RunSet {
  readonly #mask: number
  readonly #words: Uint32Array

  /** `bits` of each hash are looked at. */
  constructor(bits: number) {
    this.#mask = (1 << bits) - 1
    this.#words = new Uint32Array((1 << bits) / 32)
  }

  add(runs: Shingles): void {
    const words = this.#words
    for (let at = 0; at < runs.length; at++) {
      const run = runs[at] as number
      const word = (run & this.#mask) >>> 5
      words[word] = (words[word] as number) | (1 << (run & 31))
    }
  }

  /** Takes out all, of which these were added. */
  clear(runs: Shingles): void {
    const words = this.#words
    if (runs.length > words.length) words.fill(0)
    else for (let at = 0; at < runs.length; at++) words[((runs[at] as number) & this.#mask) >>> 5] = 0
  }

  /** Whether any of some runs is among them. */
  meets(runs: Shingles): boolean {
    for (let at = 0; at < runs.length; at++) if (this.#has(runs[at] as number) === 1) return true
    return false
  }

  /** Those of some runs that are among them, in their order. */
  commonWith(runs: Shingles): Shingles {
    let count = 0
    for (let at = 0; at < runs.length; at++) count += this.#has(runs[at] as number)
    if (count === 0) return NONE
    return count === runs.length ? runs : runs.filter((run) => this.#has(run) === 1)
  }

  /** False only where fewer than `least` of some runs are among them. */
  mayShare(runs: Shingles, least: number): boolean {
    let spare = runs.length - least
    for (let at = 0; at < runs.length && spare >= 0; at++) spare -= 1 - this.#has(runs[at] as number)
    return spare >= 0
  }

  /** 1 or 0. */
  #has(run: number): number {
    return ((this.#words[(run & this.#mask) >>> 5] as number) >>> (run & 31)) & 1
  }
}
