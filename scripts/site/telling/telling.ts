import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads'
import type { Pack } from '../../content/pack.ts'
import { beginThread } from '../../content/thread.ts'
import type { Topic } from '../../content/topic.ts'
import { sayingsKey } from '../sayings.ts'
import type { StoryView, TellingView, ToldAccounts } from '../views.ts'
import { partsOf } from './story-parts.ts'
import type { TellingData, Told } from './telling-thread.ts'

/** Stories that the thread is sent at once, and batches that it has at most: the build is busy for seconds at a time. */
const BATCH = 16
const AHEAD = 8
/** Fewer stories are told sooner than a thread begins. */
const MANY = 300

interface Asked {
  story: StoryView
  arrived: Promise<void>
  settle: () => void
}

/**
 * Has the accounts of stories told in a thread beside the build, the last ones first. The build makes its pages from the
 * first story on, and tells those that the thread has not begun without it, so that both end together: what comes of it is
 * the same.
 */
export class Telling implements TellingView {
  readonly #memory: Pack
  readonly #many: number
  #worker: Worker | undefined
  #port: MessagePort | undefined
  /** Stories that the thread is still to be sent. */
  readonly #left = new Map<string, StoryView>()
  /** What it has been sent, and what has come of it. */
  readonly #asked = new Map<string, Asked>()
  readonly #told = new Map<string, Told['page']>()

  /** `memory` keeps what topics say; `many` says from how many stories on a thread is begun. */
  constructor(memory: Pack, many = MANY) {
    this.#memory = memory
    this.#many = many
  }

  /** Begins with those stories of whose accounts the memory does not know what they have topics say. */
  begin(stories: StoryView[], topics: Topic[]): void {
    const unknown = stories.filter(
      (story) => story.accounts.length > 0 && !this.#memory.get(sayingsKey(story)),
    )
    if (unknown.length < this.#many) return
    for (const story of unknown.reverse()) this.#left.set(story.id, story)
    const { port1, port2 } = new MessageChannel()
    const data: TellingData = { topics, port: port2 }
    this.#worker = beginThread(new URL('./telling-thread.ts', import.meta.url), data, [port2])
    this.#worker.on('exit', () => this.#giveUp())
    this.#port = port1
    this.#port.on('message', (batch: Told[]) => this.#hear(batch))
    for (let batches = 0; batches < AHEAD; batches++) this.#send()
  }

  /** Waits for a story that the thread is at; one that it has not begun is no longer its business. */
  async ready({ id }: StoryView): Promise<void> {
    this.#left.delete(id)
    await this.#asked.get(id)?.arrived
  }

  /** What the thread made of a story, handed out once; undefined where it did not. */
  take({ id }: StoryView): ToldAccounts | undefined {
    const told = this.#told.get(id)
    this.#told.delete(id)
    return told && { ...told, html: Buffer.from(told.html.buffer).toString() }
  }

  /** Waits for all that the thread is still to tell, so that `memory` knows every story. */
  async finished(): Promise<void> {
    while (this.#asked.size > 0) await Promise.all([...this.#asked.values()].map(({ arrived }) => arrived))
  }

  /** To be called at the end in any case: the process would wait for the thread. */
  end(): void {
    this.#left.clear()
    this.#port?.close()
    void this.#worker?.terminate()
  }

  #send(): void {
    const batch = [...firstOf(this.#left.values(), BATCH)]
    if (batch.length === 0) return
    for (const story of batch) {
      this.#left.delete(story.id)
      let settle = () => {}
      const arrived = new Promise<void>((resolve) => {
        settle = resolve
      })
      this.#asked.set(story.id, { story, arrived, settle })
    }
    this.#port?.postMessage(batch.map(partsOf))
  }

  #hear(batch: Told[]): void {
    this.#send()
    for (const { id, page, sayings } of batch) {
      const asked = this.#asked.get(id)
      if (!asked) continue
      this.#told.set(id, page)
      this.#memory.remember(sayingsKey(asked.story), () => sayings)
      this.#asked.delete(id)
      asked.settle()
    }
  }

  /** A thread that died leaves its stories to those who need them. */
  #giveUp(): void {
    this.#left.clear()
    for (const { settle } of this.#asked.values()) settle()
    this.#asked.clear()
  }
}

function* firstOf<T>(items: Iterable<T>, most: number): Iterable<T> {
  let left = most
  for (const item of items) {
    if (left-- === 0) return
    yield item
  }
}
