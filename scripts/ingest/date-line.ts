import type { PrintedDate } from './draft.ts'
import { remembering } from './line-memory.ts'
import { type NumberOrder, type PrintedDay, readDay, readDays } from './printed-day.ts'

const UPDATED =
  /\b(?:updated?|modified|last (?:edited|changed)|aktualisiert|mis à jour|actualizado|aggiornato|opdateret|oppdatert|uppdaterad|bijgewerkt|atualizado)(?!\p{Ll})|обновлено|оновлено/iu
export const PUBLISHED =
  /\b(?:published|posted|date|first published|created|issued|published on|veröffentlicht|erstellt|publié|publicado|pubblicato|offentliggjort|publisert|publicerad|gepubliceerd|opublikowano|diterbitkan|dipublikasi)(?!\p{Ll})|опубликовано|опубліковано/iu
const RELATIVE =
  /(?:(?<!\d)\d{1,2}|\ban?) (?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago\b|^(?:yesterday|today)\b/iu
/** Words before a date that make it the day of something else: of a founding, of an offer, of the weather. */
const OF_ANOTHER_MATTER =
  /\b(?:est(?:\.|ablished|d\b)|founded|since|born|offer|sale|ends?|ending|expir(?:es?|y|ing)|valid|until|till|deadline(?=:?\s*$|\s\p{Ll})|clos(?:es|ing)|register (?:now|by|before)|registration|apply|tickets?|save the date|starts?|starting|begins?|gegründet|seit|bis|gültig|endet|fondée?|depuis|jusqu.au|fundado|desde|hasta|fondato|fino al|sinds|tot)(?!\p{L})|°/iu
/** Words that stand beside a date and say nothing of another matter: labels, weekdays, hours, zones, reading times. */
const BESIDE =
  /\p{L}*(?:publi|updat|aktuali|mis à jour|opdater)\p{L}*|\b(?:on|at|by|date|posted|created|issued|first|last|modified|edited|min|mins|minutes?|read|am|pm|a\.m|p\.m|uhr|kl|o'clock|e[sd]t|[pcm][sd]t|gmt|utc|b?st|ist|sast|myt|c?est|cet|hkt|sgt|jst|kst|aest|aedt|mon|tues?|wed|thur?s?|fri|sat|sun|\p{L}+day|\p{L}{2,}tag|\p{L}+dag|(?:lun|mar|mercr|jeu|vendr|same)edi|dimanche)\b\.?/giu
const MOST_BESIDE = 5
/** At the head of a line, with no more than a name before it, a date is what the line is there for, whatever sections and tags follow. */
const STARTS = /^(?:(?:\p{Lu}[\p{L}.'’-]{0,20}|by|on|at|[-–—|•·,:]|\d{1,2}[:.]\d\d)\s?){0,6}$/u
/** No line that is there for its date is longer, in characters. */
export const LONGEST = 200

/** A day that a line says, and how much that is worth. */
export interface Candidate extends PrintedDate {
  label?: 'published' | 'updated'
  rank: number
  at: number
  /** Whether nothing but its place ties it to the article. */
  bare: boolean
}

/** Whether a line prints a date, full or relative ("2 hours ago"), beside little else. */
export function hasDate(line: string): boolean {
  return line.length <= LONGEST && printsDate(line)
}

const printsDate = remembering(
  (line) =>
    /\d|\bago\b|day\b/i.test(line) &&
    (readDay(line) !== undefined || RELATIVE.test(line)) &&
    isDateLine(line),
)

/** What a line says of the day: the date behind "Published" before any other, one behind "Updated" last. */
export function readLine(text: string, at: number, place: number, order?: NumberOrder): Candidate[] {
  if (!isDateLine(text)) return []
  const days = readDays(text, order ?? orderOfZone(text))
  const relative = RELATIVE.exec(text)?.[0]
  if (days.length === 0)
    return relative && place < 2
      ? [
          {
            claimed: relative,
            at,
            rank: 20,
            bare: false,
            basis: 'stated',
            why: `The page prints “${relative}”, and nothing says when it was saved.`,
          },
        ]
      : []
  return days.flatMap((day, index) => {
    const before = text.slice(index === 0 ? 0 : endOf(days[index - 1]), day.at)
    const label = labelOf(before)
    if (!label && !isNamed(before) && OF_ANOTHER_MATTER.test(before)) return []
    const why = label === 'updated' ? 'The page prints only when it was changed last.' : undefined
    return [
      {
        claimed: days.length === 1 ? claimedIn(text, day.claimed) : day.claimed,
        date: day.date,
        why: day.why ?? why,
        basis: 'stated',
        label,
        at,
        rank: (label === 'updated' ? 10 : 0) + place * 2 + (label === 'published' ? 0 : 1),
        bare: !label && !isNamed(before) && !UPDATED.test(text),
      },
    ]
  })
}

/** Whether a byline stands before a date. */
const isNamed = (before: string): boolean => /\b[Bb]y\s+\p{Lu}/u.test(before)

const endOf = (day: PrintedDay | undefined): number => (day ? day.at + day.claimed.length : 0)

/** Of the words before a date the last that says what day it is. */
export function labelOf(before: string): 'published' | 'updated' | undefined {
  const [published, updated] = [before.search(PUBLISHED), before.search(UPDATED)]
  if (published < 0 && updated < 0) return undefined
  return updated > published ? 'updated' : 'published'
}

/** Whether a line is there for its date: little stands beside it, or a label or a byline does. */
function isDateLine(text: string): boolean {
  const rest = readDays(text)
    .reduceRight((left, { at, claimed }) => left.slice(0, at) + left.slice(at + claimed.length), text)
    .replace(RELATIVE, '')
    .replace(/\d{1,2}[:.h]\d\d(?::\d\d)?\s?(?:[ap]\.?m\b\.?)?/giu, '')
  const words = rest.replace(BESIDE, '').match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0
  if (words <= MOST_BESIDE) return true
  if (words > 3 * MOST_BESIDE) return false
  if (STARTS.test(text.slice(0, readDay(text)?.at)) && !/[.!?]$/.test(text)) return true
  return PUBLISHED.test(rest) || /\b[Bb]y\s+\p{Lu}|[|/•·].*\p{Lu}/u.test(rest)
}

/** The date with the time of day that stands beside it, when the line is hardly more than that. */
function claimedIn(line: string, date: string): string {
  const bare = line.replace(/^[\p{L} ]{1,30}:\s*/u, '')
  return bare.length <= date.length + 30 ? bare : date
}

/** What the time zone beside a number date tells: America writes the month first, the rest of the world the day. */
function orderOfZone(text: string): NumberOrder | undefined {
  if (/\b(?:[ECMP][SD]T|[ECMP]T)\b/.test(text)) return 'month'
  return /\b(?:C?EST|EEST|[CEW]ET|BST|IST|MSK|SAST|[EWC]AT|GMT[+]\d{1,2})\b/.test(text) ? 'day' : undefined
}
