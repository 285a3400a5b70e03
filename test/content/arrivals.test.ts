import { describe, expect, test } from 'vitest'
import {
  type Arrival,
  advance,
  arrivalsOnly,
  latestNews,
  logSchema,
  markOfCorrection,
  marksOfAccount,
} from '../../scripts/content/arrivals.ts'
import type { Standing } from '../../scripts/content/standing.ts'

interface MadeUp extends Pick<Partial<Standing>, 'date' | 'latest' | 'editors'> {
  /** Ids of texts, each with the copies of it: `a=b=c`. */
  accounts?: string[]
  corrections?: string[]
  merged?: string[]
}

const standing = (
  story: string,
  { accounts = ['a'], corrections = [], merged = [], ...fields }: MadeUp = {},
): Standing => ({
  story,
  accounts: accounts.map((one) => {
    const articles = one.split('=')
    return { text: articles[0] ?? '', articles: articles.filter((id) => !id.endsWith('!')) }
  }),
  corrections: corrections.map((one) => ({ date: one.slice(0, 10), text: one.slice(11) })),
  merged,
  editors: false,
  latest: fields.date,
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

  test.each<[string, MadeUp, string | undefined]>([
    ['an account of the same day', { accounts: ['a', 'b', 'c'] }, '2024-01-02T00:02:00Z'],
    [
      'an account of a later day',
      { accounts: ['a', 'b', 'c'], latest: '2024-01-05' },
      '2024-01-05T00:02:00Z',
    ],
    ['an account in the place of another', { accounts: ['a', 'c'] }, '2024-01-02T00:02:00Z'],
    ['two in the place of two', { accounts: ['c', 'd'] }, '2024-01-02T00:03:00Z'],
    ['two corrections', { corrections: ['2024-01-02 A', '2024-01-02 B'] }, '2024-01-02T00:03:00Z'],
    ['a merged story', { merged: ['m'] }, '2024-01-02T00:02:00Z'],
    ['a day that was mended', { date: '2024-02-01' }, undefined],
    ['a day that was wrong', { date: '2023-12-31' }, undefined],
    ['nothing', {}, undefined],
  ])('%s', (_, fields, updated) => {
    const before = { date: '2024-01-02', accounts: ['a', 'b'] }
    const log = runsOver([standing('a', before)], [standing('a', { ...before, ...fields })])
    expect(log[1]?.updated).toBe(updated)
    expect(arrivalsOnly(log)).toEqual(log)
  })

  test.each<[string, ...MadeUp[]]>([
    ['an account that left and came back', { accounts: ['a'] }, { accounts: ['a', 'b'] }],
    ['a correction that was withdrawn and put back', { corrections: [] }, {}],
    ['a correction in other words', { corrections: ['2024-01-03 It was two tons.'] }],
    ['a correction of another day', { corrections: ['2024-01-04 It was two.'] }],
    ['a story that was taken out and merged again', { merged: [] }, {}],
    ['a copy', { accounts: ['a=c', 'b'] }, { accounts: ['a=c', 'b=d'] }],
    ['an original that comes after its copy', { accounts: ['c=a', 'b'] }, { accounts: ['c=a', 'd=b'] }],
    ['a copy that is left when its original leaves', { accounts: ['a=c', 'b'] }, { accounts: ['c', 'b'] }],
    ['an original that joins its copy', { accounts: ['a', 'b', 'x!=c'] }, { accounts: ['a', 'b', 'x=c'] }],
    ['a day where there was none', { date: '2024-01-02' }, { date: '2042-01-02' }, { date: '2024-01-02' }],
  ])('is not brought back by %s', (_, ...later) => {
    const before = {
      accounts: later.some(({ accounts }) => accounts?.length === 3) ? ['a', 'b', 'x!=c'] : ['a', 'b'],
      corrections: ['2024-01-03 It was two.'],
      merged: ['m'],
    }
    const log = runsOver(...[before, ...later].map((fields) => [standing('a', { ...before, ...fields })]))
    expect(new Set(log.map(({ updated }) => updated)).size).toBe(1)
    expect(arrivalsOnly(log)).toHaveLength(1)
    expect(advance(log, [standing('a', { ...before, ...later.at(-1) })])).toEqual(log)
  })

  test('moves on with what comes after something has left, and says which that was', () => {
    const log = runsOver(
      [standing('a', { accounts: ['a', 'b'] })],
      [standing('a', { accounts: ['a'] })],
      [standing('a', { accounts: ['a', 'c'] })],
      [standing('a', { accounts: ['a', 'd'], corrections: ['2024-01-03 It was two.'] })],
    )
    expect(log.map(({ updated }) => updated.slice(11))).toEqual([
      '00:01:00Z',
      '00:01:00Z',
      '00:02:00Z',
      '00:04:00Z',
    ])
    expect(arrivalsOnly(log)).toEqual([log[0], log[2], log[3]])
    expect(latestNews(log).get('a')).toEqual([
      ...marksOfAccount(['d']),
      markOfCorrection({ date: '2024-01-03', text: 'It was two.' }),
    ])
  })

  test('names stories that were merged by their kind, also where another was taken out', () => {
    const log = runsOver([standing('a', { merged: ['m'] })], [standing('a', { merged: ['n'] })])
    expect(latestNews(log).get('a')).toContain('merged')
  })

  test('takes a copy that has become an account of its own for one more', () => {
    const log = runsOver([standing('a', { accounts: ['a=c'] })], [standing('a', { accounts: ['a', 'c'] })])
    expect(arrivalsOnly(log)).toEqual(log)
  })

  test('goes on where an earlier version only counted: nothing is told again, and what is new is', () => {
    const old: Arrival[] = [
      { story: 'a', accounts: 1, corrections: 0, merged: 0, updated: '2024-01-02T00:00:00Z' },
      {
        story: 'b',
        accounts: 1,
        corrections: 0,
        merged: 0,
        last: '2024-01-02',
        updated: '2024-01-02T00:00:00Z',
      },
      {
        story: 'a',
        accounts: 2,
        corrections: 1,
        merged: 0,
        last: '2024-01-03',
        updated: '2024-01-03T00:02:00Z',
      },
      { story: 'c', accounts: 0, corrections: 0, merged: 0, updated: '1970-01-01T00:00:00Z' },
    ]
    expect(logSchema.parse(old)).toEqual(old)
    const a = { accounts: ['a', 'b'], corrections: ['2024-01-03 It was two.'], date: '2024-01-02' }
    const b = { accounts: ['c'], date: '2024-01-02' }
    const c = standing('c', { accounts: [], editors: true })
    const noted = advance(old, [standing('a', a), standing('b', b), c])
    expect(noted.slice(0, 4)).toEqual(old)
    expect(noted.slice(4).map(({ story }) => story)).toEqual(['a', 'b'])
    expect(arrivalsOnly(noted)).toEqual(arrivalsOnly(old))
    expect(latestNews(noted)).toEqual(new Map([['a', ['accounts', 'corrections']]]))

    const later = [
      standing('a', { ...a, accounts: ['a', 'd'] }),
      standing('b', { ...b, accounts: ['c', 'e'] }),
    ]
    for (const log of [noted, old]) {
      const whole = advance(log, later)
      expect(latestNews(whole).has('b')).toBe(true)
      expect(arrivalsOnly(whole).slice(0, 4)).toEqual(old)
    }
    expect(latestNews(advance(noted, later)).get('a')).toEqual(marksOfAccount(['d']))
    expect(latestNews(advance(old, later)).get('b')).toEqual(['accounts'])
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
