import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, weekdayOf } from '../../scripts/content/date.ts'
import { weekId, weekOf } from '../../scripts/content/iso-week.ts'

const anyDay = fc.integer({ min: 0, max: 700_000 }).map((days) => addDays('0101-01-01', days))

test.each([
  ['2020-12-31', '2020-w53'],
  ['2021-01-03', '2020-w53'],
  ['2021-01-04', '2021-w01'],
  ['2008-12-29', '2009-w01'],
  ['2010-01-03', '2009-w53'],
  ['2023-09-03', '2023-w35'],
  ['1969-12-31', '1970-w01'],
  ['0999-06-15', '0999-w24'],
  ['1000-01-01', '1000-w01'],
  ['9998-12-31', '9998-w53'],
])('%s is in %s', (date, id) => expect(weekId(weekOf(date))).toBe(id))

test('a week has seven days from Monday to Sunday, and its Thursday is in its year', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const { monday, sunday, week, year } = weekOf(date)
      expect([weekdayOf(monday), weekdayOf(sunday)]).toEqual(['Monday', 'Sunday'])
      expect(daysBetween(monday, sunday)).toBe(6)
      expect(daysBetween(monday, date)).toBeGreaterThanOrEqual(0)
      expect(daysBetween(date, sunday)).toBeGreaterThanOrEqual(0)
      expect(Number(addDays(monday, 3).slice(0, 4))).toBe(year)
      expect(week).toBeGreaterThanOrEqual(1)
      expect(week).toBeLessThanOrEqual(53)
    }),
  )
})

test('weeks follow each other without a gap, and sort as their names do', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const [now, next] = [weekOf(date), weekOf(addDays(date, 7))]
      expect(next.monday).toBe(addDays(now.sunday, 1))
      expect([next.year, next.week]).toEqual(next.week === 1 ? [now.year + 1, 1] : [now.year, now.week + 1])
      expect(weekId(now) < weekId(next)).toBe(true)
    }),
  )
})
