import { availableParallelism } from 'node:os'
import { MessageChannel, type MessagePort, receiveMessageOnPort, type Worker } from 'node:worker_threads'
import type { Content } from '../content/load.ts'
import { beginThread } from '../content/thread.ts'
import type { Cleaned, RawText } from './cleaned.ts'

/** Texts that a thread is handed at once. */
const BATCH = 32
/** Batches that one thread has at most, so that few texts lie in memory and none waits. */
const AHEAD = 3
const MOST_THREADS = 3
/** A thread that says nothing for so long is given up: the longest text takes seconds. */
const SILENT_MS = 120_000
/** Memory for what a text needs while it is cleaned: little of it outlives the text, so it need not be swept often. */
const YOUNG_MB = 64

/** What a thread is begun with. */
export interface ThreadData {
  content: Pick<Content, 'topics' | 'publishers'>
  port: MessagePort
  /** Counts its answers. */
  answered: Int32Array
}

/** What it answers to a batch; undefined where something else went wrong than a text that is refused. */
export type Answer = Cleaned[] | undefined

/** A text that is asked about; `settle` gets nothing where no thread could say. */
interface Question {
  text: RawText
  settle: (cleaned?: Cleaned) => void
}

interface Thread {
  worker: Worker
  port: MessagePort
  answered: Int32Array
  /** Answers that were heard. */
  heard: number
  /** Batches that it has not answered yet. */
  asked: Question[][]
}

/**
 * Cleans texts in threads beside the one that asks, which is told to clean a batch itself where all others have enough.
 * Threads see what the asking one sees and do the same with it, so nothing depends on how many there are.
 */
export class CleaningThreads {
  readonly #content: ThreadData['content']
  #threads: Thread[] | undefined
  #batch: Question[] = []

  constructor(content: ThreadData['content']) {
    this.#content = content
  }

  get areBegun(): boolean {
    return this.#threads !== undefined
  }

  ask(text: RawText, settle: Question['settle']): void {
    this.#threads ??= Array.from(
      { length: Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1)) },
      () => begin(this.#content),
    )
    this.#batch.push({ text, settle })
    if (this.#batch.length === BATCH) this.#send()
  }

  /** Waits for all answers. */
  finish(): void {
    this.#send()
    for (const thread of this.#threads ?? []) {
      while (thread.asked.length > 0) {
        if (hasAnswered(thread, SILENT_MS)) hear(thread)
        else this.#giveUp(thread)
      }
    }
  }

  end(): void {
    for (const { worker } of this.#threads ?? []) void worker.terminate()
  }

  #send(): void {
    const threads = this.#threads ?? []
    for (const thread of threads) while (thread.asked.length > 0 && hasAnswered(thread, 0)) hear(thread)
    const [idlest] = [...threads].sort((a, b) => a.asked.length - b.asked.length)
    const batch = this.#batch.splice(0)
    if (!idlest || idlest.asked.length >= AHEAD) {
      settle(batch)
      return
    }
    idlest.port.postMessage(batch.map(({ text }) => text))
    idlest.asked.push(batch)
  }

  /** What a thread that died still had to say is found out without it. */
  #giveUp(thread: Thread): void {
    void thread.worker.terminate()
    this.#threads = this.#threads?.filter((other) => other !== thread)
    for (const batch of thread.asked.splice(0)) settle(batch)
  }
}

function settle(batch: Question[], answer?: Answer): void {
  for (const [at, { settle: say }] of batch.entries()) say(answer?.[at])
}

function begin(content: ThreadData['content']): Thread {
  const { port1, port2 } = new MessageChannel()
  const answered = new Int32Array(new SharedArrayBuffer(4))
  const data: ThreadData = { content, port: port2, answered }
  const worker = beginThread(new URL('./cleaning-thread.ts', import.meta.url), data, [port2], YOUNG_MB)
  return { worker, port: port1, answered, heard: 0, asked: [] }
}

/** Whether a thread has answered, or does within some milliseconds; meanwhile no event is heard, such as its end. */
function hasAnswered({ answered, heard }: Thread, within: number): boolean {
  if (Atomics.load(answered, 0) === heard) Atomics.wait(answered, 0, heard, within)
  return Atomics.load(answered, 0) > heard
}

function hear(thread: Thread): void {
  const received = receiveMessageOnPort(thread.port) as { message: Answer } | undefined
  thread.heard++
  settle(thread.asked.shift() ?? [], received?.message)
}
