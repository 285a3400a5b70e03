import { addDays, daysBetween, type IsoDate, isoDate, weekdayOf } from './date.ts'

/** A day of which a sentence speaks: "on Wednesday", "30 August". */
export interface SpokenDay {
  printed: string
  /** Where in the sentence it stands. */
  at: number
  /** Absent where it is relative to something else ("last Friday") or cannot be told. */
  day?: IsoDate
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.)'
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const DAY = new RegExp(
  `\\b(?:(\\d{1,2}) (${MONTH})(?:,? (\\d{4}))?|(${MONTH}) (\\d{1,2})(?!\\d)(?:,? (\\d{4}))?|((?:last|next|every|each|this|coming) )?(${WEEKDAY})(?![a-z]))`,
  'g',
)
const SAYING =
  /\b(?:said|told|announced|reported|confirmed|denied|warned|claimed|according to[^,.]*)(?:\s+\p{L}+){0,2}\s+(?:late |early )?(?:on\s+)?$/u
const SAYING_BEHIND = /^\s+(?:said|told|announced|reported|confirmed|denied|warned|that)\b/

/**
 * Every day of which a sentence speaks, past or to come. A weekday, and a day without its year, is the last one up to
 * `printedOn`, the day of the article, which is given only where it can be relied on.
 */
export function spokenDays(sentence: string, printedOn: IsoDate | undefined): SpokenDay[] {
  if (!/\d|[a-z]day/.test(sentence)) return []
  return [...sentence.matchAll(DAY)].map((match) => {
    const [printed, d1, m1, y1, m2, d2, y2, relative, weekday] = match
    const day = relative
      ? undefined
      : weekday
        ? lastWeekday(weekday, printedOn)
        : calendarDay(d1 ?? d2, m1 ?? m2, y1 ?? y2, printedOn)
    return { printed, at: match.index, day }
  })
}

/** Whether it is the day on which somebody said something. */
export function isOfSaying(sentence: string, { printed, at }: SpokenDay): boolean {
  return (
    SAYING.test(sentence.slice(Math.max(0, at - 60), at)) ||
    SAYING_BEHIND.test(sentence.slice(at + printed.length))
  )
}

function lastWeekday(weekday: string, printedOn: IsoDate | undefined): IsoDate | undefined {
  for (let back = 0; printedOn && back < 7; back++) {
    const day = addDays(printedOn, -back)
    if (weekdayOf(day) === weekday) return day
  }
  return undefined
}

/** A day printed without its year is the last such day up to the article's. */
function calendarDay(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  printedOn: IsoDate | undefined,
): IsoDate | undefined {
  const number = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1
  if (year) return isoDate(Number(year), number, Number(day))
  if (!printedOn) return undefined
  const same = isoDate(Number(printedOn.slice(0, 4)), number, Number(day))
  if (same && daysBetween(same, printedOn) >= 0) return same
  return isoDate(Number(printedOn.slice(0, 4)) - 1, number, Number(day))
}
