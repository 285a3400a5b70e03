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
const WORD = new RegExp(
  [
    `${MINUS}[%$€£¥₩]`,
    String.raw`(?:\p{Lu}\.){2,}(?:['’ʼ]s(?!${LETTER}))?|[ap]\.m\.`,
    String.raw`(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|Sgt|Capt|Prof|St|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\.`,
    String.raw`\p{N}+(?:st|nd|rd|th)(?!${LETTER})`,
    String.raw`${MINUS}\p{N}+(?:[.,]\p{N}+)*`,
    String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`,
    `${LETTER}+(?:['’ʼ]${LETTER}+)*`,
  ].join('|'),
  'gu',
)

const MONTHS = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .map((month, at) => [month, at + 1]),
)
const TENS_WORDS = new Set(TENS)

/** Splits a text into words that can be compared whatever their spelling. */
export function wordUnits(text: string): WordUnits {
  const plain: WordUnit[] = []
  let end = 0
  for (const match of text.matchAll(WORD)) {
    const word = match[0]
    plain.push({ before: text.slice(end, match.index), text: word, key: spellingKey(word) })
    end = match.index + word.length
  }
  const units: WordUnit[] = []
  for (let at = 0; at < plain.length; ) {
    const { key, length } = unitAt(plain, at)
    const [first, ...others] = plain.slice(at, at + length) as [WordUnit, ...WordUnit[]]
    units.push(
      length === 1 && key === first.key
        ? first
        : {
            before: first.before,
            text: first.text + others.map(({ before, text: word }) => before + word).join(''),
            key,
          },
    )
    at += length
  }
  return { units, tail: text.slice(end) }
}

function unitAt(words: WordUnit[], at: number): { key: string; length: number } {
  const first = words[at] as WordUnit
  const next = words[at + 1]
  if (!next || /[^\s-]/.test(next.before)) return { key: first.key, length: 1 }
  if (first.key === 'per' && next.key === 'cent') return { key: '%', length: 2 }
  return dayAt(first, next) ?? numberAt(words, at) ?? { key: first.key, length: 1 }
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
