import { addDays, dayNumber, type IsoDate } from './date.ts'

/** A week of ISO 8601: it begins on Monday and belongs to the year that its Thursday is in. */
export interface IsoWeek {
  year: number
  /** 1 to 53. */
  week: number
  monday: IsoDate
  sunday: IsoDate
}

const DAYS = 7
/** 1 January 1970 was a Thursday, the fourth day of its week. */
const EPOCH_WEEKDAY = 3

const fourDigits = (year: number): string => String(year).padStart(4, '0')

/** The week that a day is in. */
export function weekOf(date: IsoDate): IsoWeek {
  const weekday = (((dayNumber(date) + EPOCH_WEEKDAY) % DAYS) + DAYS) % DAYS
  const monday = addDays(date, -weekday)
  const thursday = addDays(monday, 3)
  const year = Number(thursday.slice(0, 4))
  const newYear = `${fourDigits(year)}-01-01`
  const week = Math.floor((dayNumber(thursday) - dayNumber(newYear)) / DAYS) + 1
  return { year, week, monday, sunday: addDays(monday, 6) }
}

/** `2023-w35`: sorts as its weeks do. */
export function weekId({ year, week }: IsoWeek): string {
  return `${fourDigits(year)}-w${String(week).padStart(2, '0')}`
}
