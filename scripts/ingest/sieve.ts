import type { Shingles } from '../content/shingles.ts'

const BITS = 1 << 16

/**
 * Which runs of words a text can have, by 16 bits of their hashes (Bloom 1970, "Space/time trade-offs in hash coding with
 * allowable errors"): most texts that share a formula with it are told from its copies without comparing all runs.
 */
export class Sieve {
  readonly #bits = new Uint32Array(BITS / 32)
  #filled: Shingles = new Uint32Array()

  /** Takes the runs of one text, in place of those of the one before. */
  fill(runs: Shingles): void {
    if (runs === this.#filled) return
    const bits = this.#bits
    if (this.#filled.length > bits.length) bits.fill(0)
    else for (let at = 0; at < this.#filled.length; at++) bits[wordOf(this.#filled[at] as number)] = 0
    for (let at = 0; at < runs.length; at++) {
      const run = runs[at] as number
      bits[wordOf(run)] = (bits[wordOf(run)] as number) | (1 << (run & 31))
    }
    this.#filled = runs
  }

  /** False only where fewer than `least` of another text's runs are among them. */
  mayShare(runs: Shingles, least: number): boolean {
    const bits = this.#bits
    let spare = runs.length - least
    for (let at = 0; at < runs.length && spare >= 0; at++) {
      const run = runs[at] as number
      spare -= (~(bits[wordOf(run)] as number) >>> (run & 31)) & 1
    }
    return spare >= 0
  }
}

const wordOf = (run: number): number => (run & (BITS - 1)) >>> 5
