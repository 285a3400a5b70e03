import { addDays, daysBetween, type IsoDate, isoDate, weekdayOf } from '../../content/date.ts'
import { stems } from './stem.ts'

/** A day that a sentence gives for what it tells. */
export interface DayMention {
  printed: string
  day: IsoDate
  /** Stems of the sentence's other words. */
  around(): Set<string>
  /** Words in capitals: who and where. */
  names: Set<string>
  /** Whether it is the day on which somebody said something. */
  ofSaying: boolean
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)'
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const DAY = new RegExp(
  `\\b(?:(\\d{1,2}) (${MONTH})(?:,? (\\d{4}))?|(${MONTH}) (\\d{1,2})(?!\\d)(?:,? (\\d{4}))?|((?:last|next|every|each|this|coming) )?(${WEEKDAY})(?![a-z]))`,
  'g',
)
const NOT_PAST =
  /\b(?:will|would|due|scheduled|planned|plans?|expected|upcoming|deadline|until|by|before|after|since|next|from)\b/i
const SAYING =
  /\b(?:said|told|announced|reported|confirmed|denied|warned|claimed|according to[^,.]*)(?:\s+\p{L}+){0,2}\s+(?:late |early )?(?:on\s+)?$/u
const SAYING_BEHIND = /^\s+(?:said|told|announced|reported|confirmed|denied|warned|that)\b/
const NAME = /\p{Lu}[\p{L}\p{M}]+/gu

/**
 * The one past day that a sentence names; undefined where it names none or several, or one yet to come. A weekday is
 * the last one up to `printedOn`, the day of the article, which is given only where it can be relied on.
 */
export function dayIn(sentence: string, printedOn: IsoDate | undefined): DayMention | undefined {
  if (!/\d|[a-z]day/.test(sentence)) return undefined
  const [match, other] = [...sentence.matchAll(DAY)]
  if (!match || other || NOT_PAST.test(sentence)) return undefined
  const [printed, d1, m1, y1, m2, d2, y2, relative, weekday] = match
  if (relative) return undefined
  const day = weekday ? lastWeekday(weekday, printedOn) : calendarDay(d1 ?? d2, m1 ?? m2, y1 ?? y2, printedOn)
  if (!day) return undefined
  let around: Set<string> | undefined
  const rest = sentence.slice(0, match.index) + sentence.slice(match.index + printed.length)
  return {
    printed,
    day,
    around: () => {
      around ??= stems(rest)
      return around
    },
    names: new Set([...rest.slice(1).matchAll(NAME)].map(([name]) => name)),
    ofSaying:
      SAYING.test(sentence.slice(Math.max(0, match.index - 60), match.index)) ||
      SAYING_BEHIND.test(sentence.slice(match.index + printed.length)),
  }
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
