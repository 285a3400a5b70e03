import { type IsoDate, isoDate } from '../content/date.ts'
import type { Draft, Line, PrintedDate, Removed, Verdict } from './draft.ts'
import { remembering } from './line-memory.ts'
import { type Masthead, masthead, OTHER_MATTER } from './masthead.ts'
import { type NumberOrder, numberOrder, type PrintedDay, readDay, readDays } from './printed-day.ts'

const UPDATED =
  /\b(?:updated?|modified|last (?:edited|changed)|aktualisiert|mis à jour|actualizado|aggiornato|opdateret|oppdatert|uppdaterad|bijgewerkt|atualizado)(?!\p{Ll})|обновлено|оновлено/iu
const PUBLISHED =
  /\b(?:published|posted|date|first published|created|issued|published on|veröffentlicht|erstellt|publié|publicado|pubblicato|offentliggjort|publisert|publicerad|gepubliceerd|opublikowano|diterbitkan|dipublikasi)(?!\p{Ll})|опубликовано|опубліковано/iu
/** A line that announces the day of the article itself, among whatever it stands. */
const LABELLED = /^(?:first |originally )?published(?: on)?\b/i
const COPYRIGHT = /©|\(c\)|copyright/i
const RELATIVE =
  /(?:(?<!\d)\d{1,2}|\ban?) (?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago\b|^(?:yesterday|today)\b/iu
/** Words before a date that make it the day of something else: of a founding, of an offer, of the weather. */
const OF_ANOTHER_MATTER =
  /\b(?:est(?:\.|ablished|d\b)|founded|since|born|offer|sale|ends?|ending|expir(?:es?|y|ing)|valid|until|till|deadline(?=:?\s*$|\s\p{Ll})|clos(?:es|ing)|register (?:now|by|before)|registration|apply|tickets?|save the date|starts?|starting|begins?|gegründet|seit|bis|gültig|endet|fondée?|depuis|jusqu.au|fundado|desde|hasta|fondato|fino al|sinds|tot)(?!\p{L})|°/iu
/** Words that stand beside a date and say nothing of another matter: labels, weekdays, hours, zones, reading times. */
const BESIDE =
  /\p{L}*(?:publi|updat|aktuali|mis à jour|opdater)\p{L}*|\b(?:on|at|by|date|posted|created|issued|first|last|modified|edited|min|mins|minutes?|read|am|pm|a\.m|p\.m|uhr|kl|o'clock|e[sd]t|[pcm][sd]t|gmt|utc|b?st|ist|sast|myt|c?est|cet|hkt|sgt|jst|kst|aest|aedt|mon|tues?|wed|thur?s?|fri|sat|sun|\p{L}+day|\p{L}{2,}tag|\p{L}+dag|(?:lun|mar|mercr|jeu|vendr|same)edi|dimanche)\b\.?/giu
/** What heads a list of other stories stands so near above them, and none of their titles has fewer words. */
const LIST = 25
const TITLE_WORDS = 3
const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|\p{L}+(?:tag|dag|woch)\b|пон|вто|сре|чет|пят|суб|вос)\p{L}*\.?,?\s/iu
const MOST_BESIDE = 5
/** At the head of a line, with no more than a name before it, a date is what the line is there for, whatever sections and tags follow. */
const STARTS = /^(?:(?:\p{Lu}[\p{L}.'’-]{0,20}|by|on|at|[-–—|•·,:]|\d{1,2}[:.]\d\d)\s?){0,6}$/u
const LONGEST = 200
/** A date line that the body step took for text is no longer than this. */
const SHORT = 80
/** Lines that have their date for another reason, unless they stand right below the headline. */
const OUTSIDE: Removed[] = ['related', 'comments', 'copyright']

/**
 * The date the page prints: in its head, else on a line around the headline or below the text, a "Published" one
 * before an "Updated" one; else in the dateline, with the year of the copyright line; else in the address; else of its video. Dates
 * inside the story, in captions, comments and lists of other articles are no evidence. Which of 03/11 is the month is
 * not guessed: only another date of the page can tell.
 */
export function printedDate(draft: Draft): Partial<Draft> {
  const all = [
    fromHead(draft),
    fromLines(draft),
    fromLabel(draft),
    fromDateline(draft),
    fromAddress(draft),
    fromVideo(draft),
  ].filter((one) => one !== undefined)
  const printed = all.find((one) => one.date) ?? all[0]
  return printed ? { printed } : {}
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

function fromHead({ facts, lang }: Draft): PrintedDate | undefined {
  for (const [stated, why] of [
    [facts.published, undefined],
    [facts.modified, 'The page says only when it was changed last.'],
  ] as const) {
    const read = stated ? readDay(stated.slice(0, LONGEST), orderOf(lang)) : undefined
    const updated = facts.modified && readDay(facts.modified.slice(0, LONGEST))?.date
    if (read && stated)
      return {
        date: read.date,
        claimed: stated,
        why: read.why ?? why,
        basis: 'stated',
        ...apart(read.date, updated),
      }
  }
  return undefined
}

interface Candidate extends PrintedDate {
  label?: 'published' | 'updated'
  rank: number
  at: number
  /** Whether nothing but its place ties it to the article. */
  bare: boolean
}

function fromLines(draft: Draft): PrintedDate | undefined {
  const { lines, lang } = draft
  const head = masthead(draft)
  const order =
    orderOf(lang) ?? numberOrder(lines.flatMap(({ text }) => (text.length <= LONGEST ? [text] : [])))
  const found = lines.flatMap(({ text }, at) => {
    const place = placeOf(at, head)
    return place === undefined || !isOpen(draft, at, place) ? [] : readLine(text, at, place, order)
  })
  const best = found.sort((a, b) => a.rank - b.rank || a.at - b.at)[0]
  if (best?.bare && best.at < (head.headline ?? 0)) return fromAbove(found, head.headline ?? 0)
  const updated = found.find(({ label, date }) => label === 'updated' && date)?.date
  return (
    best && {
      claimed: best.claimed,
      date: best.date,
      why: best.why,
      basis: 'stated',
      ...apart(best.date, updated),
    }
  )
}

/**
 * A day with nothing but its place above the headline to speak for it: of several none can be told, and one without a
 * time that opens with its weekday and stands farther up may be the day on which the page was read.
 */
function fromAbove(found: Candidate[], headline: number): PrintedDate | undefined {
  const above = found.filter(({ bare, at }) => bare && at < headline).sort((a, b) => b.at - a.at)
  const [nearest] = above
  if (!nearest) return undefined
  const { claimed, date, why, at } = nearest
  if (above.some((other) => other.date !== date))
    return { claimed, basis: 'stated', why: 'The page prints several days above its headline.' }
  const isDayBar = at < headline - 1 && WEEKDAY.test(claimed) && !/\d[:.h]\s?\d\d/.test(claimed)
  const doubt = 'The page prints it above its headline, as the day on which a page is read.'
  return { claimed, date, basis: 'stated', why: why ?? (isDayBar ? doubt : undefined) }
}

/** The one date that the lines above the end of the text call the day of publication, however far from the headline. */
function fromLabel({ lines, verdicts, lang }: Draft): PrintedDate | undefined {
  const last = verdicts.findLastIndex(({ verdict }) => verdict === 'body')
  const days = lines.slice(0, Math.max(0, last)).flatMap(({ text }, at) => {
    if (verdicts[at]?.verdict !== 'date' || text.length > SHORT || !PUBLISHED.test(text)) return []
    const read = readDay(text, orderOf(lang))
    return read?.date ? [read] : []
  })
  const [first] = days
  return first && days.every(({ date }) => date === first.date)
    ? { claimed: first.claimed, date: first.date, basis: 'stated' }
    : undefined
}

/** The day of the last change, where it is another one. */
const apart = (date?: IsoDate, updated?: IsoDate): Pick<PrintedDate, 'updated'> =>
  updated && updated !== date ? { updated } : {}

/** How near to the article a line stands: 0 below the headline, 1 above it, 2 below the text; undefined farther off. */
function placeOf(at: number, { headline, from, to, below, end }: Masthead): number | undefined {
  if (at >= (headline ?? from) && at < to) return 0
  if (at >= from && at < to) return 1
  return at >= below && at < end ? 2 : undefined
}

/** Whether the line above a date is another story, of a list that begins not far above. */
function isOfListed(lines: Line[], verdicts: Verdict[], at: number): boolean {
  if (verdicts[at - 1]?.verdict === 'related') return true
  const isTitle =
    verdicts[at - 1]?.verdict !== 'headline' && (lines[at - 1]?.text.split(' ').length ?? 0) >= TITLE_WORDS
  return isTitle && lines.slice(Math.max(0, at - LIST), at).some(({ text }) => isListHeading(text))
}

const isListHeading = (text: string): boolean => OTHER_MATTER.test(text) && text.split(' ').length <= 4

function isOpen({ lines, verdicts, title = '\n' }: Draft, at: number, place: number): boolean {
  const verdict = verdicts[at]?.verdict
  const text = lines[at]?.text ?? ''
  const length = text.length
  return (
    !(verdict === 'body' && (place > 0 || length > SHORT)) &&
    verdict !== 'caption' &&
    !text.includes(title) &&
    !(place === 1 && isOfListed(lines, verdicts, at)) &&
    !(
      place > 0 &&
      OUTSIDE.some((kind) => kind === verdict) &&
      !(verdict === 'related' && LABELLED.test(text))
    ) &&
    length <= LONGEST &&
    !COPYRIGHT.test(text) &&
    !/:\/\/|^[—–]\s/.test(text)
  )
}

/** What a line says of the day: the date behind "Published" before any other, one behind "Updated" last. */
function readLine(text: string, at: number, place: number, order?: NumberOrder): Candidate[] {
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

/** What the language of a text tells of its number dates: writers of English and of the Philippines may put the month first. */
function orderOf(lang?: string): NumberOrder | undefined {
  return lang && !/^(?:en|fil|tl)\b/.test(lang) ? 'day' : undefined
}

function fromDateline({ dateline, lines, verdicts }: Draft): PrintedDate | undefined {
  if (!dateline?.day) return undefined
  const full = readDay(dateline.day)
  if (full) return { claimed: full.claimed, date: full.date, basis: 'dateline' }
  const notice = lines.find(
    ({ text }, at) =>
      verdicts[at]?.verdict !== 'body' && COPYRIGHT.test(text) && /\b(?:19|20)\d\d\b/.test(text),
  )
  const year = lastYear(notice?.text ?? '')
  const read = year ? readDay(`${dateline.day.replace(/\.$/, '')} ${year}`) : undefined
  if (read?.date)
    return {
      claimed: dateline.day,
      date: read.date,
      basis: 'dateline',
      why: `The dateline has the day, the copyright line the year ${year}.`,
    }
  return {
    claimed: dateline.day,
    basis: 'dateline',
    why: `The dateline says ${dateline.day} but nothing on the page says which year.`,
  }
}

/** The year of a copyright line, the last one where it has several: "© 1998-2024". Undefined where that is left open. */
function lastYear(notice: string): string | undefined {
  const { years, short, open } =
    /\b(?<years>(?:19|20)\d\d(?:\s?(?:[-–—,&]|to|and)\s?(?:19|20)\d\d)*)(?!\d)(?:\s?[-–—]\s?(?<short>\d\d)(?!\d)|\s?(?:[-–—]|to)\s?(?<open>present|today|now|current)\b)?/i.exec(
      notice,
    )?.groups ?? {}
  const last = years?.slice(-4)
  if (!last || open) return undefined
  if (!short) return last
  const century = Number(last.slice(0, 2)) + (short < last.slice(2) ? 1 : 0)
  return `${century}${short}`
}

function fromAddress({ url }: Draft): PrintedDate | undefined {
  const match = /\/(?<year>(?:19|20)\d\d)[/-](?<month>\d{1,2})[/-](?<day>\d{1,2})(?:\/|-|$)/.exec(url ?? '')
  const { year, month, day } = match?.groups ?? {}
  const date = isoDate(Number(year), Number(month), Number(day))
  const why = 'The page prints no date; its address has this one.'
  return date ? { claimed: `${year}/${month}/${day}`, date, why, basis: 'url' } : undefined
}

function fromVideo({ facts, lang }: Draft): PrintedDate | undefined {
  const stated = facts.video?.published
  const read = stated ? readDay(stated.slice(0, LONGEST), orderOf(lang)) : undefined
  if (!read || !stated) return undefined
  const why = read.why ?? 'The page says only when its video was published.'
  return { claimed: stated, date: read.date, why, basis: 'stated' }
}
