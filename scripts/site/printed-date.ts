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

const ZERO = 48

const twoDigits = (date: IsoDate, at: number): number =>
  (date.charCodeAt(at) - ZERO) * 10 + date.charCodeAt(at + 1) - ZERO
