import { type IsoDate, isoDate } from '../content/date.ts'
import type { Draft, PrintedDate } from './draft.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH = String.raw`(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
const YEAR = String.raw`(?<year>(?:19|20)\d\d)`
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`
const FORMS = [
  new RegExp(String.raw`\b${YEAR}-(?<month>\d{2})-(?<day>\d{2})(?!\d)`, 'i'),
  new RegExp(String.raw`\b${YEAR}/(?<month>\d{1,2})/(?<day>\d{1,2})(?!\d)`, 'i'),
  new RegExp(String.raw`\b${DAY}(?:\s+|-)(?:of\s+)?${MONTH},?(?:\s+|-)${YEAR}\b`, 'i'),
  new RegExp(String.raw`\b${MONTH}\s+${DAY}\s*,?\s+(?:at\s+)?${YEAR}\b`, 'i'),
  new RegExp(String.raw`\b(?<a>\d{1,2})[/.](?<b>\d{1,2})[/.]${YEAR}\b`, 'i'),
]
const UPDATED = /\b(?:updated?|modified|last (?:edited|changed))\b/i
const PUBLISHED = /\b(?:published|posted|date|first published|created|issued)\b/i
const COPYRIGHT = /©|\(c\)|copyright/i
const RELATIVE =
  /^(?:(?:published|posted|updated)[: ]\s?)?((?:\d{1,2}|an?) (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago|yesterday|today)\b.{0,20}$/i
const LONGEST = 200

/**
 * The date the page prints: in its head, else on a line outside the body, a "Published" one before an "Updated" one;
 * else in the dateline, with the year of the copyright line; else in the address. Dates inside the story are no
 * evidence. Which of 03/11 is the month is not guessed.
 */
export function printedDate(draft: Draft): Partial<Draft> {
  const printed = fromHead(draft) ?? fromLines(draft) ?? fromDateline(draft) ?? fromAddress(draft)
  return printed ? { printed } : {}
}

/** The first date in a line of text. */
export function readDate(text: string): { date?: IsoDate; claimed: string; why?: string } | undefined {
  for (const form of FORMS) {
    const match = form.exec(text)
    if (!match?.groups) continue
    const { year, month, day, a, b } = match.groups
    const claimed = match[0]
    if (a && b) {
      const [first, second] = [Number(a), Number(b)]
      if (first === second || first > 12 || second > 12) {
        const date = isoDate(Number(year), first > 12 ? second : first, first > 12 ? first : second)
        if (date) return { date, claimed }
      }
      return { claimed, why: `${claimed} may be day and month or month and day.` }
    }
    const number = /^\d+$/.test(month ?? '')
      ? Number(month)
      : MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1
    const date = isoDate(Number(year), number, Number(day))
    if (date) return { date, claimed }
  }
  return undefined
}

function fromHead({ facts }: Draft): PrintedDate | undefined {
  const stated = facts.published ?? facts.modified
  const read = stated ? readDate(stated.slice(0, LONGEST)) : undefined
  return read && stated ? { ...read, claimed: stated, basis: 'stated' } : undefined
}

function fromLines({ lines, verdicts }: Draft): PrintedDate | undefined {
  const first = verdicts.findIndex((one) => one.verdict === 'body')
  const found = lines.flatMap(({ text }, at) => {
    if (verdicts[at]?.verdict === 'body' || verdicts[at]?.verdict === 'related' || text.length > LONGEST)
      return []
    const read = COPYRIGHT.test(text) ? undefined : (readDate(text) ?? readRelative(text))
    if (!read) return []
    const label = PUBLISHED.test(text) ? 0 : UPDATED.test(text) ? 2 : 1
    const published =
      label === 0 && UPDATED.test(text) ? readDate(text.slice(text.search(PUBLISHED))) : undefined
    return [
      {
        ...(published ?? read),
        claimed: claimedIn(text, (published ?? read).claimed),
        rank: label * 2 + (at < first ? 0 : 1),
        at,
      },
    ]
  })
  const best = found.sort((a, b) => a.rank - b.rank || a.at - b.at)[0]
  return best ? { claimed: best.claimed, date: best.date, why: best.why, basis: 'stated' } : undefined
}

/** "2 hours ago": a date only for someone who knows when the page was saved, which nothing tells. */
function readRelative(line: string): { date?: IsoDate; claimed: string; why: string } | undefined {
  const claimed = RELATIVE.exec(line)?.[1]
  return claimed
    ? { claimed, why: `The page prints “${claimed}”, and nothing says when it was saved.` }
    : undefined
}

/** The date with the time of day that stands beside it, when the line is hardly more than that. */
function claimedIn(line: string, date: string): string {
  const bare = line.replace(/^[\p{L} ]{1,30}:\s*/u, '')
  return bare.length <= date.length + 30 ? bare : date
}

function fromDateline({ dateline, lines, verdicts }: Draft): PrintedDate | undefined {
  if (!dateline?.day) return undefined
  const full = readDate(dateline.day)
  if (full) return { ...full, basis: 'dateline' }
  const notice = lines.find(
    ({ text }, at) =>
      verdicts[at]?.verdict !== 'body' && COPYRIGHT.test(text) && /\b(?:19|20)\d\d\b/.test(text),
  )
  const year = /\b(?:19|20)\d\d\b/.exec(notice?.text ?? '')?.[0]
  const read = year ? readDate(`${dateline.day} ${year}`) : undefined
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

function fromAddress({ url }: Draft): PrintedDate | undefined {
  const match = /\/(?<year>(?:19|20)\d\d)[/-](?<month>\d{1,2})[/-](?<day>\d{1,2})(?:\/|-|$)/.exec(url ?? '')
  const { year, month, day } = match?.groups ?? {}
  const date = isoDate(Number(year), Number(month), Number(day))
  return date ? { claimed: `${year}/${month}/${day}`, date, basis: 'url' } : undefined
}
