/** What is said of a text and one that it may be a copy of, as a number of 64 bits; copies say what it means. */
type Verdict = number

/** Bytes of a text's key. */
const KEY = 32

/** The texts that each text was compared with, by their places, and what came of it. */
interface Compared {
  /** Where the candidates of each text begin, and behind the last one where they end. */
  starts: Uint32Array
  candidates: Uint32Array
  verdicts: Float64Array
}

/**
 * Verdicts on pairs of texts. Each follows from its two texts alone, so one of an earlier run holds for as long as the
 * texts have the same keys, whatever came to stand around them.
 */
export class Pairs {
  readonly #keys: string[]
  readonly #before: Compared | undefined
  /** The place of each text in the earlier run; -1 where it is new. */
  readonly #places: Int32Array
  readonly #starts: number[] = []
  readonly #candidates: number[] = []
  readonly #verdicts: number[] = []

  /** `keys` are the texts' hashes, in their order; `kept` is what `bytes` gave in an earlier run. */
  constructor(keys: string[], kept?: Buffer) {
    this.#keys = keys
    this.#places = new Int32Array(keys.length).fill(-1)
    if (!kept) return
    const texts = kept.readUInt32LE(0)
    const pairs = kept.readUInt32LE(4)
    const numbers = 8 + texts * KEY
    this.#before = {
      starts: new Uint32Array(cut(kept, numbers, 4 * (texts + 1))),
      candidates: new Uint32Array(cut(kept, numbers + 4 * (texts + 1), 4 * pairs)),
      verdicts: new Float64Array(cut(kept, numbers + 4 * (texts + 1 + pairs), 8 * pairs)),
    }
    const placeOf = new Map<string, number>()
    for (let at = 0; at < texts; at++)
      placeOf.set(kept.toString('latin1', 8 + at * KEY, 8 + (at + 1) * KEY), at)
    this.#places = Int32Array.from(keys, (key) => placeOf.get(key) ?? -1)
  }

  /** What an earlier run said of a text, by its place, and one of its candidates; undefined where it said nothing. */
  known(text: number, candidate: number): Verdict | undefined {
    const [at, other] = [this.#places[text] as number, this.#places[candidate] as number]
    if (!this.#before || at < 0 || other < 0) return undefined
    const { starts, candidates, verdicts } = this.#before
    const end = starts[at + 1] as number
    for (let pair = starts[at] as number; pair < end; pair++)
      if (candidates[pair] === other) return verdicts[pair]
    return undefined
  }

  /** Notes what is said of the next text, in order, and its candidates. */
  note(candidates: number[], verdicts: Verdict[]): void {
    this.#starts.push(this.#candidates.length)
    for (const [at, candidate] of candidates.entries()) {
      this.#candidates.push(candidate)
      this.#verdicts.push(verdicts[at] as Verdict)
    }
  }

  /** All that was noted, once every text has been. */
  bytes(): Buffer {
    const sizes = Uint32Array.of(this.#keys.length, this.#candidates.length)
    const starts = Uint32Array.from([...this.#starts, this.#candidates.length])
    return Buffer.concat([
      bytesOf(sizes),
      Buffer.from(this.#keys.join(''), 'latin1'),
      bytesOf(starts),
      bytesOf(Uint32Array.from(this.#candidates)),
      bytesOf(Float64Array.from(this.#verdicts)),
    ])
  }
}

/** Bytes in memory of their own, where numbers may stand at any place. */
const cut = (bytes: Buffer, from: number, length: number): ArrayBuffer =>
  Uint8Array.from(bytes.subarray(from, from + length)).buffer

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array | Float64Array): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)
