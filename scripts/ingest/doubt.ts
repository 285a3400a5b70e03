import { addDays, daysBetween, type IsoDate, weekdayOf } from '../content/date.ts'
import { sentences } from '../content/sentences.ts'
import type { Block, Draft } from './draft.ts'
import { readDate } from './printed-date.ts'

const WEEKDAY = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'
const REPORTED =
  /\b(?:said|says|told|announced|reported|confirmed|met|signed|launched|imposed|welcomed|hosted|fired|adopted|agreed|arrived|began|voted|vetoed|blamed|named|listed|warned|accused|denied|unveiled|released|approved|ended|killed|will|was|were|has|have|had|[a-z]{3,}ed)\b/

const PAST = /\b(?:was|were|had|took place|happened|occurred|died|met|signed|[a-z]{3,}ed)\b/
const AHEAD =
  /\b(?:will|would|until|till|by|due|expires?|expected|scheduled|planned|from|before|deadline|next)\b/i
const LONGEST_SENTENCE = 600

/**
 * Whether the text can be of the day that the page prints.
 *
 * Three things contradict it: a weekday that is printed beside the date and does not belong to it; a weekday of
 * which the lead speaks as of today or yesterday while the date lies three to five days off (a week wraps at seven, so
 * more is not to be told); and a later date of which the text speaks in the past tense. A date so contradicted is kept
 * as a claim and not as the date.
 */
export function doubt({ printed, body, dateline }: Draft): Partial<Draft> {
  if (!printed) return {}
  const { claimed, date, basis, why } = printed
  if (!date) return { date: undefined, dateFrom: { basis, claimed, confidence: 'low', why } }
  const contradiction =
    wrongWeekday(claimed, date) ?? wrongLead(body, dateline?.length ?? 0, date) ?? pastTheDate(body, date)
  if (contradiction)
    return { date: undefined, dateFrom: { basis, claimed, confidence: 'low', why: contradiction } }
  return {
    date,
    dateFrom: {
      basis,
      claimed,
      confidence: basis === 'stated' ? 'high' : 'low',
      why: why ?? support(body, dateline?.length ?? 0, date),
    },
  }
}

function wrongWeekday(claimed: string, date: IsoDate): string | undefined {
  const short = /\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/i.exec(claimed)?.[1]?.toLowerCase()
  const real = weekdayOf(date)
  if (!short || real.toLowerCase().startsWith(short)) return undefined
  return `The page prints “${claimed}”, but ${date} was a ${real}.`
}

function wrongLead(body: Block[], skip: number, date: IsoDate): string | undefined {
  const named = weekdayOfLead(body, skip)
  if (!named) return undefined
  const behind = [0, 1, 2, 3, 4, 5, 6].find((days) => weekdayOf(addDays(date, -days)) === named) ?? 0
  if (behind <= 2 || behind === 6) return undefined
  return `The page prints ${date}, a ${weekdayOf(date)}, but the text speaks of ${named} as its own day.`
}

/** A full date of which the text speaks as past although it lies after the printed one; a day's grace for time zones. */
function pastTheDate(body: Block[], date: IsoDate): string | undefined {
  for (const { text } of body) {
    for (const sentence of sentences(text)) {
      const spoken = readDate(sentence.slice(0, LONGEST_SENTENCE))
      if (!spoken?.date || daysBetween(date, spoken.date) <= 1) continue
      const before = sentence.slice(0, sentence.indexOf(spoken.claimed))
      if (PAST.test(before) && !AHEAD.test(sentence))
        return `The page prints ${date}, but the text tells of ${spoken.claimed} as past.`
    }
  }
  return undefined
}

function support(body: Block[], skip: number, date: IsoDate): string | undefined {
  const named = weekdayOfLead(body, skip)
  return named && weekdayOf(date) === named ? `The text speaks of ${named}, which ${date} was.` : undefined
}

/**
 * The weekday on which the lead says that something happened. Only the first two sentences count, and only a weekday
 * without a date of its own or a word such as "next" or "last" that moves it to another week.
 */
function weekdayOfLead(body: Block[], skip: number): string | undefined {
  const lead = sentences((body[0]?.text ?? '').slice(skip)).slice(0, 2)
  for (const sentence of lead) {
    const match = new RegExp(`(?<before>\\S+\\s+)?\\b(?<day>${WEEKDAY})\\b(?<after>.{0,12})`).exec(sentence)
    const { before = '', day, after = '' } = match?.groups ?? {}
    if (
      !day ||
      /\b(?:next|last|coming|every|each|following|previous|Black|Good|Ash|by|until|since|from)\s*$/i.test(
        before,
      )
    )
      continue
    if (/^,?\s+(?:\p{Lu}\p{L}+\.?\s+\d|\d{1,2}\b)/u.test(after) || !REPORTED.test(sentence)) continue
    return day
  }
  return undefined
}

/**
 * Checks the dates of one text and its copies against each other. A copy may be printed later, up to `LATER` days;
 * one dated before the text it copies, or long after all others, is in doubt.
 */
export function doubtAmongCopies(date: IsoDate, others: IsoDate[]): string | undefined {
  const earliest = [...others].sort()[0]
  if (!earliest) return undefined
  const after = daysBetween(earliest, date)
  return after > LATER ? `A copy of this text is dated ${earliest}, ${after} days earlier.` : undefined
}

const LATER = 30
