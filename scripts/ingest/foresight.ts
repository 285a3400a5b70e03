import type { Content } from '../content/load.ts'
import { packKey } from '../content/pack.ts'
import type { Problem } from '../content/problem.ts'
import { decide } from './decide.ts'
import type { Draft } from './draft.ts'
import type { Kept } from './kept.ts'
import type { IngestOptions, IngestReport } from './run.ts'
import { contentListing, keyOf, type Listing, listingOf, type ReadKeys, readKeys } from './settled.ts'
import { Written } from './state/written.ts'

/**
 * What the run after one that wrote will say, so that it need not be run at all. It is decided as that run would decide
 * it, from what was written and loaded again, and kept only where that run would write nothing, by the hashes of what this
 * one read and wrote: where somebody changes a file meanwhile, the next run finds others.
 */
export class Foresight {
  readonly #options: IngestOptions
  readonly #kept: Kept
  readonly #before: ReadKeys
  /** Of the source texts as they were cleaned. */
  #cleaned: string | undefined
  /** What there was of the content folder before it was read again. */
  #listed: Listing | undefined

  /** `before` is what there was before it was read. */
  constructor(options: IngestOptions, kept: Kept, before: ReadKeys) {
    this.#options = options
    this.#kept = kept
    this.#before = before
  }

  /** To be called before anything is written, of which `hashes` are told. */
  look(): void {
    const { hashes } = this.#kept
    this.#cleaned = keyOf(listingOf(this.#options.sources), hashes)
    hashes.look()
  }

  /** To be called before what was written is read again. */
  list(): void {
    const { sources, content } = this.#options
    this.#listed = contentListing(sources, content)
  }

  /**
   * Keeps what the next run will say of the texts, `refused` and the problems of the log of arrivals among it, if what
   * they were cleaned with still stands.
   */
  keep(drafts: Draft[], refused: Problem[], before: Content, after: Content, arrivals: Problem[]): void {
    const { sources, content, explainNew } = this.#options
    if (!this.#listed || knownIn(before) !== knownIn(after)) return
    const read = keyOf(this.#listed, this.#kept.hashes)
    const written = new Written(content, this.#kept.hashes)
    const decided = decide(drafts, after, written, this.#kept, explainNew)
    if (!written.isSettled()) return
    const now = readKeys(sources, content, this.#kept.hashes)
    if (now.sources !== this.#before.sources || now.sources !== this.#cleaned || now.content !== read) return
    keepReport(this.#kept, keyOfRun(this.#options, now), {
      ...decided,
      refused,
      problems: [...after.problems, ...arrivals],
    })
  }
}

/** What texts are cleaned with. */
const knownIn = ({ topics, publishers }: Content): string => JSON.stringify([topics, publishers])

/** Hash of all that a run reads and is asked for. */
export const keyOfRun = ({ explainNew }: IngestOptions, read: ReadKeys): string =>
  packKey(read.sources, read.content, read.state, read.bases, String(explainNew === true))

/** Keeps what a run says that has nothing to write, by its key. */
export function keepReport({ settled }: Kept, key: string, said: Omit<IngestReport, 'work'>): void {
  const work: IngestReport['work'] = { cleaned: 0, cleanedAgain: 0, filesWritten: 0 }
  settled.put(key, Buffer.from(JSON.stringify({ ...said, work })))
}
