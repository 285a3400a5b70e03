import type { DateFrom } from '../content/article.ts'
import type { IsoDate } from '../content/date.ts'

/** The day of a story or an article where nothing speaks against it: machines are told no other, since they print no doubt. */
export function sureDay({ date, dateFrom }: { date?: IsoDate; dateFrom?: DateFrom }): IsoDate | undefined {
  return dateFrom?.confidence === 'low' ? undefined : date
}
