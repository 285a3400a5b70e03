import { daysBetween, type IsoDate } from '../content/date.ts'
import { sentences } from '../content/sentences.ts'
import { spokenDays } from '../content/spoken-day.ts'

/** Sentences that tell what the news is, and how much of a long one is read. */
const LEAD = 2
const LONGEST_SENTENCE = 600
/** Characters before a day that speak of it. */
const BEFORE = 60
/** What may stand before a day that is not the event's: a deadline, a plan, an earlier event. */
const OTHER_DAY =
  /\b(?:will|would|shall|may|might|could|due|scheduled|planned|expected|set|ahead of|by|until|till|before|after|since|from|following)\b[^,;.]{0,40}$/i
/** Days before an article within which a lead names its event's; one further back may as well be one to come. */
const RECENT = 3

/**
 * The days on which that happened of which a text tells: the past days of the first sentence in its lead that names any,
 * since the day of the event may stand beside the one on which it was told. `printedOn` is given only where it can be
 * relied on.
 */
export function daysOfLead(paragraphs: string[], printedOn: IsoDate | undefined): IsoDate[] {
  const lead = paragraphs
    .slice(0, LEAD)
    .flatMap((paragraph) => sentences(paragraph.slice(0, LEAD * LONGEST_SENTENCE)))
    .slice(0, LEAD)
  for (const sentence of lead) {
    const head = sentence.slice(0, LONGEST_SENTENCE)
    const past = spokenDays(head, printedOn).flatMap(({ at, day }) =>
      day && isRecent(day, printedOn) && !OTHER_DAY.test(head.slice(Math.max(0, at - BEFORE), at))
        ? [day]
        : [],
    )
    if (past.length > 0) return past
  }
  return []
}

function isRecent(day: IsoDate, printedOn: IsoDate | undefined): boolean {
  if (!printedOn) return true
  const before = daysBetween(day, printedOn)
  return before >= 0 && before <= RECENT
}
