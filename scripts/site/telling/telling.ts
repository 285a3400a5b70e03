import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads'
import type { Content } from '../../content/load.ts'
import type { Pack } from '../../content/pack.ts'
import { compileRegistry } from '../../content/registry.ts'
import { beginThread } from '../../content/thread.ts'
import type { Topic } from '../../content/topic.ts'
import { sayingsKey, sayingsTeller } from '../sayings.ts'
import type { StoryView, TellingView, ToldAccounts } from '../views.ts'
import { partsOf } from './story-parts.ts'
import { type Told, tell } from './tell.ts'
import type { TellingData } from './telling-thread.ts'
import { ToldPages } from './told-pages.ts'

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
 * first story on, and tells those that the thread has not begun itself, so that neither waits for the other: what comes of
 * it is the same.
 */
export class Telling implements TellingView {
  readonly #memory: Pack
  readonly #many: number
  #tellSayings: ReturnType<typeof sayingsTeller> | undefined
  #topics: Topic[] = []
  #worker: Worker | undefined
  #port: MessagePort | undefined
  /** Stories in their order, and those that nobody has begun. */
  #line: StoryView[] = []
  readonly #left = new Set<StoryView>()
  /** What the thread has been sent, and what has come of it. */
  readonly #asked = new Map<string, Asked>()
  readonly #told = new ToldPages()

  /** `memory` keeps what topics say; `many` says from how many stories on a thread is begun. */
  constructor(memory: Pack, many = MANY) {
    this.#memory = memory
    this.#many = many
  }

  /** Begins the thread for so many stories, of which the memory knows nothing, while they are still put together. */
  expect({ stories, topics }: Pick<Content, 'stories' | 'topics'>): void {
    if (stories.length >= this.#many && this.#memory.isEmpty) this.#beginThread(topics)
  }

  /** Begins with those stories of whose accounts the memory does not know what they have topics say. */
  begin(stories: StoryView[], topics: Topic[]): void {
    const unknown = stories.filter(
      (story) => story.accounts.length > 0 && !this.#memory.has(sayingsKey(story)),
    )
    if (unknown.length < this.#many) {
      this.#endThread()
      return
    }
    this.#topics = topics
    this.#line = unknown
    for (const story of unknown) this.#left.add(story)
    if (!this.#worker) this.#beginThread(topics)
    for (let batches = 0; batches < AHEAD; batches++) this.#send()
  }

  /** Waits for a story that the thread is at, and tells one that it has not begun. */
  async ready(story: StoryView): Promise<void> {
    if (this.#left.delete(story)) this.#tell(story)
    await this.#asked.get(story.id)?.arrived
  }

  /** What was made of a story, handed out once; undefined where nothing was. */
  take({ id }: StoryView): ToldAccounts | undefined {
    return this.#told.take(id)
  }

  /** Tells what the thread has not begun, and waits for the rest, so that the memory knows every story. */
  async finished(): Promise<void> {
    for (const story of this.#left.size > 0 ? this.#line : []) {
      if (!this.#left.delete(story)) continue
      this.#tell(story)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all([...this.#asked.values()].map(({ arrived }) => arrived))
    this.#endThread()
  }

  /** To be called at the end in any case: the process would wait for the thread. */
  end(): void {
    this.#left.clear()
    this.#told.clear()
    this.#endThread()
  }

  #beginThread(topics: Topic[]): void {
    const { port1, port2 } = new MessageChannel()
    const data: TellingData = { topics, port: port2 }
    this.#worker = beginThread(new URL('./telling-thread.ts', import.meta.url), data, [port2])
    this.#worker.on('exit', () => this.#giveUp())
    this.#port = port1
    this.#port.on('message', (batch: Told[]) => this.#hear(batch))
  }

  /** What a thread holds it holds until it ends. */
  #endThread(): void {
    this.#port?.close()
    void this.#worker?.terminate()
    this.#worker = undefined
  }

  #send(): void {
    const batch: StoryView[] = []
    while (batch.length < BATCH && this.#left.size > 0) {
      const story = this.#line.pop() as StoryView
      if (this.#left.delete(story)) batch.push(story)
    }
    if (batch.length === 0) return
    for (const story of batch) {
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
    for (const told of batch) {
      const asked = this.#asked.get(told.id)
      if (!asked) continue
      this.#note(asked.story, told)
      this.#asked.delete(told.id)
      asked.settle()
    }
    if (this.#asked.size + this.#left.size === 0) this.#endThread()
  }

  #tell(story: StoryView): void {
    this.#tellSayings ??= sayingsTeller(compileRegistry(this.#topics))
    this.#note(story, tell(story.id, story, this.#tellSayings))
  }

  #note(story: StoryView, { page, sayings }: Told): void {
    this.#told.put(story.id, page)
    this.#memory.remember(sayingsKey(story), () => sayings)
  }

  /** A thread that died leaves its stories to those who need them. */
  #giveUp(): void {
    this.#left.clear()
    for (const { settle } of this.#asked.values()) settle()
    this.#asked.clear()
  }
}
