import { daysBetween, type IsoDate } from '../content/date.ts'
import { sentences } from '../content/sentences.ts'
import { isOfSaying, spokenDays } from '../content/spoken-day.ts'

/** Sentences that tell what the news is, and how much of a long one is read. */
const LEAD = 2
const LONGEST_SENTENCE = 600
/** What may stand before a day that is not the event's: a deadline, a plan, an earlier event. */
const OTHER_DAY =
  /\b(?:will|would|shall|may|might|could|due|scheduled|planned|expected|set|ahead of|by|until|till|before|after|since|from|following)\b[^,;.]{0,40}$/i
/** Days before an article within which a lead names its event's; one further back may as well be one to come. */
const RECENT = 3

/**
 * The day on which that happened of which a text tells: the first past day in its lead, or the day on which it was said
 * where no other is given. Undefined where the lead names none. `printedOn` is given only where it can be relied on.
 */
export function eventDay(paragraphs: string[], printedOn: IsoDate | undefined): IsoDate | undefined {
  const lead = paragraphs
    .slice(0, LEAD)
    .flatMap((paragraph) => sentences(paragraph.slice(0, 2 * LONGEST_SENTENCE)))
    .slice(0, LEAD)
  for (const sentence of lead) {
    const head = sentence.slice(0, LONGEST_SENTENCE)
    const past = spokenDays(head, printedOn).filter(
      ({ at, day }) =>
        day && isRecent(day, printedOn) && !OTHER_DAY.test(head.slice(Math.max(0, at - 60), at)),
    )
    const told = past.find((spoken) => !isOfSaying(head, spoken)) ?? past[0]
    if (told) return told.day
  }
  return undefined
}

function isRecent(day: IsoDate, printedOn: IsoDate | undefined): boolean {
  if (!printedOn) return true
  const before = daysBetween(day, printedOn)
  return before >= 0 && before <= RECENT
}
