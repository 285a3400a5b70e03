/** Line and page breaks that are none in HTML or would be one in a text of one line. */
const BREAKS = /[\r\v\f\u0085\u2028\u2029]/g

/**
 * Characters that a page cannot show, or that change how the text beyond them reads: control characters, halves of
 * surrogate pairs, code points that are no characters, and the marks that embed, override or isolate a direction, marks
 * of annotations. Marks that only join, part or lean towards a direction stay: Persian, emoji and Hebrew need them.
 */
const UNPRINTABLE =
  /[^\P{Cc}\t\n]|[\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/gu

/** Tag characters hide letters from readers; behind a black flag they make it the flag of a region (UTS 51). */
const TAGS = /(\u{1f3f4}[\u{e0030}-\u{e007a}]{1,6}\u{e007f})|[\u{e0000}-\u{e007f}]/gu

const ANY = new RegExp(`${BREAKS.source}|${UNPRINTABLE.source}|[\\u{e0000}-\\u{e007f}]`, 'u')

/** A text as it may be printed: what no page can show is left out, other line breaks are spaces. */
export function printable(text: string): string {
  if (!ANY.test(text)) return text
  return text.replace(BREAKS, ' ').replace(UNPRINTABLE, '').replace(TAGS, '$1')
}

/** Data with every text in it made printable; what needs no change is the same object. */
export function allPrintable<T>(data: T): T {
  if (typeof data === 'string') return printable(data) as T
  if (data === null || typeof data !== 'object') return data
  const entries = Object.entries(data)
  const made = entries.map(([key, value]) => [printable(key), allPrintable(value)] as const)
  if (made.every(([key, value], at) => key === entries[at]?.[0] && value === entries[at]?.[1])) return data
  return (Array.isArray(data) ? made.map(([, value]) => value) : Object.fromEntries(made)) as T
}

/** Whether anything of a text can be seen: a letter, figure, mark or sign. */
export function isSeen(text: string): boolean {
  return /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
}
