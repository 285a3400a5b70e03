/** Bytes that a feed's entries may have, so that with its head it stays under 100 kB. */
const BUDGET = 97_000
/** Bytes of an entry that was cut down to its summary, at most. */
const SHORT_ENTRY = 3_500

/** An entry as one format writes it: parts of its bytes, one behind the other, and how many they are together. */
export interface Written {
  whole: Buffer[]
  size: number
  /** The same without its content, in at most `SHORT_ENTRY` bytes. */
  short(): Buffer[]
}

/** An entry of these texts: whole, without its content, and with nothing that may be long. */
export function written(whole: string, brief: () => string, briefest: () => string): Written {
  const bytes = Buffer.from(whole)
  return {
    whole: [bytes],
    size: bytes.length,
    short: () => {
      const less = Buffer.from(brief())
      return [less.length <= SHORT_ENTRY ? less : Buffer.from(briefest())]
    },
  }
}

/** An entry in XML, of its beginning, what it can do without, its summary, its content and its end, in this order. */
export function writtenInXml(
  head: string,
  rest: string,
  summary: string,
  content: Buffer[],
  end: Buffer,
): Written {
  const own = Buffer.from(head + rest + summary)
  const headEnd = Buffer.byteLength(head)
  const restEnd = headEnd + Buffer.byteLength(rest)
  const whole = [own, ...content, end]
  return {
    whole,
    size: sizeOf(whole),
    short: () => {
      const beginning = own.subarray(0, headEnd)
      const less = [beginning, own.subarray(restEnd), end]
      return sizeOf(less) <= SHORT_ENTRY ? less : [beginning, end]
    },
  }
}

const sizeOf = (parts: Buffer[]): number => parts.reduce((sum, { length }) => sum + length, 0)

/**
 * The entries of a feed that people subscribe to: the newest ones that fit, at least `least` of them and at most `most`.
 * Where those that must stand in it do not all fit, the long ones are cut down to their summaries.
 */
export function newestThatFit<T>(
  items: T[],
  write: (item: T) => Written,
  least: number,
  most: number,
): Buffer[][] {
  const entries: Buffer[][] = []
  let left = BUDGET
  for (const [at, item] of items.slice(0, Math.max(least, most)).entries()) {
    const entry = write(item)
    const kept = Math.max(0, least - at - 1) * SHORT_ENTRY
    const fits = entry.size + kept <= left
    if (!fits && at >= least) break
    const parts = fits ? entry.whole : entry.short()
    entries.push(parts)
    left -= fits ? entry.size : sizeOf(parts)
  }
  return entries
}
