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

/** Code units of which none of these is made, in one class: most texts have no other, and this is told eight times as fast. */
const SUSPECT =
  /[^\t\n\u0020-\u007e\u00a0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufff8\ufffc\ufffd]/

/** A text as it may be printed: what no page can show is left out, other line breaks are spaces. */
export function printable(text: string): string {
  if (!SUSPECT.test(text) || !ANY.test(text)) return text
  return text.replace(BREAKS, ' ').replace(UNPRINTABLE, '').replace(TAGS, '$1')
}

/** Data that needs no change, as was found before. */
const known = new WeakSet<object>()

/** Has data pass for printable, so that no text of it need be read to tell. */
export function knowAsPrintable(data: object): void {
  known.add(data)
}

/** Data with every text in it made printable; what needs no change is the same object. */
export function allPrintable<T>(data: T): T {
  if (typeof data === 'string') return printable(data) as T
  if (data === null || typeof data !== 'object' || known.has(data)) return data
  return (Array.isArray(data) ? printableList(data) : printableFields(data)) as T
}

function printableList(list: unknown[]): unknown[] {
  let made: unknown[] | undefined
  for (let at = 0; at < list.length; at++) {
    const value = allPrintable(list[at])
    if (value === list[at]) continue
    made ??= [...list]
    made[at] = value
  }
  return made ?? list
}

function printableFields(data: object): object {
  const fields = data as Record<string, unknown>
  const names = Object.keys(fields)
  let made: [string, unknown][] | undefined
  for (let at = 0; at < names.length; at++) {
    const name = names[at] as string
    const [key, value] = [printable(name), allPrintable(fields[name])]
    if (!made && key === name && value === fields[name]) continue
    made ??= names.slice(0, at).map((before) => [before, fields[before]])
    made.push([key, value])
  }
  return made ? Object.fromEntries(made) : data
}

/** Whether anything of a text can be seen: a letter, figure, mark or sign. */
export function isSeen(text: string): boolean {
  return /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
}
