import type { IsoDate } from '../../content/date.ts'
import { isOfSaying, spokenDays } from '../../content/spoken-day.ts'
import { namesIn } from './names.ts'
import { deniedAt } from './negation.ts'
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

/** A sentence without the name of a day or month speaks of no day. */
const NAMES_DAY = /day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/
const NOT_PAST = /\b(?:will|would|due|scheduled|planned|plans?|expected|upcoming|deadline)\b/i
/** Right before a day: what it tells was not on it. */
const NOT_ON = /\b(?:until|till|by|before|after|since|next|from|through)\s+(?:late |early )?$/i

/**
 * The one past day that a sentence names; undefined where it names none or several, or one yet to come. A weekday is
 * the last one up to `printedOn`, the day of the article, which is given only where it can be relied on.
 */
export function dayIn(sentence: string, printedOn: IsoDate | undefined): DayMention | undefined {
  if (!NAMES_DAY.test(sentence)) return undefined
  const [spoken, other] = spokenDays(sentence, printedOn)
  if (!spoken?.day || other || NOT_PAST.test(sentence)) return undefined
  const { printed, at, day } = spoken
  if (NOT_ON.test(sentence.slice(Math.max(0, at - 20), at))) return undefined
  if (deniedAt(sentence, at, at + printed.length)) return undefined
  let around: Set<string> | undefined
  const rest = sentence.slice(0, at) + sentence.slice(at + printed.length)
  return {
    printed,
    day,
    around: () => {
      around ??= stems(rest)
      return around
    },
    names: namesIn(rest),
    ofSaying: isOfSaying(sentence, spoken),
  }
}
