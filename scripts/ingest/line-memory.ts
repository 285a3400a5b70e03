/** Longer lines are a text's own, and each is looked at but a few times. */
const LONGEST = 200
/** Lines remembered at least; twice as many at most. */
const MOST = 4096

/**
 * A function of a line that remembers what it said of the lines asked about last: one step asks of a line what another
 * has asked, and menus, buttons and teasers stand on every page of an outlet. What it gives must not be changed.
 */
export function remembering<T extends NonNullable<unknown>>(ask: (line: string) => T): (line: string) => T {
  let recent = new Map<string, T>()
  let before = new Map<string, T>()
  return (line) => {
    if (line.length > LONGEST) return ask(line)
    const known = recent.get(line)
    if (known !== undefined) return known
    const own = detached(line)
    const said = before.get(line) ?? ask(own)
    if (recent.size === MOST) {
      before = recent
      recent = new Map()
    }
    recent.set(own, said)
    return said
  }
}

/** A copy: what was cut out of a text, and what is cut out of that, would keep the whole text in memory. */
function detached(line: string): string {
  // Half of a surrogate pair has no UTF-8; what has, comes back in the fewest bytes.
  const encoding = line.isWellFormed() ? 'utf8' : 'utf16le'
  return Buffer.from(line, encoding).toString(encoding)
}
