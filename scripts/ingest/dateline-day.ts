import type { Draft, PrintedDate } from './draft.ts'
import { readDay } from './printed-day.ts'

/** A line that says whose text it is. */
export const COPYRIGHT = /©|\(c\)|copyright/i

/** The day of a text's dateline; its year, where it has none, is that of the copyright line. */
export function dayOfDateline({ dateline, lines, verdicts }: Draft): PrintedDate | undefined {
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
