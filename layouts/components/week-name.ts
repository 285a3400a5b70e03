import type { IsoDate } from '../../scripts/content/date.ts'
import type { IsoWeek } from '../../scripts/content/iso-week.ts'
import { longDate } from '../../scripts/site/printed-date.ts'

/** `Week 35 of 2023` */
export function weekName({ week, year }: IsoWeek): string {
  return `Week ${week} of ${year}`
}

/** `28 August to 3 September 2023`, with what both days share said once. */
export function weekDays({ monday, sunday }: IsoWeek): string {
  const from = longDate(monday).split(' ')
  const said = sameMonth(monday, sunday) ? 1 : monday.slice(0, 4) === sunday.slice(0, 4) ? 2 : 3
  return `${from.slice(0, said).join(' ')} to ${longDate(sunday)}`
}

const sameMonth = (a: IsoDate, b: IsoDate): boolean => a.slice(0, 7) === b.slice(0, 7)
