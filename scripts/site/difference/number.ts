const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const WORDS = new Map<string, number>([
  ...ONES.map((word, value) => [word, value] as const),
  ...TENS.map((word, at) => [word, (at + 2) * 10] as const),
])
const MAGNITUDES = new Map<string, number>([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['mn', 1e6],
  ['m', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
])

const capital = (word: string) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`
const WORD_PATTERN = `\\b(?:(?:${TENS.map(capital).join('|')})(?:-(?:${ONES.slice(1, 10).join('|')}))?|${[...ONES].reverse().map(capital).join('|')})\\b`
/** What parts groups of three digits; spaces of all widths as well. */
const GROUPING = '[, \u00a0\u2009\u202f]'
const GROUPINGS = new RegExp(GROUPING, 'g')
/** Digits, grouped or not, with decimals; or a number below a hundred in words. */
export const NUMBER_PATTERN = `(?:\\d{1,3}(?:${GROUPING}\\d{3}(?!\\d))+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|${WORD_PATTERN})`
const ANY_NUMBER = new RegExp(`\\d|${WORD_PATTERN}`)
/** Whether a text has a number, in digits or words. */
export const hasNumber = (text: string): boolean => ANY_NUMBER.test(text)

const LONG = [...MAGNITUDES.keys()].filter((word) => word.length > 2).join('|')
const SHORT = '[mMbBtT][nN]|[mM]'
/** A magnitude behind a number, captured: a word after a space or hyphen, or what stands for one right behind digits. */
export const MAGNITUDE_PATTERN = `(?:(?:[ -](?=${LONG})|(?<=\\d)(?=${SHORT}))(${LONG}|${SHORT})(?!\\w))`
/** What stands for a magnitude, or for metres, apart from its number. */
export const APART = new RegExp(`^[ \u00a0\u202f-](?:${SHORT})(?!\\w)`)

/** What may be meant by a number as printed: no less than `least`, no more than `most`. */
export interface Span {
  least: number
  most: number
}

/** What a word before a number makes of it. */
export type Bound = 'exact' | 'about' | 'least' | 'most' | 'nearly'

/** A round number stands for those that round to it, but for none farther off than this share. */
const ROUNDING = 0.05
/** "About" gives more room. */
const ABOUT = 0.1
const NEARLY = 0.8
/** Below this, numbers are counted out and not rounded. */
const COUNTED_OUT = 100

/** Value of a printed number with its magnitude ("1.5", "billion"); undefined for a word that is none. */
export function numberValue(printed: string, magnitude = ''): number | undefined {
  const text = printed.toLowerCase()
  const factor = magnitude ? MAGNITUDES.get(magnitude.toLowerCase()) : 1
  if (factor === undefined) return undefined
  if (/^\d/.test(text)) return exact(Number(text.replace(GROUPINGS, '')) * factor)
  const [tens = '', ones] = text.includes('-') ? text.split('-') : [text]
  const value = WORDS.get(tens)
  const rest = ones === undefined ? 0 : WORDS.get(ones)
  return value === undefined || rest === undefined ? undefined : exact((value + rest) * factor)
}

/** Without the dust of binary fractions: 1.1 million is 1100000. */
const exact = (value: number): number =>
  Number.isInteger(value) && value < 1e12 ? value : Number(value.toPrecision(12))

/**
 * What a printed number leaves open. A round one (two noughts or more, or decimals of a magnitude) stands for what
 * rounds to it; "about" gives a tenth, "more than" and "at least" leave the top open, "up to" and "fewer than" the
 * bottom, "nearly" a fifth below.
 */
export function spanOf(printed: string, magnitude: string, bound: Bound): Span | undefined {
  const value = numberValue(printed, magnitude)
  if (value === undefined || !Number.isFinite(value)) return undefined
  const slack = Math.min(lastPlace(value, printed, magnitude) / 2, value * ROUNDING)
  if (bound === 'about') {
    const room = Math.max(slack, value * ABOUT)
    return { least: value - room, most: value + room }
  }
  return {
    least: bound === 'most' ? 0 : bound === 'nearly' ? value * NEARLY : value - slack,
    most: bound === 'least' ? Number.POSITIVE_INFINITY : value + slack,
  }
}

/** Whether no number fits both. */
export const excludeEachOther = (a: Span, b: Span): boolean => a.most < b.least || b.most < a.least

/** Worth of the last place that a number was printed to: 1000 for 11,000, 0.1 billion for "1.5 billion"; 0 if counted out. */
function lastPlace(value: number, printed: string, magnitude: string): number {
  if (magnitude) {
    const decimals = printed.split('.')[1]?.length ?? 0
    return (MAGNITUDES.get(magnitude.toLowerCase()) ?? 1) / 10 ** decimals
  }
  if (value < COUNTED_OUT || !Number.isInteger(value)) return 0
  let place = 1
  while (value % (place * 10) === 0) place *= 10
  return place >= 100 ? place : 0
}
