import { addDays, type IsoDate } from '../content/date.ts'
import type { Content } from '../content/load.ts'

/**
 * Days in articles, stories and corrections that are still to come, a line for each field. Where `today` has begun in
 * Greenwich tomorrow has begun elsewhere, so that the day after it is the first that nobody can have printed yet.
 */
export function comingDays({ articles, stories }: Content, today: IsoDate): string[] {
  const tomorrow = addDays(today, 1)
  const line = (file: string, field: string, date: IsoDate | undefined, advice: string): string[] =>
    date !== undefined && date > tomorrow ? [`${file}: ${field}: ${date} is still to come; ${advice}`] : []
  return [
    ...articles.flatMap(({ file, date }) => line(file, 'date', date, ADVICE)),
    ...stories.flatMap(({ file, date, corrections }) => [
      ...line(file, 'date', date, ADVICE),
      ...corrections.flatMap((correction, at) =>
        line(file, `corrections[${at}].date`, correction.date, 'write the day on which it was corrected'),
      ),
    ]),
  ]
}

const ADVICE = 'until then it leads every list, so write the day it should be, or remove the field'
