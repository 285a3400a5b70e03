import { hashText, PRIME, START } from './hash.ts'

const FUNCTION_WORDS = new Set(
  `a about after again against all also an and any are as at be because been before being between both but by can could did do does
  during each few for from further had has have he her here him his how i if in into is it its just may more most mr mrs ms
  my no nor not now of off on once one only or other our out over own s said say says she should so some such t than that the their
  them then there these they this those through to too under until up us very was we were what when where which while who whom
  why will with would you your`.split(/\s+/),
)

const FUNCTION_HASHES = new Set([...FUNCTION_WORDS].map((word) => hashText(word)))
const SURROGATE = /[\ud800-\udfff]/
/** A character that is no part of a word. */
const MARK_CODE = 32

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
  if (SURROGATE.test(lower)) return lower.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
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

/** Hashes of the words of a text, as `hashText` gives them, without making the words. */
export function wordHashes(text: string): Uint32Array {
  const lower = text.toLowerCase()
  if (SURROGATE.test(lower)) return Uint32Array.from(words(text), (word) => hashText(word))
  return hashesIn(lower, false, Number.POSITIVE_INFINITY)
}

/** The same of the first `most` words that carry meaning. */
export function contentHashes(text: string, most: number): Uint32Array {
  const lower = text.toLowerCase()
  if (SURROGATE.test(lower))
    return Uint32Array.from(contentWords(text).slice(0, most), (word) => hashText(word))
  return hashesIn(lower, true, most)
}

function hashesIn(lower: string, meaningOnly: boolean, most: number): Uint32Array {
  const found = new Uint32Array(Math.min(most, (lower.length >> 1) + 1))
  let count = 0
  let from = -1
  let hash = START
  for (let at = 0; at <= lower.length && count < found.length; at++) {
    const code = at < lower.length ? lower.charCodeAt(at) : MARK_CODE
    const known = classes[code] as number
    if ((known === UNKNOWN ? classOf(code) : known) === WORD) {
      if (from < 0) from = at
      hash = Math.imul(hash ^ code, PRIME)
      continue
    }
    if (from < 0) continue
    const isMeant =
      !meaningOnly ||
      (at - from > 1 && !(FUNCTION_HASHES.has(hash >>> 0) && FUNCTION_WORDS.has(lower.slice(from, at))))
    if (isMeant) found[count++] = hash >>> 0
    from = -1
    hash = START
  }
  return found.slice(0, count)
}

/** Whether a word in lower case is neither a function word nor a single letter. */
export function carriesMeaning(word: string): boolean {
  return word.length > 1 && !FUNCTION_WORDS.has(word)
}

/** The words of a text that carry its meaning: without function words and single letters. */
export function contentWords(text: string): string[] {
  return words(text).filter(carriesMeaning)
}
