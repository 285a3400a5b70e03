import { type IsoDate, isoDate } from '../content/date.ts'
import { monthNumber } from './month.ts'

/** A day as a text prints it. */
export interface PrintedDay {
  claimed: string
  date?: IsoDate
  /** Why `date` is absent although a day is printed, as one sentence. */
  why?: string
  /** Where in the text it stands. */
  at: number
}

/** Which number of 03/11/2024 comes first, where something on the page tells. */
export type NumberOrder = 'day' | 'month'

const BEFORE = String.raw`(?<![\p{L}\p{N}])`
const YEAR = String.raw`(?<year>(?:19|20)\d\d)`
const DAY = String.raw`(?<day>\d{1,2})`
const MONTH = String.raw`(?<month>\p{L}\p{Ll}{2,11}|\p{Lu}{3,12})\.?`
/** White space or a hyphen, and the little words that stand between the parts of a date: "2 de mayo de 2024". */
const GLUE = String.raw`(?:\s{1,3}|-)(?:(?:of|de|del|da)\s)?`
const ISO = new RegExp(`(?<![\\p{N}])${YEAR}(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>${DAY}(?!\\d)`, 'gu')
const EAST = new RegExp(`${YEAR}\\s?[年년]\\s?(?<month>\\d{1,2})\\s?[月월]\\s?${DAY}\\s?[日일]`, 'gu')
const DAY_FIRST = new RegExp(`${BEFORE}${DAY}(?:st|nd|rd|th|er|[.ºª])?${GLUE}${MONTH},?${GLUE}${YEAR}`, 'gu')
/** Names, times of day and counters may have run into both ends of these: "Dana WhitlockMay 2, 20243 min read". */
const MONTH_FIRST = new RegExp(
  `(?:${BEFORE}|(?<=\\p{Ll})(?=\\p{Lu}))${MONTH}\\s{1,3}${DAY}(?:st|nd|rd|th)?\\s?,?\\s{1,3}(?:at\\s)?${YEAR}`,
  'gu',
)
const NUMBERS = new RegExp(`${BEFORE}(?<a>\\d{1,2})(?<mark>[/.-])(?<b>\\d{1,2})\\k<mark>${YEAR}(?!\\d)`, 'gu')
/** "11/19/19": readable only where the second number can be nothing but a day. */
const SHORT = /(?<![\p{N}/])(?<month>\d{1,2})\/(?<day>1[3-9]|2\d|3[01])\/(?<short>\d\d)(?![\d/])/gu
/** The years that a short one may stand for: before them nobody printed days so, and what lies behind is in no text yet. */
const [FIRST_SHORT, LAST_SHORT] = [1970, 2026]
const FORMS = [ISO, EAST, DAY_FIRST, MONTH_FIRST, NUMBERS]
/** What every form but the short one has. */
const A_YEAR = /(?:19|20)\d\d/

/** Every full date, with its year, in a line of text, in the order of the line. */
export function readDays(text: string, order?: NumberOrder): PrintedDay[] {
  const forms = [...(A_YEAR.test(text) ? FORMS : []), ...(text.includes('/') ? [SHORT] : [])]
  const found: PrintedDay[] = []
  for (const form of forms) {
    for (const match of text.matchAll(form)) {
      const read = readMatch(match, order)
      if (read && !found.some((other) => overlaps(other, read))) found.push(read)
    }
  }
  return found.sort((a, b) => a.at - b.at)
}

/** The first full date in a line of text. */
export function readDay(text: string, order?: NumberOrder): PrintedDay | undefined {
  return readDays(text, order)[0]
}

/**
 * Whether a page writes days or months first where it writes both as numbers: some other date on it can be read in one
 * way only. Undefined where none can, or where they contradict each other.
 */
export function numberOrder(lines: string[]): NumberOrder | undefined {
  const orders = new Set<NumberOrder>()
  for (const line of lines) {
    for (const { groups } of line.matchAll(NUMBERS)) {
      const [a, b] = [Number(groups?.a), Number(groups?.b)]
      if (a > 12 && a <= 31 && b <= 12) orders.add('day')
      if (b > 12 && b <= 31 && a <= 12) orders.add('month')
    }
  }
  return orders.size === 1 ? [...orders][0] : undefined
}

function readMatch(match: RegExpMatchArray, order?: NumberOrder): PrintedDay | undefined {
  const { short, month = '', day, a, b } = match.groups ?? {}
  const [claimed, at] = [match[0], match.index ?? 0]
  const year = match.groups?.year ?? fullYear(Number(short))
  if (!year)
    return isoDate(2000, Number(month), Number(day))
      ? { claimed, at, why: `${claimed} does not say of which century it is.` }
      : undefined
  if (a && b) {
    const [first, second] = [Number(a), Number(b)]
    const dayFirst = first > 12 || (second <= 12 && order === 'day')
    if (first !== second && first <= 12 && second <= 12 && !order)
      return { claimed, at, why: `${claimed} may be day and month or month and day.` }
    const date = isoDate(Number(year), dayFirst ? second : first, dayFirst ? first : second)
    return date ? { claimed, at, date } : undefined
  }
  const number = /^\d/.test(month) ? Number(month) : monthNumber(month)
  const date = number ? isoDate(Number(year), number, Number(day)) : undefined
  return date ? { claimed, at, date } : undefined
}

/** The year that two digits stand for; undefined where it may be of either century. */
function fullYear(short: number): number | undefined {
  return [1900 + short, 2000 + short].find((year) => year >= FIRST_SHORT && year <= LAST_SHORT)
}

const overlaps = (a: PrintedDay, b: PrintedDay): boolean =>
  a.at < b.at + b.claimed.length && b.at < a.at + a.claimed.length
