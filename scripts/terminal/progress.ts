const EVERY_MS = 100
const PLAIN_EVERY_MS = 5000

/** Count, rate and time left of a long run: one line that is rewritten on a terminal, a plain line now and then elsewhere. */
export class Progress {
  readonly #verb: string
  readonly #start = performance.now()
  readonly #terminal = process.stderr.isTTY === true
  #shown = performance.now()

  constructor(verb: string) {
    this.#verb = verb
  }

  show(done: number, total: number): void {
    const now = performance.now()
    if (now - this.#shown < (this.#terminal ? EVERY_MS : PLAIN_EVERY_MS)) return
    this.#shown = now
    const rate = done / ((now - this.#start) / 1000)
    const line = `${this.#verb} ${done} of ${total}, ${Math.round(rate)} a second, ${Math.ceil((total - done) / rate)} s left`
    process.stderr.write(this.#terminal ? `\r\u001b[K${line}` : `${line}\n`)
  }

  end(): void {
    if (this.#terminal) process.stderr.write('\r\u001b[K')
  }
}
