import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads'
import { beginThread } from '../../content/thread.ts'
import type { Links } from './links.ts'
import type { Answer, Batch, Noted, WritingData } from './writing-thread.ts'

/** Bytes that are sent at once, unless one file has more, and that may wait to be written. */
const BATCH = 1 << 19
const MOST = 1 << 24
/** Memory for what is soon done with: nothing of a page outlives it but its links. */
const YOUNG_MB = 8
/** UTF-8 has so many bytes for a UTF-16 unit at most. */
const WIDEST = 3

/** Writes files in a thread beside the build, which goes on rendering meanwhile. */
export class Writing {
  readonly #worker: Worker
  readonly #port: MessagePort
  readonly #onEnd = () =>
    this.#fail(new Error('the thread that writes the pages ended before they were written'))
  /** Batches that were written, to be filled again. */
  readonly #empty: Buffer[] = []
  #bytes: Buffer = Buffer.allocUnsafeSlow(BATCH)
  #batch: Batch['files'] = []
  #filled = 0
  /** Bytes of the batches that are not answered yet, first ones first. */
  readonly #waiting: number[] = []
  #waitingBytes = 0
  #failed: { why: unknown } | undefined
  #heard = () => {}

  /** `onFile` hears of every file; what its pages link to is added to `links` in the end. */
  constructor(data: Omit<WritingData, 'port'>, links: Links, onFile: (file: Noted) => void) {
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    const own: WritingData = { ...data, port: port2 }
    this.#worker = beginThread(new URL('./writing-thread.ts', import.meta.url), own, [port2], YOUNG_MB)
    this.#worker.on('exit', this.#onEnd)
    this.#port.on('message', (answer: Answer) => {
      if ('failed' in answer) this.#fail(answer.failed)
      else if ('links' in answer) links.join(answer.links)
      else {
        for (const file of answer.files) onFile(file)
        if (answer.bytes.length === BATCH) this.#empty.push(Buffer.from(answer.bytes.buffer))
      }
      this.#waitingBytes -= this.#waiting.shift() ?? 0
      this.#heard()
    })
  }

  /** Takes a file, as text or parts of its bytes; waits while too many are to be written. Throws what writing one of them threw. */
  async write(path: string, content: string | Uint8Array[]): Promise<void> {
    const most = typeof content === 'string' ? content.length * WIDEST : sizeOf(content)
    if (this.#filled + most > this.#bytes.length) {
      this.#send()
      if (most > this.#bytes.length) this.#bytes = Buffer.allocUnsafeSlow(most)
      // What other threads have to say is heard between two batches.
      await new Promise((resolve) => setImmediate(resolve))
      await this.#until(() => this.#waitingBytes <= MOST)
    }
    const length = this.#put(content)
    this.#batch.push([path, this.#filled, length])
    this.#filled += length
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

  /** Says how many bytes it were. */
  #put(content: string | Uint8Array[]): number {
    if (typeof content === 'string') return this.#bytes.write(content, this.#filled)
    let at = this.#filled
    for (const part of content) {
      this.#bytes.set(part, at)
      at += part.length
    }
    return at - this.#filled
  }

  #send(): void {
    if (this.#batch.length === 0) return
    const batch: Batch = { files: this.#batch, bytes: this.#bytes }
    this.#port.postMessage(batch, [this.#bytes.buffer as ArrayBuffer])
    this.#waiting.push(this.#filled)
    this.#waitingBytes += this.#filled
    this.#bytes = this.#empty.pop() ?? Buffer.allocUnsafeSlow(BATCH)
    this.#batch = []
    this.#filled = 0
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

const sizeOf = (parts: Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0)
