import type { IsoDate } from '../../scripts/content/date.ts'
import { longDate, monthName } from '../../scripts/site/printed-date.ts'

export { monthName }

/** `30 Aug`, for lists that stand under their year. */
function shortDate(date: IsoDate): string {
  const [, month, day] = date.split('-')
  return `${Number(day)} ${monthName(Number(month)).slice(0, 3)}`
}

/** A day as people read it, or that it is not known. */
export function Day({ date, short = false }: { date?: IsoDate; short?: boolean }) {
  if (!date) return <span class="undated">date not known</span>
  return <time datetime={date}>{short ? shortDate(date) : longDate(date)}</time>
}
