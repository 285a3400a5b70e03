import type { Shingles } from '../content/shingles.ts'

/** A run of words that more texts than this share is a formula and proposes no further ones. */
const COMMON = 40

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
    const found: number[][] = sets.map(() => [])
    let end = 0
    const runOf = (at: number) => Math.floor((entries[at] ?? 0) / sets.length)
    for (let from = 0, to = 1; from < count; from = to++) {
      while (to < count && runOf(to) === runOf(from)) to++
      if (to - from < 2) continue
      for (let at = from; at < to; at++) found[(entries[at] ?? 0) % sets.length]?.push(end)
      end += 1 + Math.min(to - from, COMMON)
    }
    this.#lists = new Uint32Array(end)
    this.#listsOf = found.map((lists) => Uint32Array.from(lists))
    this.#shared = new Uint32Array(sets.length)
  }

  /** Texts added so far that share a run with a text, those that share most first. */
  sharing(text: number): number[] {
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
    found.sort((a, b) => (shared[b] as number) - (shared[a] as number) || a - b)
    for (const other of found) shared[other] = 0
    return found
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
