import { z } from 'zod'

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const DAY = 86_400_000

/** A calendar day as `YYYY-MM-DD`. It has no time zone: it is the day that was printed. */
export type IsoDate = string

/** Years of four digits whose weeks are all within years of four digits. */
const [FIRST_YEAR, LAST_YEAR] = ['1000', '9998']

const isWithin = (text: string): boolean => text.slice(0, 4) >= FIRST_YEAR && text.slice(0, 4) <= LAST_YEAR

/** Whether a string is a day that exists, so that 2024-02-30 is refused and not read as 1 March. */
function exists(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.valueOf()) && at.toISOString().startsWith(text)
}

/** The day of a year, month (1 to 12) and day of the month; undefined where there is none. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  const text = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-')
  return exists(text) && isWithin(text) ? text : undefined
}

/** English weekday of a day. */
export function weekdayOf(date: IsoDate): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'Sunday'
}

/** Days since 1 January 1970. */
export function dayNumber(date: IsoDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY)
}

/** Whole days from one day to another; negative when `to` is the earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The day `days` after `date`. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** Schema of a day in front matter. */
export const isoDateSchema = z
  .string()
  .refine(exists, 'write a day that exists, as YYYY-MM-DD')
  .refine(
    (text) => isWithin(text) || !exists(text),
    `write a day of the years ${FIRST_YEAR} to ${LAST_YEAR}, as YYYY-MM-DD`,
  )
