import type { Shingles } from '../content/shingles.ts'
import { RunSet } from './run-set.ts'

/** Bits of hashes: a text has a few hundred runs. */
const BITS = 16

/**
 * Which runs of words a text can have: most texts that share a formula with it are told from its copies without comparing
 * all runs.
 */
export class Sieve {
  readonly #runs = new RunSet(BITS)
  #filled: Shingles = new Uint32Array()

  /** Takes the runs of one text, in place of those of the one before. */
  fill(runs: Shingles): void {
    if (runs === this.#filled) return
    this.#runs.clear(this.#filled)
    this.#runs.add(runs)
    this.#filled = runs
  }

  /** False only where fewer than `least` of another text's runs are among them. */
  mayShare(runs: Shingles, least: number): boolean {
    return this.#runs.mayShare(runs, least)
  }
}
