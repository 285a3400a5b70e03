import { MessageChannel, type MessagePort, receiveMessageOnPort, type Worker } from 'node:worker_threads'
import { beginThread } from './thread.ts'

/** What the thread has beside its own data. */
export interface Asking {
  port: MessagePort
  /** Counts its answers. */
  answered: Int32Array
}

/** What hears an answer; nothing where the thread could not say. */
type Settle<A> = (answer?: A) => void

/**
 * A thread that answers one question after the other, for one who asks while it is at work itself and hears no events
 * meanwhile. A thread that cannot begin, or dies, answers nothing; one that is not ended does not keep the process.
 */
export class AnsweringThread<Q, A> {
  readonly #worker: Worker
  readonly #port: MessagePort
  readonly #answered = new Int32Array(new SharedArrayBuffer(4))
  readonly #patienceMs: number
  /** Answers that were heard. */
  #heard = 0
  /** For the questions that it has not answered yet, in their order. */
  readonly #asked: Settle<A>[] = []

  /**
   * `program` is one that calls `answerEach`; `data` goes into its `workerData`. One that is silent for `patienceMs` while it
   * is waited for is given up: a thread that has died does not say so.
   */
  constructor(program: URL, data: object, youngMb: number, patienceMs: number) {
    this.#patienceMs = patienceMs
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    const asking: Asking = { port: port2, answered: this.#answered }
    this.#worker = beginThread(program, { ...data, ...asking }, [port2], youngMb)
    this.#worker.unref()
  }

  /** How many questions wait for an answer. */
  get waiting(): number {
    return this.#asked.length
  }

  ask(question: Q, settle: Settle<A>): void {
    this.#port.postMessage(question)
    this.#asked.push(settle)
  }

  /** Settles what has been answered, or is while each answer takes at most some milliseconds. */
  hear(within = 0): void {
    while (this.#asked.length > 0 && this.#hasAnswered(within)) {
      const received = receiveMessageOnPort(this.#port) as { message: A | undefined } | undefined
      this.#heard++
      this.#asked.shift()?.(received?.message)
    }
  }

  /** Waits until everything is settled. */
  finish(): void {
    this.hear(this.#patienceMs)
    if (this.#asked.length > 0) this.end()
    for (const settle of this.#asked.splice(0)) settle()
  }

  end(): void {
    void this.#worker.terminate()
  }

  /** Whether there is an answer that was not heard, or is within some milliseconds. */
  #hasAnswered(within: number): boolean {
    if (Atomics.load(this.#answered, 0) === this.#heard) Atomics.wait(this.#answered, 0, this.#heard, within)
    return Atomics.load(this.#answered, 0) > this.#heard
  }
}

/** Has a thread answer what it is asked; nothing where answering throws. */
export function answerEach<Q, A>({ port, answered }: Asking, answer: (question: Q) => A): void {
  port.on('message', (question: Q) => {
    port.postMessage(attempt(answer, question))
    Atomics.add(answered, 0, 1)
    Atomics.notify(answered, 0)
  })
}

function attempt<Q, A>(answer: (question: Q) => A, question: Q): A | undefined {
  try {
    return answer(question)
  } catch {
    return undefined
  }
}
