import { remembering } from '../line-memory.ts'
import { lineCues, WORD_CLASS_NAMES, wordClasses } from './cues.ts'
import type { SourceLine } from './lines.ts'

/** What can be said of one line by itself. */
export interface LineScan {
  /** Words, as numbers of the document's vocabulary. */
  readonly ids: readonly number[]
  /** Number of words; a Chinese or Japanese character counts as half a word. */
  readonly words: number
  readonly cues: number
  /** For each word class the share of the words in it. */
  readonly classShares: readonly number[]
  readonly shape: LineShape
}

interface LineShape {
  readonly characters: number
  readonly wordLength: number
  readonly capitals: number
  readonly allCapitals: number
  readonly digits: number
  readonly marks: number
  readonly commas: number
  readonly sentences: number
  readonly quotes: number
  readonly separators: number
  readonly addresses: number
  readonly start: number
  readonly end: number
}

/** The document's words, and what each line is made of. */
export interface Scan {
  readonly lines: readonly LineScan[]
  readonly vocabulary: readonly string[]
}

const UPPER_FIRST = /^\p{Lu}/u
const LOWER_FIRST = /^\p{Ll}/u
const SENTENCE_END = /[.!?…。！？][”"’')\]»]{0,2}$/
/** A longer line is judged by its beginning: its shape does not change any more, and the work stays bounded. */
const SAMPLE = 4000

/** Reads lines into words, shapes and cues, once for all features. */
export function scanLines(lines: readonly SourceLine[]): Scan {
  const ids = new Map<string, number>()
  const vocabulary: string[] = []
  const idOf = (word: string): number => {
    const known = ids.get(word)
    if (known !== undefined) return known
    ids.set(word, vocabulary.length)
    return vocabulary.push(word) - 1
  }
  const scanned = lines.map(({ text }): LineScan => {
    const { printed, ...line } = scanLine(text)
    return { ids: printed.map(idOf), ...line }
  })
  return { lines: scanned, vocabulary }
}

/** What a line says wherever it stands: its words in small letters, and all but their numbers. */
type ScannedLine = Omit<LineScan, 'ids'> & { readonly printed: readonly string[] }

const scanLine = remembering((text): ScannedLine => {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text
  const printed: string[] = []
  const classShares: number[] = WORD_CLASS_NAMES.map(() => 0)
  let letters = 0
  let capitals = 0
  let allCapitals = 0
  let ideographs = 0
  eachWord(sample, (word, ideograph) => {
    const lower = word.toLowerCase()
    printed.push(lower)
    letters += word.length
    if (ideograph) ideographs++
    if (word.charCodeAt(0) !== lower.charCodeAt(0)) {
      capitals++
      if (word.length > 1 && word === word.toUpperCase()) allCapitals++
    }
    for (let bits = wordClasses(lower), k = 0; bits; bits >>>= 1, k++)
      if (bits & 1) classShares[k] = (classShares[k] as number) + 1
  })
  const count = Math.max(1, printed.length)
  for (let k = 0; k < classShares.length; k++) classShares[k] = (classShares[k] as number) / count
  const words = (printed.length - ideographs / 2) * (text.length / Math.max(1, sample.length))
  const shape = {
    ...marksOf(sample),
    characters: text.length,
    wordLength: letters / count,
    capitals: capitals / count,
    allCapitals: allCapitals / count,
    end: endOf(text),
    start: startOf(sample),
  }
  return { printed, words, cues: lineCues(text, words), classShares, shape }
})

const OTHER = 0
const WORD = 1
/** Chinese and Japanese put no spaces between words: there each character counts as a word of its own. */
const IDEOGRAPH = 2

const CHARACTER_KIND: Uint8Array = Uint8Array.from({ length: 65536 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (/[\u3040-\u30ff\u3400-\u9fff]/.test(character)) return IDEOGRAPH
  return /[\p{L}\p{M}\p{N}]/u.test(character) ? WORD : OTHER
})

function eachWord(text: string, visit: (word: string, ideograph: boolean) => void): void {
  let start = -1
  for (let i = 0; i <= text.length; i++) {
    const kind = i < text.length ? CHARACTER_KIND[text.charCodeAt(i)] : OTHER
    if (kind === WORD) {
      if (start < 0) start = i
      continue
    }
    if (start >= 0) visit(text.slice(start, i), false)
    start = -1
    if (kind === IDEOGRAPH) visit(text.charAt(i), true)
  }
}

function marksOf(text: string) {
  let digits = 0
  let marks = 0
  let commas = 0
  let quotes = 0
  let separators = 0
  let addresses = 0
  let sentences = SENTENCE_END.test(text.slice(-4)) ? 1 : 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) digits++
    else if ((code >= 97 && code <= 122) || code === 32) continue
    else if (code === 44 || code === 0x3001 || code === 0xff0c) commas++
    else if (code === 34 || code === 0x201c || code === 0x201d || code === 0xab || code === 0x300c) quotes++
    else if (
      code === 124 ||
      code === 0xb7 ||
      code === 0xbb ||
      code === 0x203a ||
      code === 62 ||
      code === 0x2022
    )
      separators++
    else if (code === 46 || code === 33 || code === 63) {
      if (text.charCodeAt(i + 1) === 32) sentences++
    } else if (code === 0x3002) sentences++
    else if (code === 64 || code === 35 || (code === 58 && text.charCodeAt(i + 1) === 47)) addresses++
    if (code > 32 && code < 48) marks++
  }
  const length = Math.max(1, text.length)
  return { digits: digits / length, marks: marks / length, commas, quotes, separators, sentences, addresses }
}

/** Whether two lines have the same words, capitals and punctuation aside. */
export function sameWords(a: LineScan, b: LineScan): boolean {
  return a.ids.length === b.ids.length && a.ids.every((id, i) => id === b.ids[i])
}

/** 0 other, 1 colon, 2 dots of omission, 3 full stop, 4 exclamation or question, 5 after a closing quote. */
function endOf(text: string): number {
  const last = text.slice(-3)
  if (/[:：]$/.test(last)) return 1
  if (/(?:\.\.\.|…|\[…\])$/.test(last)) return 2
  if (/[.。]$/.test(last)) return 3
  if (/[!?！？]$/.test(last)) return 4
  return SENTENCE_END.test(last) ? 5 : 0
}

/** 0 symbol, 1 digit, 2 lower case, 3 letter without case, 4 upper case, 5 quotation mark. */
function startOf(text: string): number {
  if (/^["“‘'«「]/.test(text)) return 5
  if (UPPER_FIRST.test(text)) return 4
  if (LOWER_FIRST.test(text)) return 2
  if (/^\p{L}/u.test(text)) return 3
  return /^\d/.test(text) ? 1 : 0
}
