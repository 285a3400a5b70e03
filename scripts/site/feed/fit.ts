/** Bytes that a feed's entries may have, so that with its head it stays under 100 kB. */
const BUDGET = 97_000
/** Bytes of an entry that was cut down to its summary, at most. */
const SHORT_ENTRY = 3_500

/** An entry as one format writes it. */
export interface Written {
  whole: Buffer
  /** The same without its content, in at most `SHORT_ENTRY` bytes. */
  short(): Buffer
}

/** An entry of these texts: whole, without its content, and with nothing that may be long. */
export function written(whole: string, brief: () => string, briefest: () => string): Written {
  return {
    whole: Buffer.from(whole),
    short: () => {
      const bytes = Buffer.from(brief())
      return bytes.length <= SHORT_ENTRY ? bytes : Buffer.from(briefest())
    },
  }
}

/**
 * The entries of a feed that people subscribe to: the newest ones that fit, at least `least` of them and at most `most`.
 * Where those that must stand in it do not all fit, the long ones are cut down to their summaries.
 */
export function newestThatFit<T>(
  items: T[],
  write: (item: T) => Written,
  least: number,
  most: number,
): Buffer[] {
  const entries: Buffer[] = []
  let left = BUDGET
  for (const [at, item] of items.slice(0, Math.max(least, most)).entries()) {
    const { whole, short } = write(item)
    const kept = Math.max(0, least - at - 1) * SHORT_ENTRY
    const fits = whole.length + kept <= left
    if (!fits && at >= least) break
    const entry = fits ? whole : short()
    entries.push(entry)
    left -= entry.length
  }
  return entries
}
