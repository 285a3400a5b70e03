const EVERY_MS = 100
const PLAIN_EVERY_MS = 5000

/** How far a run is after some seconds. Before the first is done there is no rate, and no telling how long it takes. */
export function progressLine(verb: string, done: number, total: number, seconds: number): string {
  const far = `${verb} ${done} of ${total}`
  if (done === 0 || seconds === 0) return far
  const rate = done / seconds
  return `${far}, ${Math.round(rate)} a second, ${Math.ceil((total - done) / rate)} s left`
}

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
    const line = progressLine(this.#verb, done, total, (now - this.#start) / 1000)
    process.stderr.write(this.#terminal ? `\r\u001b[K${line}` : `${line}\n`)
  }

  end(): void {
    if (this.#terminal) process.stderr.write('\r\u001b[K')
  }
}
