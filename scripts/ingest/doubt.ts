import { addDays, daysBetween, type IsoDate, weekdayOf } from '../content/date.ts'
import { sentences } from '../content/sentences.ts'
import { labelOf } from './date-line.ts'
import { withoutDateline } from './dateline.ts'
import type { Block, Draft } from './draft.ts'
import { type PrintedDay, readDay, readDays } from './printed-day.ts'

const WEEKDAY = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'
const WEEKDAY_OR_SHORT = String.raw`(?<!\p{L})(?<name>Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:s|nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)(?!\p{L})`
const BETWEEN = String.raw`(?:[^\p{L}]|(?<!\p{L})(?:[ap]\.?m|at)(?!\p{L}))*`
const BEFORE_DAY = new RegExp(`${WEEKDAY_OR_SHORT}${BETWEEN}$`, 'iu')
const BEHIND_DAY = new RegExp(String.raw`^${BETWEEN}${WEEKDAY_OR_SHORT}(?!\s\p{L})`, 'iu')
/** Words before a weekday that make it one to come: "will be tested as soon as Friday". */
const TO_COME =
  /\b(?:will|would|could|may|might|expected|scheduled|set|due|likely|ahead of|as soon as)\b[^.]{0,80}$/i
const REPORTED =
  /\b(?:said|says|told|announced|reported|confirmed|met|signed|launched|imposed|welcomed|hosted|fired|adopted|agreed|arrived|began|voted|vetoed|blamed|named|listed|warned|accused|denied|unveiled|released|approved|ended|killed|will|was|were|has|have|had|[a-z]{3,}ed)\b/

const PAST =
  '(?:was|were|had|took|happened|died|met|signed|began|told|said|went|came|sent|shot|fell|struck|hit|won|lost|[a-z]{3,}ed)'
/** A past verb right before the day: "confirmed on 28 October 2024", "met there on Monday, 28 October 2024". */
const PAST_BEFORE = new RegExp(
  `\\b${PAST}(?:\\s(?!to\\b|for\\b|of\\b|the\\b|until\\b|by\\b|from\\b)[\\p{L}]{1,15}){0,2}(?:\\son)?,?(?:\\s\\p{Lu}\\p{L}+day,?)?\\s$`,
  'u',
)
const PAST_AFTER = new RegExp(`^,?\\s(?:\\S{1,25}\\s){1,14}?${PAST}\\b`, 'u')
const AHEAD =
  /\b(?:will|would|shall|may|might|could|until|till|due|expires?|expected|scheduled|planned|set|deadline|to be|is to|are to|if|unless)\b/i
/** How many characters before a day speak of it. */
const AROUND = 60
const LONGEST_SENTENCE = 600

/**
 * Whether the text can be of the day that the page prints.
 *
 * Three things contradict it: a weekday that is printed beside the date and does not belong to it; a weekday of
 * which the lead speaks as of today or yesterday while the date lies three to five days off (a week wraps at seven, so
 * more is not to be told); and a later date of which the text speaks in the past tense. A date so contradicted is kept
 * as a claim and not as the date.
 */
export function doubt(draft: Draft): Partial<Draft> {
  const { printed, body } = draft
  if (!printed) return {}
  const { claimed, date, basis, why, updated } = printed
  if (!date) return { date: undefined, dateFrom: { basis, claimed, confidence: 'low', why } }
  const lead = withoutDateline(draft)[0]?.text ?? ''
  const contradiction =
    wrongWeekday(claimed, date) ?? wrongLead(lead, date, updated) ?? pastTheDate(body, date, updated)
  if (contradiction)
    return { date: undefined, dateFrom: { basis, claimed, confidence: 'low', why: contradiction } }
  return {
    date,
    dateFrom: {
      basis,
      claimed,
      confidence: basis === 'stated' && !why ? 'high' : 'low',
      why: why ?? support(lead, date),
    },
  }
}

function wrongWeekday(claimed: string, date: IsoDate): string | undefined {
  const printed = weekdayBeside(claimed)
  const real = weekdayOf(date)
  if (!printed || real.startsWith(printed)) return undefined
  return `The page prints “${claimed}”, but ${date} was a ${real}.`
}

/** The first three letters of the weekday that stands beside a date, with no more than a time of day between them. */
function weekdayBeside(claimed: string): string | undefined {
  const day = readDay(claimed)
  if (!day) return undefined
  const before = BEFORE_DAY.exec(claimed.slice(0, day.at))
  const found =
    before && !isOfName(before) ? before : BEHIND_DAY.exec(claimed.slice(day.at + day.claimed.length))
  const name = found?.groups?.name
  return name && `${name.charAt(0).toUpperCase()}${name.slice(1, 3).toLowerCase()}`
}

/** Whether a short form ends a name, of a paper or a person: "The Sun, 2 May 2024". */
function isOfName({ input, index, groups }: RegExpExecArray): boolean {
  const word = /(?<!\p{L})\p{Lu}\p{L}*\s+$/u.exec(input.slice(0, index))?.[0]
  return word !== undefined && !/day$/i.test(groups?.name ?? '') && !/^on\s/i.test(word) && !labelOf(word)
}

function wrongLead(lead: string, date: IsoDate, updated?: IsoDate): string | undefined {
  const named = weekdayOfLead(lead)
  if (!named || fits(named, date) || (updated && fits(named, updated))) return undefined
  return `The page prints ${date}, a ${weekdayOf(date)}, but the text speaks of ${named} as its own day.`
}

/** Whether a text of a day may call a weekday its own: that day, the two before and, by time zone, the one after. */
function fits(weekday: string, date: IsoDate): boolean {
  return [-1, 0, 1, 2].some((days) => weekdayOf(addDays(date, -days)) === weekday)
}

/**
 * A full date of which the text speaks as past although it lies after the printed one and after the last change; a
 * day's grace for time zones.
 */
function pastTheDate(body: Block[], date: IsoDate, updated = date): string | undefined {
  const known = updated > date ? updated : date
  for (const { text } of body) {
    if (!/\b(?:19|20)\d\d\b/.test(text)) continue
    for (const sentence of sentences(text)) {
      const head = sentence.slice(0, LONGEST_SENTENCE)
      const past = readDays(head).find(
        (spoken) => spoken.date && daysBetween(known, spoken.date) > 1 && isPast(head, spoken),
      )
      if (past) return `The page prints ${date}, but the text tells of ${past.claimed} as past.`
    }
  }
  return undefined
}

function isPast(sentence: string, { at, claimed }: PrintedDay): boolean {
  const before = sentence.slice(Math.max(0, at - AROUND), at)
  const after = sentence.slice(at + claimed.length)
  if (/^(?:on\s)?$/i.test(sentence.slice(0, at)))
    return PAST_AFTER.test(after) && !AHEAD.test(after.slice(0, 3 * AROUND))
  return PAST_BEFORE.test(before) && !AHEAD.test(before)
}

function support(lead: string, date: IsoDate): string | undefined {
  const named = weekdayOfLead(lead)
  return named && weekdayOf(date) === named ? `The text speaks of ${named}, which ${date} was.` : undefined
}

/**
 * The weekday on which the lead says that something happened. Only the first two sentences count, and only a weekday
 * without a date of its own or a word such as "next" or "last" that moves it to another week.
 */
function weekdayOfLead(lead: string): string | undefined {
  for (const sentence of sentences(lead).slice(0, 2)) {
    const match = new RegExp(`(?<before>\\S+\\s+)?\\b(?<day>${WEEKDAY})\\b(?<after>.{0,12})`).exec(sentence)
    const { before = '', day, after = '' } = match?.groups ?? {}
    if (
      !day ||
      /\b(?:next|last|coming|every|each|following|previous|Black|Good|Ash|by|until|since|from)\s*$/i.test(
        before,
      )
    )
      continue
    if (TO_COME.test(sentence.slice(0, match?.index))) continue
    if (/^,?\s+(?:\p{Lu}\p{L}+\.?\s+\d|\d{1,2}\b)/u.test(after) || !REPORTED.test(sentence)) continue
    return day
  }
  return undefined
}

/**
 * Checks the date of one text against those of its copies. Whoever prints it does so within `LATER` days of the first;
 * a later date is in doubt. An earlier one than that of the text it copies is not: by that very date one is told to be the
 * original, and an agency's own print, which always is, may come after others.
 */
export function doubtAmongCopies(date: IsoDate, others: IsoDate[]): string | undefined {
  const earliest = [...others].sort()[0]
  if (!earliest) return undefined
  const after = daysBetween(earliest, date)
  return after > LATER ? `A copy of this text is dated ${earliest}, ${after} days earlier.` : undefined
}

const LATER = 30
