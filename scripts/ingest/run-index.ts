import { firstOf } from '../content/first-of.ts'
import type { Shingles } from '../content/shingles.ts'

/** A run of words that more texts than this share is a formula and proposes no further ones. */
export const COMMON = 40

/**
 * Which texts have a run of words: for each run a list that texts are added to one by one. Lists lie one after the other
 * in one array, since there are millions of them; a run of one text needs none.
 */
export class RunIndex {
  /** For each text its runs' lists, as positions in `#lists`. */
  readonly #listsOf: Uint32Array[]
  /** The lists: at its position how many texts a list has, then the texts. */
  readonly #lists: Uint32Array
  /** For each text how many lists of the one asked about it is in; all 0 between questions. */
  readonly #shared: Uint32Array

  constructor(sets: Shingles[]) {
    const entries = new Float64Array(sets.reduce((sum, set) => sum + set.length, 0))
    let count = 0
    for (const [at, set] of sets.entries())
      for (let run = 0; run < set.length; run++) entries[count++] = (set[run] as number) * sets.length + at
    entries.sort()
    const sizes = new Uint32Array(sets.length)
    let end = 0
    const shared = (visit: (text: number, list: number) => void) => {
      end = 0
      for (let from = 0, to = 1; from < count; from = to++) {
        const run = Math.floor((entries[from] as number) / sets.length)
        while (to < count && Math.floor((entries[to] as number) / sets.length) === run) to++
        if (to - from < 2) continue
        for (let at = from; at < to; at++) visit((entries[at] as number) - run * sets.length, end)
        end += 1 + Math.min(to - from, COMMON)
      }
    }
    shared((text) => {
      sizes[text] = (sizes[text] as number) + 1
    })
    this.#listsOf = Array.from(sizes, (size) => new Uint32Array(size))
    sizes.fill(0)
    shared((text, list) => {
      const lists = this.#listsOf[text] as Uint32Array
      lists[sizes[text] as number] = list
      sizes[text] = (sizes[text] as number) + 1
    })
    this.#lists = new Uint32Array(end)
    this.#shared = new Uint32Array(sets.length)
  }

  /** Texts added so far that share a run with a text, those that share most first, and of those the first `most`. */
  sharing(text: number, most: number): number[] {
    const [lists, shared] = [this.#lists, this.#shared]
    const found: number[] = []
    const own = this.#listsOf[text] as Uint32Array
    for (let which = 0; which < own.length; which++) {
      const list = own[which] as number
      const end = list + (lists[list] as number)
      for (let at = list + 1; at <= end; at++) {
        const other = lists[at] as number
        if (shared[other] === 0) found.push(other)
        shared[other] = (shared[other] as number) + 1
      }
    }
    const isBefore = (a: number, b: number): boolean => {
      const difference = (shared[a] as number) - (shared[b] as number)
      return difference > 0 || (difference === 0 && a < b)
    }
    const first = firstOf(found.length, (at) => found[at] as number, most, isBefore)
    for (let at = 0; at < found.length; at++) shared[found[at] as number] = 0
    return first
  }

  add(text: number): void {
    for (const list of this.#listsOf[text] ?? []) {
      const size = this.#lists[list] ?? 0
      if (size === COMMON) continue
      this.#lists[list + size + 1] = text
      this.#lists[list] = size + 1
    }
  }
}
