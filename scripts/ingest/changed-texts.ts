import type { Shingles } from '../content/shingles.ts'
import { type FoundCopies, HELD, NOBODYS } from './found-copies.ts'
import { COMMON } from './run-index.ts'
import { RunSet } from './run-set.ts'

/** Bits of hashes: all texts together have a million runs. */
const BITS = 24

/** What is said of one text: the texts before it that it was compared with, what came of it, the family that it is in. */
export interface Told {
  candidates: number[]
  verdicts: number[]
  root: number
}

/** A text that others may be copies of now and might not before, or the other way round; of one that is gone, where it was. */
interface Turned {
  at: number
  runs: Shingles
  isGone: boolean
}

/**
 * What an earlier run found, for texts of which some came, went or changed since. What becomes of a text follows from it
 * and from the texts before it that have copies, or may have, and share an indexed run with it: where those are what they
 * were, so is it. So those that came are looked at first, then those that may be touched by what came of that, and so on.
 */
export class ChangedTexts {
  readonly #before: FoundCopies
  /** The place of each text in the earlier run, and of each of that run's now; `NOBODYS` where it has none. */
  readonly #placesBefore: Int32Array
  readonly #placesNow: Int32Array
  /** 1 for the texts that are to be looked at again. */
  readonly #isOpen: Uint8Array
  /** The indexed runs of each text, and those of them that may tell of one that is looked at again. */
  readonly runs: Shingles[]
  runsToShare: Shingles[] = []
  #familiesBefore: { sizes: Uint32Array; holders: Uint8Array } | undefined

  /** `keys` are the texts' hashes in their order, `runsOf` gives the indexed runs of one. */
  constructor(before: FoundCopies, keys: string[], runsOf: (text: number) => Shingles) {
    this.#before = before
    const { placesBefore, placesNow } = placesOf(before.keys, keys)
    this.#placesBefore = placesBefore
    this.#placesNow = placesNow
    this.runs = Array.from(placesBefore, (place, at) =>
      place === NOBODYS ? runsOf(at) : this.#runsBefore(place),
    )
    this.#isOpen = Uint8Array.from(placesBefore, (place) => Number(place === NOBODYS))
    this.#share()
  }

  /** What was said of a text, where it holds still. */
  toldBefore(text: number): Told | undefined {
    if (this.#isOpen[text] === 1) return undefined
    const { starts, candidates, verdicts, roots } = this.#before
    const place = this.#placesBefore[text] as number
    const [from, to] = [starts[place], starts[place + 1]]
    return {
      candidates: Array.from(candidates.subarray(from, to), (other) => this.#now(other)),
      verdicts: [...verdicts.subarray(from, to)],
      root: this.#now(roots[place] as number),
    }
  }

  /** What was said of two texts, which follows from them alone; undefined where nothing was. */
  verdict(text: number, candidate: number): number | undefined {
    const [at, other] = [this.#placesBefore[text] as number, this.#placesBefore[candidate] as number]
    if (at === NOBODYS || other === NOBODYS) return undefined
    const { starts, candidates, verdicts } = this.#before
    const end = starts[at + 1] as number
    for (let pair = starts[at] as number; pair < end; pair++)
      if (candidates[pair] === other) return verdicts[pair]
    return undefined
  }

  /**
   * Whether what was said of the others holds, now that the family of each text is known. If not, more are to be looked at
   * again, and all is to be asked anew.
   */
  holds(roots: Int32Array): boolean {
    const turned: Turned[] = []
    for (const [at, place] of this.#placesBefore.entries())
      if ((place !== NOBODYS && this.#before.roots[place] === place) !== (roots[at] === at))
        turned.push({ at, runs: this.#runsAt(at), isGone: false })
    for (const [at, place] of this.#placesNow.entries())
      if (place === NOBODYS && this.#before.roots[at] === at)
        turned.push({ at, runs: this.#runsBefore(at), isGone: true })
    return turned.length === 0 || !this.#open(this.#tellingRuns(turned, roots))
  }

  /**
   * The runs by which texts that came, went or turned may be found: of one that enough others before it have, and had, it
   * is not listed.
   */
  #tellingRuns(turned: Turned[], roots: Int32Array): RunSet {
    const all = new RunSet(BITS)
    for (const { runs } of turned) all.add(runs)
    const counts = new Map<number, number>()
    /** For each such run the text with which its list was full. */
    const full = new Map<number, number>()
    for (const [at, place] of this.#placesBefore.entries()) {
      if (place === NOBODYS || roots[at] !== at || this.#before.roots[place] !== place) continue
      for (const run of all.commonWith(this.#runsAt(at))) {
        const count = (counts.get(run) ?? 0) + 1
        counts.set(run, count)
        if (count === COMMON) full.set(run, at)
      }
    }
    const telling = new RunSet(BITS)
    for (const { at, runs, isGone } of turned)
      telling.add(
        runs.filter((run) => {
          const last = full.get(run)
          return last === undefined || at < (isGone ? (this.#placesBefore[last] as number) : last)
        }),
      )
    return telling
  }

  /** Has the texts that share a run with some looked at again; says whether any was not. */
  #open(runs: RunSet): boolean {
    let isMore = false
    for (const [at, own] of this.runs.entries()) {
      if (this.#isOpen[at] === 1 || !runs.meets(own)) continue
      this.#isOpen[at] = 1
      isMore = true
    }
    if (isMore) this.#share()
    return isMore
  }

  #share(): void {
    const open = new RunSet(BITS)
    for (const [at, isOpen] of this.#isOpen.entries()) if (isOpen === 1) open.add(this.#runsAt(at))
    this.runsToShare = this.runs.map((own, at) => (this.#isOpen[at] === 1 ? own : open.commonWith(own)))
  }

  /** The originals of a family's texts, where it is the one that it was; `holders` marks the texts that hold others. */
  originalsBefore(family: number[], holders: Uint8Array): number[] | undefined {
    const { roots, originals } = this.#before
    const before = this.#families()
    const root = this.#placesBefore[family[0] as number] as number
    if (root === NOBODYS || before.sizes[root] !== family.length) return undefined
    const places = family.map((at) => this.#placesBefore[at] as number)
    const isSame = places.every(
      (place, which) =>
        place !== NOBODYS &&
        roots[place] === root &&
        before.holders[place] === holders[family[which] as number],
    )
    return isSame ? places.map((place) => this.#now(originals[place] as number)) : undefined
  }

  #families(): { sizes: Uint32Array; holders: Uint8Array } {
    if (this.#familiesBefore) return this.#familiesBefore
    const { keys, candidates, verdicts, roots } = this.#before
    const [sizes, holders] = [new Uint32Array(keys.length), new Uint8Array(keys.length)]
    for (const root of roots) if (root !== NOBODYS) sizes[root] = (sizes[root] as number) + 1
    for (const [pair, other] of candidates.entries()) if (verdicts[pair] === HELD) holders[other] = 1
    this.#familiesBefore = { sizes, holders }
    return this.#familiesBefore
  }

  #runsBefore(place: number): Shingles {
    const { runs, runStarts } = this.#before
    return runs.subarray(runStarts[place], runStarts[place + 1])
  }

  #runsAt(text: number): Shingles {
    return this.runs[text] as Shingles
  }

  #now(place: number): number {
    return place === NOBODYS ? NOBODYS : (this.#placesNow[place] as number)
  }
}

/** Of several texts of one key the first is taken for the first. */
function placesOf(before: string[], now: string[]): { placesBefore: Int32Array; placesNow: Int32Array } {
  const placesBefore = new Int32Array(now.length).fill(NOBODYS)
  const placesNow = new Int32Array(before.length).fill(NOBODYS)
  /** The place of the first of each key, and behind each text the next one of its key. */
  const first = new Map<string, number>()
  const next = new Int32Array(before.length).fill(NOBODYS)
  for (let at = before.length - 1; at >= 0; at--) {
    next[at] = first.get(before[at] as string) ?? NOBODYS
    first.set(before[at] as string, at)
  }
  for (const [at, key] of now.entries()) {
    const place = first.get(key) ?? NOBODYS
    if (place === NOBODYS) continue
    placesBefore[at] = place
    placesNow[place] = at
    first.set(key, next[place] as number)
  }
  return { placesBefore, placesNow }
}
