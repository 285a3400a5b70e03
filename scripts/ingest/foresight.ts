import type { Content } from '../content/load.ts'
import { packKey } from '../content/pack.ts'
import type { Problem } from '../content/problem.ts'
import { decide } from './decide.ts'
import type { Draft } from './draft.ts'
import type { Kept } from './kept.ts'
import { newArticlesOf } from './new-article.ts'
import type { IngestOptions, IngestReport } from './run.ts'
import { settledKey, sourcesKey, textsKey } from './settled.ts'
import { Written } from './state/written.ts'

/**
 * What the run after one that wrote will say, so that it need not be run at all. It is decided as that run would decide
 * it, from what was written and read again, and kept only where that run would write nothing. Hashes before and after
 * tell whether somebody changed a file meanwhile.
 */
export class Foresight {
  readonly #options: IngestOptions
  readonly #kept: Kept
  readonly #sources: string
  #texts = ''

  /** Looks at the source texts before they are read. */
  constructor(options: IngestOptions, kept: Kept) {
    this.#options = options
    this.#kept = kept
    this.#sources = sourcesKey(options.sources, kept.hashes)
  }

  /** Looks at what was written before it is read again. */
  look(): void {
    this.#texts = this.#textsNow()
  }

  /**
   * Keeps what the next run will say of the texts, `refused` and the problems of the log of arrivals among it, if what
   * they were cleaned with still stands.
   */
  keep(drafts: Draft[], refused: Problem[], before: Content, after: Content, arrivals: Problem[]): void {
    const { sources, content, explainNew } = this.#options
    if (knownIn(before) !== knownIn(after)) return
    const written = new Written(content, this.#kept.hashes)
    const { compared, files, unseen } = decide(drafts, after, written, this.#kept)
    if (!written.isSettled() || sourcesKey(sources, this.#kept.hashes) !== this.#sources) return
    const key = keyOfRun(this.#options, this.#kept)
    if (this.#textsNow() !== this.#texts) return
    keepReport(this.#kept, key, {
      files,
      refused,
      problems: [...after.problems, ...arrivals],
      unseen,
      newArticles: explainNew ? newArticlesOf(compared, after) : [],
    })
  }

  #textsNow(): string {
    return textsKey(this.#options.sources, this.#options.content, this.#kept.hashes)
  }
}

/** What texts are cleaned with. */
const knownIn = ({ topics, publishers }: Content): string => JSON.stringify([topics, publishers])

/** Hash of all that a run reads and is asked for. */
export const keyOfRun = ({ sources, content, explainNew }: IngestOptions, { hashes }: Kept): string =>
  packKey(settledKey(sources, content, hashes), String(explainNew === true))

/** Keeps what a run says that has nothing to write, by its key. */
export function keepReport({ settled }: Kept, key: string, said: Omit<IngestReport, 'work'>): void {
  const work: IngestReport['work'] = { cleaned: 0, cleanedAgain: 0, filesWritten: 0 }
  settled.put(key, Buffer.from(JSON.stringify({ ...said, work })))
}
