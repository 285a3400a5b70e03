import { availableParallelism } from 'node:os'
import { AnsweringThread } from '../content/answering-thread.ts'
import type { Content } from '../content/load.ts'
import type { Cleaned, RawText } from './cleaned.ts'

/** Texts that a thread is handed at once. */
const BATCH = 32
/** Batches that one thread has at most, so that few texts lie in memory and none waits. */
const AHEAD = 3
const MOST_THREADS = 3
/** Memory for what a text needs while it is cleaned: little of it outlives the text, so it need not be swept often. */
const YOUNG_MB = 64
/** The longest text takes seconds. */
const PATIENCE_MS = 120_000
const PROGRAM = new URL('./cleaning-thread.ts', import.meta.url)

/** What a thread is begun with. */
export interface ThreadData {
  content: Pick<Content, 'topics' | 'publishers'>
}

/** A text that is asked about; `settle` gets nothing where no thread could say. */
interface Question {
  text: RawText
  settle: (cleaned?: Cleaned) => void
}

/**
 * Cleans texts in threads beside the one that asks, which is told to clean a batch itself where all others have enough.
 * Threads see what the asking one sees and do the same with it, so nothing depends on how many there are.
 */
export class CleaningThreads {
  readonly #data: ThreadData
  #threads: AnsweringThread<RawText[], Cleaned[]>[] | undefined
  #batch: Question[] = []

  constructor(content: ThreadData['content']) {
    this.#data = { content }
  }

  get areBegun(): boolean {
    return this.#threads !== undefined
  }

  ask(text: RawText, settle: Question['settle']): void {
    this.#threads ??= Array.from(
      { length: Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1)) },
      () => new AnsweringThread(PROGRAM, this.#data, YOUNG_MB, PATIENCE_MS),
    )
    this.#batch.push({ text, settle })
    if (this.#batch.length === BATCH) this.#send()
  }

  /** Waits for all answers. */
  finish(): void {
    this.#send()
    for (const thread of this.#threads ?? []) thread.finish()
  }

  end(): void {
    for (const thread of this.#threads ?? []) thread.end()
  }

  #send(): void {
    const threads = this.#threads ?? []
    for (const thread of threads) thread.hear()
    const [idlest] = [...threads].sort((a, b) => a.waiting - b.waiting)
    const batch = this.#batch.splice(0)
    if (!idlest || idlest.waiting >= AHEAD) settle(batch)
    else
      idlest.ask(
        batch.map(({ text }) => text),
        (answer) => settle(batch, answer),
      )
  }
}

function settle(batch: Question[], answer?: Cleaned[]): void {
  for (const [at, { settle: say }] of batch.entries()) say(answer?.[at])
}
