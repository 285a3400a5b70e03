import { describe, expect, test } from 'vitest'
import { type Arrival, advance, arrivalsOnly, logSchema } from '../../scripts/content/arrivals.ts'
import type { Standing } from '../../scripts/content/standing.ts'

const standing = (story: string, fields: Partial<Standing> = {}): Standing => ({
  story,
  accounts: 1,
  corrections: 0,
  merged: 0,
  editors: false,
  latest: fields.date,
  last: fields.latest ?? fields.date,
  ...fields,
})
const runsOver = (...days: Standing[][]): Arrival[] => days.reduce<Arrival[]>(advance, [])
const moments = (log: Arrival[]) => log.map(({ story, updated }) => `${story} ${updated}`)

describe('a log of arrivals', () => {
  test('has the stories of one run by date and id, and later runs after it, however old what they bring is', () => {
    const first = [
      standing('b', { date: '2024-01-02' }),
      standing('a', { date: '2024-01-02' }),
      standing('none'),
    ]
    const log = runsOver(first, [...first, standing('old', { date: '1999-12-31' })])
    expect(moments(log)).toEqual([
      'none 1970-01-01T00:00:00Z',
      'a 2024-01-02T00:00:00Z',
      'b 2024-01-02T00:00:00Z',
      'old 1999-12-31T00:00:00Z',
    ])
    expect(advance(log, first)).toEqual(log)
  })

  test.each<[string, Partial<Standing>, string | undefined]>([
    ['an account of the same day', { accounts: 3 }, '2024-01-02T00:02:00Z'],
    [
      'an account of a later day',
      { accounts: 3, latest: '2024-01-05', last: '2024-01-05' },
      '2024-01-05T00:02:00Z',
    ],
    ['two corrections', { corrections: 2 }, '2024-01-02T00:03:00Z'],
    ['a merged story', { merged: 1 }, '2024-01-02T00:02:00Z'],
    ['a copy of a later day', { last: '2024-02-01' }, undefined],
    ['a copy of an earlier day', { date: '2023-12-31' }, undefined],
    ['nothing', {}, undefined],
  ])('%s', (_, fields, updated) => {
    const before = standing('a', { date: '2024-01-02', accounts: 2 })
    const log = runsOver([before], [{ ...before, ...fields }])
    expect(log[1]?.updated).toBe(updated)
    expect(arrivalsOnly(log)).toEqual(log)
  })

  test('moves on after an account has left as well, and not when it leaves', () => {
    const three = standing('a', { date: '2024-01-02', accounts: 3, latest: '2024-01-09', last: '2024-01-09' })
    const two = { ...three, accounts: 2, latest: '2024-01-02', last: '2024-01-02' }
    const log = runsOver([three], [two], [two], [{ ...two, accounts: 3 }])
    expect(log.map(({ updated }) => updated)).toEqual([
      '2024-01-09T00:02:00Z',
      '2024-01-09T00:02:00Z',
      '2024-01-09T00:03:00Z',
    ])
    expect(arrivalsOnly(log)).toEqual([log[0], log[2]])
  })

  test('follows a date that was mended: never before the day that is printed, and back from one that was wrong', () => {
    const undated = standing('a')
    const dated = standing('a', { date: '2042-08-30' })
    const mended = standing('a', { date: '2024-08-30' })
    const log = runsOver([undated], [dated], [mended], [mended])
    expect(log.map(({ updated }) => updated)).toEqual([
      '1970-01-01T00:00:00Z',
      '2042-08-30T00:00:00Z',
      '2024-08-30T00:00:00Z',
    ])
    expect(arrivalsOnly(log)).toEqual(log.slice(0, 2))
  })

  test.each([
    [{}],
    [[{ story: 'a' }]],
    [[{ ...runsOver([standing('a')])[0], updated: 'today' }]],
    ['text'],
    [null],
  ])('is not read from %j', (value) => expect(logSchema.safeParse(value).success).toBe(false))

  test('reads what it wrote', () => {
    const log = runsOver([standing('a'), standing('b', { date: '2024-01-02' })])
    expect(logSchema.parse(JSON.parse(JSON.stringify(log)))).toEqual(log)
  })
})
