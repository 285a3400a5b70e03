import { AnsweringThread } from '../content/answering-thread.ts'
import type { Pack } from '../content/pack.ts'

/** Texts that the thread is handed at once, and batches that it has at most. */
const BATCH = 32
const AHEAD = 128
const YOUNG_MB = 16
const PATIENCE_MS = 10_000
const PROGRAM = new URL('./reading-ahead-thread.ts', import.meta.url)

/** A text that is going to be written, by the file of the content folder that it becomes. */
export type Coming = [file: string, text: string]

/** Those of them that are entries, under their keys, as a pack keeps them. */
export type Parsed = [key: string, bytes: Uint8Array][]

/**
 * Parses the texts that a run is going to write in a thread beside it, since the run reads them once they stand there. What
 * the thread has too much of, or cannot say, is parsed then.
 */
export class ReadingAhead {
  readonly #parsed: Pack
  readonly #thread: AnsweringThread<Coming[], Parsed> | undefined
  #batch: Coming[] = []

  /** A thread is worth it where `many` come and a pack is kept. */
  constructor(parsed: Pack, many: boolean) {
    this.#parsed = parsed
    if (many && parsed.isKept) this.#thread = new AnsweringThread(PROGRAM, {}, YOUNG_MB, PATIENCE_MS)
  }

  add(file: string, text: string): void {
    if (!this.#thread) return
    this.#batch.push([file, text])
    if (this.#batch.length === BATCH) this.#send()
  }

  /** Waits until all that the thread was handed is parsed; its memory is free then. */
  finish(): void {
    this.#send()
    this.#thread?.finish()
    this.end()
  }

  /** To be called at the end in any case. */
  end(): void {
    this.#thread?.end()
  }

  #send(): void {
    const batch = this.#batch.splice(0)
    this.#thread?.hear()
    if (!this.#thread || batch.length === 0 || this.#thread.waiting >= AHEAD) return
    this.#thread.ask(batch, (parsed = []) => {
      for (const [key, bytes] of parsed) if (!this.#parsed.has(key)) this.#parsed.put(key, Buffer.from(bytes))
    })
  }
}
