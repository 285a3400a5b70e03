const ABBREVIATION =
  /(?:^|[\s("“‘])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Rev|St|Jr|Sr|No|Nos|vs|etc|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|i\.e|e\.g|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.$/u

/**
 * Splits a paragraph into sentences. A full stop ends one when white space and a capital, digit or quotation mark
 * follow and no title, initial or other abbreviation stands before it. Kept free of ICU, whose rules differ between
 * Node versions.
 */
export function sentences(paragraph: string): string[] {
  const found: string[] = []
  let from = 0
  for (const match of paragraph.matchAll(/[.!?…]["'”’)\]]*\s+(?=["'“‘(]?[\p{Lu}\p{N}])/gu)) {
    const end = match.index + match[0].length
    const before = paragraph.slice(from, match.index + 1)
    if (match[0].startsWith('.') && ABBREVIATION.test(before.slice(-14))) continue
    found.push(paragraph.slice(from, end).trim())
    from = end
  }
  const rest = paragraph.slice(from).trim()
  return rest ? [...found, rest] : found
}
