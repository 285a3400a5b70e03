import type { IsoDate } from '../../scripts/content/date.ts'

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
  const [year, month, day] = date.split('-')
  return `${Number(day)} ${monthName(Number(month))} ${Number(year)}`
}

/** `30 Aug`, for lists that stand under their year. */
function shortDate(date: IsoDate): string {
  const [, month, day] = date.split('-')
  return `${Number(day)} ${monthName(Number(month)).slice(0, 3)}`
}

/** A day as people read it, or that it is not known. */
export function Day({ date, short = false }: { date?: IsoDate; short?: boolean }) {
  if (!date) return <span class="undated">date not known</span>
  return <time datetime={date}>{short ? shortDate(date) : longDate(date)}</time>
}
