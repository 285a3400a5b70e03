import { rmSync } from 'node:fs'
import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads'
import { beginThread } from '../../content/thread.ts'
import { notesOf, spareOf } from '../swap.ts'
import { areStill, type FolderTimes, timesOf } from './folder-times.ts'
import { foldersOf, layFoundation } from './foundation.ts'
import { type Asked, answerTo } from './last-files.ts'
import type { Answer, LastSiteData } from './last-site-thread.ts'
import { type MadeFrom, type MadeSite, type NotedFiles, readNoted } from './noted-files.ts'
import { isStill, type Stamp, stampOf } from './stamp.ts'

/** From so many files on a thread looks after them, while the build reads the content. */
const MANY = 3000

interface Thread {
  worker: Worker
  port: MessagePort
  /** When it has ended. */
  gone: Promise<undefined>
}

/** What was done for the next build while nobody waited for one. */
export interface Prepared {
  noted: NotedFiles
  /** Of the file of the notes. */
  stamp: Stamp
  /** What `layIn` would give back. */
  lost: string[]
  /** The folder's own folders. */
  folders: FolderTimes
}

/**
 * Has the folder that the next site begins in hold the files of this one. Undefined where these are not noted; what stands
 * in the way is thrown, and nothing is left there then.
 */
export function prepareFolder(site: string): Prepared | undefined {
  const [notes, fresh] = [notesOf(site), spareOf(site)]
  const [stamp, noted] = [stampOf(notes), readNoted(notes)]
  if (!stamp || !noted) return undefined
  try {
    const lost = layFoundation({ fresh, site, isOfUse: true }, noted.files)
    return { noted, stamp, lost, folders: timesOf(fresh, foldersOf(noted.files)) }
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    throw error
  }
}

/** The site that the last build left, as far as it was noted. */
export class LastSite {
  readonly noted: NotedFiles | undefined
  readonly #site: string
  readonly #prepared: Prepared | undefined
  readonly #thread: Thread | undefined

  /**
   * `many` says from how many files on a thread is begun. What was `prepared` counts while the notes are those of the build
   * that it was prepared after, and the folder is as it was left.
   */
  constructor(site: string, many = MANY, prepared?: Prepared) {
    const noted = notesOf(site)
    this.#site = site
    if (prepared && isStill(noted, prepared.stamp)) this.#prepared = prepared
    this.noted = this.#prepared?.noted ?? readNoted(noted)
    const files = Object.keys(this.noted?.files ?? {}).length
    if (!this.#prepared && files >= many) this.#thread = beginThreadOf(noted)
  }

  /**
   * The site as it stands, where a build from this would leave it as it is; undefined otherwise. What search index there is
   * may stay where it is not to be made anew.
   */
  async ifMadeFrom({ all, search }: MadeFrom): Promise<MadeSite | undefined> {
    const { noted } = this
    if (noted?.from.all !== all || (search !== 'keep' && noted.from.search !== search)) return undefined
    const kept = Object.keys(noted.files).length
    return (await this.#ask({ isWhole: this.#site }))
      ? { counts: noted.counts, rendered: 0, kept }
      : undefined
  }

  /**
   * Has the folder of a new site begin with the files of this one, if they were made in this frame. Gives back the paths of
   * those that are not to be had.
   */
  async layIn(fresh: string, frame: string): Promise<string[]> {
    const isOfUse = this.noted?.frame.startsWith(`${frame} `) ?? false
    if (isOfUse && this.#prepared && areStill(fresh, this.#prepared.folders)) return this.#prepared.lost
    return (await this.#ask({ lay: { fresh, site: this.#site, isOfUse } })) as string[]
  }

  /** To be called at the end in any case: until it has, the thread may write to the folder. */
  async end(): Promise<void> {
    this.#thread?.port.close()
    await this.#thread?.worker.terminate()
  }

  /** Does itself what no thread does, or one that is dead. */
  async #ask(asked: Asked): Promise<unknown> {
    const answer = this.#thread && (await answerOf(this.#thread, asked))
    if (!answer) return answerTo(asked, this.noted)
    if ('failed' in answer) throw answer.failed
    return answer.said
  }
}

function beginThreadOf(noted: string): Thread {
  const { port1: port, port2 } = new MessageChannel()
  const data: LastSiteData = { noted, port: port2 }
  const worker = beginThread(new URL('./last-site-thread.ts', import.meta.url), data, [port2])
  return { worker, port, gone: new Promise((resolve) => worker.once('exit', () => resolve(undefined))) }
}

function answerOf({ port, gone }: Thread, asked: Asked): Promise<Answer | undefined> {
  port.postMessage(asked)
  return Promise.race([new Promise<Answer>((resolve) => port.once('message', resolve)), gone])
}
