import { detached } from '../content/detached.ts'

/** Longer lines are a text's own, and each is looked at but a few times. */
const LONGEST = 200
/** Lines remembered at least; twice as many at most. */
const MOST = 4096

/** What was last said of lines. */
class Recent<T extends NonNullable<unknown>> {
  #recent = new Map<string, T>()
  #before = new Map<string, T>()

  get(line: string): T | undefined {
    const known = this.#recent.get(line)
    if (known !== undefined) return known
    const before = this.#before.get(line)
    return before === undefined ? undefined : this.set(line, before)
  }

  set(line: string, said: T): T {
    if (this.#recent.size === MOST) {
      this.#before = this.#recent
      this.#recent = new Map()
    }
    this.#recent.set(line, said)
    return said
  }
}

/**
 * A function of a line that remembers what it said of the lines asked about last: one step asks of a line what another
 * has asked, and menus, buttons and teasers stand on every page of an outlet. What it gives must not be changed.
 */
export function remembering<T extends NonNullable<unknown>>(ask: (line: string) => T): (line: string) => T {
  const known = new Recent<T>()
  return (line) => {
    if (line.length > LONGEST) return ask(line)
    const said = known.get(line)
    if (said !== undefined) return said
    const own = sameLine(line)
    return known.set(own, ask(own))
  }
}

const lines = new Recent<string>()

/** The same line, as one detached string for all that are alike, so that it is told from others at a glance. */
export function sameLine(line: string): string {
  if (line.length > LONGEST) return line
  const known = lines.get(line)
  if (known !== undefined) return known
  const own = detached(line)
  return lines.set(own, own)
}
