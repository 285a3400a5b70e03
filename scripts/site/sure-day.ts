import type { DateFrom } from '../content/article.ts'
import type { IsoDate } from '../content/date.ts'
import { byCodePoint } from '../content/order.ts'

interface Dated {
  date?: IsoDate
  dateFrom?: DateFrom
}

/** The day of a story or an article where nothing speaks against it: machines are told no other, since they print no doubt. */
export function sureDay({ date, dateFrom }: Dated): IsoDate | undefined {
  return dateFrom?.confidence === 'low' ? undefined : date
}

/** The earliest day first; of two that give one day the surer, then the one that prints it itself. */
export const byDayAndSurety = (a: Dated, b: Dated): number =>
  byCodePoint(a.date ?? '9', b.date ?? '9') || doubtOf(a) - doubtOf(b)

const doubtOf = ({ dateFrom }: Dated): number =>
  2 * Number(dateFrom?.confidence === 'low') + Number(dateFrom?.basis === 'copy')
