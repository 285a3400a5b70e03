const FUNCTION_WORDS = new Set(
  `a about after again against all also an and any are as at be because been before being between both but by can could did do does
  during each few for from further had has have he her here him his how i if in into is it its just may more most mr mrs ms
  my no nor not now of off on once one only or other our out over own s said say says she should so some such t than that the their
  them then there these they this those through to too under until up us very was we were what when where which while who whom
  why will with would you your`.split(/\s+/),
)

const UNKNOWN = 0
const MARK = 1
const WORD = 2
/** Classes of the code units met so far. */
const classes = new Uint8Array(0x10000)

function classOf(code: number): number {
  const found = /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code)) ? WORD : MARK
  classes[code] = found
  return found
}

/** The words of a text in lower case, marks and apostrophes dropped: `Russia’s` gives `russia` and `s`. */
export function words(text: string): string[] {
  const lower = text.toLowerCase()
  if (/[\ud800-\udfff]/.test(lower)) return lower.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const found: string[] = []
  let from = -1
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at)
    const known = classes[code] as number
    if ((known === UNKNOWN ? classOf(code) : known) === WORD) {
      if (from < 0) from = at
    } else if (from >= 0) {
      found.push(lower.slice(from, at))
      from = -1
    }
  }
  if (from >= 0) found.push(lower.slice(from))
  return found
}

/** Whether a word in lower case is neither a function word nor a single letter. */
export function carriesMeaning(word: string): boolean {
  return word.length > 1 && !FUNCTION_WORDS.has(word)
}

/** The words of a text that carry its meaning: without function words and single letters. */
export function contentWords(text: string): string[] {
  return words(text).filter(carriesMeaning)
}
