import { type IsoDate, isoDate } from '../content/date.ts'
import { type Candidate, LONGEST, PUBLISHED, readLine } from './date-line.ts'
import { COPYRIGHT, dayOfDateline } from './dateline-day.ts'
import type { Draft, Line, PrintedDate, Removed, Verdict } from './draft.ts'
import { type Masthead, masthead, OTHER_MATTER } from './masthead.ts'
import { type NumberOrder, numberOrder, readDay } from './printed-day.ts'

/** A line that announces the day of the article itself, among whatever it stands. */
const LABELLED = /^(?:first |originally )?published(?: on)?\b/i
/** What heads a list of other stories stands so near above them, and none of their titles has fewer words. */
const LIST = 25
const TITLE_WORDS = 3
const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|\p{L}+(?:tag|dag|woch)\b|пон|вто|сре|чет|пят|суб|вос)\p{L}*\.?,?\s/iu
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
    dayOfDateline(draft),
    fromAddress(draft),
    fromVideo(draft),
  ].filter((one) => one !== undefined)
  const printed = all.find((one) => one.date) ?? all[0]
  return printed ? { printed } : {}
}

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

/** What the language of a text tells of its number dates: writers of English and of the Philippines may put the month first. */
function orderOf(lang?: string): NumberOrder | undefined {
  return lang && !/^(?:en|fil|tl)\b/.test(lang) ? 'day' : undefined
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
