import type { IsoDate } from '../content/date.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** English name of a month from 1 to 12. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? ''
}

/** `30 August 2023`, read off the digits: a printed day has no time zone to be shifted by. */
export function longDate(date: IsoDate): string {
  const month = twoDigits(date, 5)
  return `${twoDigits(date, 8)} ${monthName(month)} ${Number(date.slice(0, 4))}`
}

/** A day written in digits, or a quotation, in which it stays as it was printed. */
const DAY_OR_QUOTATION = /“[^”]*”|(?<![\w/-])\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w/-])/gu

/** A sentence with its days as pages print them. */
export function withLongDates(sentence: string): string {
  return sentence.replace(DAY_OR_QUOTATION, (found) => (found.startsWith('“') ? found : longDate(found)))
}

const ZERO = 48

const twoDigits = (date: IsoDate, at: number): number =>
  (date.charCodeAt(at) - ZERO) * 10 + date.charCodeAt(at + 1) - ZERO
