import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads'
import { beginThread } from '../../content/thread.ts'
import type { Links } from './links.ts'
import type { Answer, Noted, WritingData } from './writing-thread.ts'

/** UTF-16 units that are sent at once, and that may wait to be written. */
const BATCH = 1 << 18
const MOST = 1 << 24

/** Writes files in a thread beside the build, which goes on rendering meanwhile. */
export class Writing {
  readonly #worker: Worker
  readonly #port: MessagePort
  readonly #onFile: (file: Noted) => void
  readonly #onEnd: () => void
  #batch: [path: string, text: string][] = []
  #batchUnits = 0
  /** Units of the batches that are not answered yet, first ones first. */
  readonly #waiting: number[] = []
  #waitingUnits = 0
  #failed: { why: unknown } | undefined
  #heard = () => {}

  /** `onFile` hears of every file; what its pages link to is added to `links` in the end. */
  constructor(data: Omit<WritingData, 'port'>, links: Links, onFile: (file: Noted) => void) {
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    this.#onFile = onFile
    this.#onEnd = () =>
      this.#fail(new Error('the thread that writes the pages ended before they were written'))
    this.#worker = beginThread(
      new URL('./writing-thread.ts', import.meta.url),
      { ...data, port: port2 } satisfies WritingData,
      [port2],
    )
    this.#worker.on('exit', this.#onEnd)
    this.#port.on('message', (answer: Answer) => {
      if ('failed' in answer) this.#fail(answer.failed)
      else if ('links' in answer) links.join(answer.links)
      else for (const file of answer.files) this.#onFile(file)
      this.#waitingUnits -= this.#waiting.shift() ?? 0
      this.#heard()
    })
  }

  /** Takes a file; waits while too many are to be written. Throws what writing one of them threw. */
  async write(path: string, text: string): Promise<void> {
    this.#batch.push([path, text])
    this.#batchUnits += text.length
    if (this.#batchUnits < BATCH) return
    this.#send()
    await new Promise((resolve) => setImmediate(resolve))
    await this.#until(() => this.#waitingUnits <= MOST)
  }

  /** Waits until everything is written. */
  async finish(): Promise<void> {
    this.#send()
    this.#port.postMessage(undefined)
    this.#waiting.push(0)
    await this.#until(() => this.#waiting.length === 0)
  }

  /** To be called at the end in any case: the process would wait for the thread. */
  async end(): Promise<void> {
    this.#worker.off('exit', this.#onEnd)
    this.#port.close()
    await this.#worker.terminate()
  }

  #send(): void {
    this.#port.postMessage(this.#batch)
    this.#waiting.push(this.#batchUnits)
    this.#waitingUnits += this.#batchUnits
    this.#batch = []
    this.#batchUnits = 0
  }

  async #until(isSo: () => boolean): Promise<void> {
    while (!this.#failed && !isSo())
      await new Promise<void>((resolve) => {
        this.#heard = resolve
      })
    if (this.#failed) throw this.#failed.why
  }

  #fail(why: unknown): void {
    this.#failed ??= { why }
    this.#heard()
  }
}
