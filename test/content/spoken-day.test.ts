import { expect, test } from 'vitest'
import { spokenDays } from '../../scripts/content/spoken-day.ts'

test.each(
  'Jan.1 Feb.2 Mar.3 Apr.4 Jun.6 Jul.7 Aug.8 Sep.9 Sept.9 Oct.10 Nov.11 Dec.12 January1 March3 May5'
    .split(' ')
    .map((text) => /^(?<month>\D+)(?<number>\d+)$/.exec(text)?.groups ?? {}),
)('$month is read before a day and behind one', ({ month, number = '' }) => {
  const day = `2023-${number.padStart(2, '0')}-11`
  for (const printed of [`${month} 11`, `11 ${month}`])
    expect(spokenDays(`The ship left on ${printed} with grain.`, '2023-12-31')).toEqual([
      { printed, at: 17, day },
    ])
})
