import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads'
import { beginThread } from '../../content/thread.ts'
import type { MadeSite } from '../make-site.ts'
import { notesOf } from '../swap.ts'
import { type Ground, layFoundation } from './foundation.ts'
import type { Answer, Asked, LastSiteData } from './last-site-thread.ts'
import { type MadeFrom, type NotedFiles, readNoted } from './noted-files.ts'
import { isWhole } from './whole.ts'

/** From so many files on a thread looks after them, while the build reads the content. */
const MANY = 3000

/** The site that the last build left, as far as it was noted. */
export class LastSite {
  readonly noted: NotedFiles | undefined
  readonly #site: string
  readonly #thread: { worker: Worker; port: MessagePort } | undefined

  /** `many` says from how many files on a thread is begun. */
  constructor(site: string, many = MANY) {
    const noted = notesOf(site)
    this.#site = site
    this.noted = readNoted(noted)
    if (Object.keys(this.noted?.files ?? {}).length >= many) this.#thread = beginThreadOf(noted)
  }

  /**
   * The site as it stands, where a build from this would leave it as it is; undefined otherwise. What search index there is
   * may stay where it is not to be made anew.
   */
  async ifMadeFrom({ all, search }: MadeFrom): Promise<MadeSite | undefined> {
    const { noted } = this
    if (noted?.from.all !== all || (search !== 'keep' && noted.from.search !== search)) return undefined
    const isAsLeft = this.#thread ? await this.#ask({ isWhole: this.#site }) : isWhole(this.#site, noted)
    const kept = Object.keys(noted.files).length
    return isAsLeft ? { counts: noted.counts, rendered: 0, kept } : undefined
  }

  /**
   * Has the folder of a new site begin with the files of this one, if they were made in this frame. Gives back the paths of
   * those that are not to be had.
   */
  async layIn(fresh: string, frame: string): Promise<string[]> {
    const isOfUse = this.noted?.frame.startsWith(`${frame} `) ?? false
    const ground: Ground = { fresh, site: this.#site, isOfUse }
    if (!this.#thread) return layFoundation(ground, this.noted?.files ?? {})
    return (await this.#ask({ lay: ground })) as string[]
  }

  /** To be called at the end in any case: until it has, the thread may write to the folder. */
  async end(): Promise<void> {
    this.#thread?.port.close()
    await this.#thread?.worker.terminate()
  }

  #ask(asked: Asked): Promise<unknown> {
    const { port, worker } = this.#thread as { worker: Worker; port: MessagePort }
    return new Promise((resolve, reject) => {
      port.once('message', (answer: Answer) =>
        'said' in answer ? resolve(answer.said) : reject(answer.failed),
      )
      worker.once('exit', () => reject(new Error('the thread that looks after the last site ended too soon')))
      port.postMessage(asked)
    })
  }
}

function beginThreadOf(noted: string): { worker: Worker; port: MessagePort } {
  const { port1, port2 } = new MessageChannel()
  const data: LastSiteData = { noted, port: port2 }
  return {
    worker: beginThread(new URL('./last-site-thread.ts', import.meta.url), data, [port2]),
    port: port1,
  }
}
