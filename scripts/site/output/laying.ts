import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads'
import { beginThread } from '../../content/thread.ts'
import { type Ground, layFoundation } from './foundation.ts'
import type { FoundationData, Laid } from './foundation-thread.ts'
import { type NotedFiles, readNoted } from './noted-files.ts'

/** From so many files on a thread lays the foundation, while the build reads the content. */
const MANY = 3000

/** Lays the foundation of a site; a large one's in a thread. */
export class Laying {
  /** What the last build noted. */
  readonly last: NotedFiles
  readonly #thread: { worker: Worker; port: MessagePort } | undefined
  #laid: Promise<string[]> | undefined

  /** `noted` is the file in which the last build noted its files. */
  constructor(noted: string, from = MANY) {
    this.last = readNoted(noted)
    if (Object.keys(this.last.files).length >= from) this.#thread = beginLaying(noted)
  }

  begin(ground: Ground): void {
    this.#laid = this.#lay(ground)
    // Whoever asks for it hears of it; where the build fails before, nobody does.
    this.#laid.catch(() => {})
  }

  /** The paths of the files that are not to be had, when it is laid. */
  get lost(): Promise<string[]> {
    return this.#laid ?? Promise.resolve([])
  }

  /** To be called at the end in any case: until it has, the thread may write to the folder. */
  async end(): Promise<void> {
    this.#thread?.port.close()
    await this.#thread?.worker.terminate()
  }

  #lay(ground: Ground): Promise<string[]> {
    const thread = this.#thread
    if (!thread) return new Promise((resolve) => resolve(layFoundation(ground, this.last.files)))
    return new Promise((resolve, reject) => {
      thread.port.once('message', (laid: Laid) => ('lost' in laid ? resolve(laid.lost) : reject(laid.failed)))
      thread.worker.once('exit', () =>
        reject(new Error('the thread that lays the site out ended before it had')),
      )
      thread.port.postMessage(ground)
    })
  }
}

function beginLaying(noted: string): { worker: Worker; port: MessagePort } {
  const { port1, port2 } = new MessageChannel()
  const data: FoundationData = { noted, port: port2 }
  return {
    worker: beginThread(new URL('./foundation-thread.ts', import.meta.url), data, [port2]),
    port: port1,
  }
}
