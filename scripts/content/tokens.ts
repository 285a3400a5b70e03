import { withoutInvisibles } from './space.ts'

/** A text's words and lone marks, in order. Offsets count UTF-16 units of the text as it was given. */
export interface Tokens {
  text: string
  starts: number[]
  ends: number[]
  /** What tokens are compared by: small letters, composed, every apostrophe the straight one. */
  keys: string[]
}

const SPACE = 1
const MARK = 2
const WORD = 3
/** Letters a to z, which are their own keys. */
const SMALL = 4
/** What prints as nothing, and so is part of the word that it stands in. */
const INVISIBLE = 5
const BLANK = 0x20
const HYPHENS = new Set(['-', '‐', '‑'])
const APOSTROPHES = new Set(["'", '’', 'ʼ', '‘', '`', '´'])
/** Classes of the code units met so far; 0 where not yet asked. */
const known = new Uint8Array(0x10000)

/**
 * Splits a text into words (letters, digits and combining marks) and single marks. Hyphens inside compounds are left
 * out, so that `Kim Jong-un` and `Kim Jong Un` are the same words.
 */
export function tokenize(text: string): Tokens {
  const tokens: Tokens = { text, starts: [], ends: [], keys: [] }
  for (let at = 0; at < text.length; ) {
    const start = at
    while (at < text.length && known[text.charCodeAt(at)] === SMALL) at++
    // Most words are of small letters, and a single space follows.
    if (at > start && (at === text.length || text.charCodeAt(at) === BLANK)) {
      put(tokens, start, at, text.slice(start, at))
      at++
      continue
    }
    at = start
    const kind = kindAt(text, at)
    if (kind === SPACE || kind === INVISIBLE) at++
    else if (kind === MARK) {
      at += widthAt(text, at)
      const mark = text.slice(start, at)
      const isCompound =
        HYPHENS.has(mark) &&
        start > 0 &&
        kindAt(text, start - 1) >= WORD &&
        at < text.length &&
        kindAt(text, at) >= WORD
      if (isCompound) continue
      put(tokens, start, at, APOSTROPHES.has(mark) ? "'" : mark)
    } else {
      let isSmall = true
      for (let found = kind; found >= WORD; found = at < text.length ? kindAt(text, at) : SPACE) {
        if (found !== SMALL) isSmall = false
        at += found === SMALL ? 1 : widthAt(text, at)
      }
      const word = text.slice(start, at)
      put(tokens, start, at, isSmall ? word : composed(word).toLowerCase())
    }
  }
  return tokens
}

function put({ starts, ends, keys }: Tokens, start: number, end: number, key: string): void {
  starts.push(start)
  ends.push(end)
  keys.push(key)
}

/** A token as printed, composed. */
export const printedAt = ({ text, starts, ends }: Tokens, at: number): string =>
  composed(text.slice(starts[at] ?? text.length, ends[at] ?? text.length))

/** Whether nothing but white space stands between a token and the one before it. */
export function followsSpace({ text, starts, ends }: Tokens, at: number): boolean {
  const from = ends[at - 1] ?? text.length
  const to = starts[at] ?? 0
  for (let between = from; between < to; between++) if (kindAt(text, between) !== SPACE) return false
  return from < to
}

/** Whether a token hangs on the one before it by a hyphen. */
export const followsHyphen = ({ text, starts, ends }: Tokens, at: number): boolean =>
  at > 0 && starts[at] === (ends[at - 1] ?? 0) + 1 && HYPHENS.has(text[ends[at - 1] ?? 0] ?? '')

/** What two forms that match the same words have in common. */
export const foldForm = (form: string): string => tokenize(form).keys.join(' ')

const composed = (text: string): string => (isPlain(text) ? text : withoutInvisibles(text).normalize('NFC'))

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x2ff || code === 0xad) return false
  }
  return true
}

const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const isHalf = code >= 0xd800 && code <= 0xdfff
  if (isHalf) return kindOf(String.fromCodePoint(text.codePointAt(at) ?? code))
  const found = known[code] as number
  if (found > 0) return found
  const kind = kindOf(String.fromCharCode(code))
  known[code] = kind
  return kind
}

function kindOf(character: string): number {
  if (withoutInvisibles(character) === '') return INVISIBLE
  if (/\s/.test(character)) return SPACE
  if (character >= 'a' && character <= 'z') return SMALL
  return /[\p{L}\p{N}\p{M}]/u.test(character) && !APOSTROPHES.has(character) ? WORD : MARK
}
