import { spellingKey } from './spelling.ts'
import { SCALES, TENS } from './spelling-variants.ts'

/** A word of a text, or several that are one in another spelling: "per cent", "7 September", "twenty-two". */
export interface WordUnit {
  /** What stands between the unit before and this one: white space and punctuation, exactly as printed. */
  before: string
  text: string
  /** The same for all spellings. */
  key: string
}

/** Words in their order and what stands behind the last: together the text, to the character. */
export interface WordUnits {
  units: WordUnit[]
  tail: string
}

const LETTER = String.raw`[\p{L}\p{M}\p{N}]`
/** A minus sign, which no hyphen between words or figures is: without it the figure is another. */
const MINUS = String.raw`(?:(?<![\p{L}\p{M}\p{N}.,)\]%])[-−–](?=[$€£¥₩]?\p{N}))?`
/** Every word of a text, as the pattern has it; `wordUnits` asks it only where it must. */
export const WORD = new RegExp(
  [
    `${MINUS}[%$€£¥₩]`,
    String.raw`(?:\p{Lu}\.){2,}(?:['’ʼ]s(?!${LETTER}))?|[ap]\.m\.`,
    String.raw`(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|Sgt|Capt|Prof|St|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\.`,
    String.raw`\p{N}+(?:st|nd|rd|th)(?!${LETTER})`,
    String.raw`${MINUS}\p{N}+(?:[.,]\p{N}+)*`,
    String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`,
    `${LETTER}+(?:['’ʼ]${LETTER}+)*`,
  ].join('|'),
  'uy',
)

const MONTHS = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .map((month, at) => [month, at + 1]),
)
const TENS_WORDS = new Set(TENS)

/** What begins no word, nor goes on in one. */
const MARK = 1
/** Letters and what hangs on them, which go on until another kind of character comes. */
const IN_WORD = 2
/** What goes on in a word, but at its beginning is asked for by the pattern: digits, characters of their own. */
const ASKED_IN_WORD = 3
/** What may begin a word by the pattern, and never goes on in one: signs of money, minus signs, halves of characters. */
const ASKED = 4
/** Kinds of the code units met so far; 0 where not yet asked. */
const kinds = new Uint8Array(0x10000)

function kindOf(code: number): number {
  const character = String.fromCharCode(code)
  const isOwnWord = /[\p{N}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)
  const kind = /[\p{L}\p{M}\p{N}]/u.test(character)
    ? isOwnWord
      ? ASKED_IN_WORD
      : IN_WORD
    : isOwnWord || /[-−–%$€£¥₩\ud800-\udfff]/.test(character)
      ? ASKED
      : MARK
  kinds[code] = kind
  return kind
}

const kindAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  return (kinds[code] as number) || kindOf(code)
}

/**
 * Where the word ends that begins at a place; the place itself where none does. Nearly all words are letters that no
 * full stop follows, and the pattern is asked about the rest only: figures, abbreviations, other scripts.
 */
function wordEnd(text: string, from: number): number {
  const first = kindAt(text, from)
  if (first === MARK) return from
  let at = from
  if (first === IN_WORD) {
    for (
      let kind = first;
      kind === IN_WORD || kind === ASKED_IN_WORD;
      kind = at < text.length ? kindAt(text, at) : MARK
    )
      at++
    const code = at < text.length ? text.charCodeAt(at) : SPACE
    if (code !== FULL_STOP && code !== APOSTROPHE && code !== CURLY && !isHalf(code)) return at
  }
  WORD.lastIndex = from
  return WORD.test(text) ? WORD.lastIndex : from
}

const SPACE = 0x20
const FULL_STOP = 0x2e
const APOSTROPHE = 0x27
const CURLY = 0x2019
const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff

/** Splits a text into words that can be compared whatever their spelling. */
export function wordUnits(text: string): WordUnits {
  const plain: WordUnit[] = []
  let end = 0
  for (let at = 0; at < text.length; ) {
    const to = wordEnd(text, at)
    if (to === at) at += isHalf(text.charCodeAt(at)) && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
    else {
      const word = text.slice(at, to)
      plain.push({ before: text.slice(end, at), text: word, key: spellingKey(word) })
      at = to
      end = to
    }
  }
  const units: WordUnit[] = []
  for (let at = 0; at < plain.length; at++) {
    const first = plain[at] as WordUnit
    const unit = unitAt(plain, at)
    if (!unit) {
      units.push(first)
      continue
    }
    const others = plain.slice(at + 1, at + unit.length)
    const printed = first.text + others.map(({ before, text: word }) => before + word).join('')
    units.push({ before: first.before, text: printed, key: unit.key })
    at += others.length
  }
  return { units, tail: text.slice(end) }
}

/** The key of the words from a place on that are one unit, and how many they are; none where a word stands alone. */
function unitAt(words: WordUnit[], at: number): { key: string; length: number } | undefined {
  const first = words[at] as WordUnit
  const next = words[at + 1]
  if (!next || !mayJoin(first, next) || /[^\s-]/.test(next.before)) return undefined
  if (first.key === 'per' && next.key === 'cent') return { key: '%', length: 2 }
  return dayAt(first, next) ?? numberAt(words, at)
}

/** Whether two words may be one at all: a figure is among them, or they are "per cent". */
const mayJoin = (first: WordUnit, next: WordUnit): boolean =>
  isDigit(first.key) || isDigit(first.text) || isDigit(next.text) || first.key === 'per'

const isDigit = (word: string): boolean => {
  const code = word.charCodeAt(0)
  return code >= 0x30 && code <= 0x39
}

/** "Sept. 7", "September 7th" and "7 September" are one day. */
function dayAt(first: WordUnit, next: WordUnit): { key: string; length: number } | undefined {
  const [month, day] = MONTHS.has(first.key) ? [first, next] : [next, first]
  const number = MONTHS.get(month.key)
  const printed = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(day.text)?.[1]
  if (!number || !printed || Number(printed) < 1 || Number(printed) > 31) return undefined
  return { key: `${number}/${Number(printed)}`, length: 2 }
}

/** "Twenty-two" is 22, "five thousand" 5000, "1.5bn" 1500000000. */
function numberAt(words: WordUnit[], at: number): { key: string; length: number } | undefined {
  const first = words[at] as WordUnit
  if (!/^\d+(\.\d+)?$/.test(first.key)) return undefined
  let value = Number(first.key)
  let length = 1
  const unit = words[at + 1]
  if (TENS_WORDS.has(first.text.toLowerCase()) && unit?.before === '-' && /^[1-9]$/.test(unit.key)) {
    value += Number(unit.key)
    length++
  }
  for (let next = words[at + length]; next; next = words[at + length]) {
    const name = next.text.toLowerCase()
    const scale = Object.hasOwn(SCALES, name) ? SCALES[name] : undefined
    const short = name.length <= 2
    if (!scale || /[^\s-]/.test(next.before) || (short && next.before !== '')) break
    value *= scale
    length++
  }
  return length > 1 ? { key: String(Number(value.toPrecision(12))), length } : undefined
}
