import type { Measure } from './measure.ts'

/** What is asked of a measure, and what it came to. */
export interface Verdict {
  what: string
  size: number
  value: number
  unit: string
  bar: number
  aim: number
  /** Whether more is better, as with texts a second. */
  atLeast?: boolean
}

/** Bytes of the front page with its style sheets, compressed. */
export type FrontPage = Record<'plain' | 'gzip' | 'brotli', number>

/** The sizes that bars hold for: most for 10,000 articles, the growth from there for 100,000. */
const USUAL = 10_000
const LARGE = 100_000
const KILO = 1000

/** Every bar that the measures of a run can be held against. */
export function verdicts(measures: Measure[], frontPages: Map<number, FrontPage>): Verdict[] {
  return [...new Set(measures.map(({ size }) => size))].flatMap((size) => [
    ...ratios(measures, size),
    ...ingestBars(measures, size),
    ...growth(measures, size),
    ...pageBars(frontPages.get(size), size),
  ])
}

type Bar = [
  what: string,
  value: number | undefined,
  unit: string,
  bar: number,
  aim: number,
  atLeast?: boolean,
]

function ratios(measures: Measure[], size: number): Verdict[] {
  const find = finder(measures, size)
  const [full, floor, hugo, stock] = ['build: full', 'floor', 'hugo: full', 'stock Eleventy: full'].map(
    (name) => find(name)?.wall,
  )
  const part = (a?: number, b?: number) => (a === undefined || b === undefined ? undefined : a / b)
  return held(size, [
    ['build: full, against the floor', part(full, floor), 'x', 2, 1.3],
    ['build: full, against Hugo', part(full, hugo), 'x', 1, 1],
    [
      'build: caches warm, against the floor',
      part(find('build: full, caches warm')?.wall, floor),
      'x',
      1.2,
      0.8,
    ],
    ['stock Eleventy against the build', part(stock, full), 'x', 5, 8, true],
    ...(size <= USUAL ? ([['build: peak memory', find('build: full')?.peak, 'MB', 700, 500]] as Bar[]) : []),
    ['watch: one story edited', find('watch: one story edited')?.wall, 's', 2, 0.5],
    ['build: new process after one edit', find('build: new process after one edit')?.wall, 's', 4, 1.5],
  ])
}

function ingestBars(measures: Measure[], size: number): Verdict[] {
  const find = finder(measures, size)
  const first = find('ingest: first run')?.wall
  return held(size, [
    ['ingest: first run', first && size / first, 'texts/s', 400, 1000, true],
    ['ingest: nothing changed', find('ingest: nothing changed')?.wall, 's', 3, 1],
    ['ingest: one text added', find('ingest: one text added')?.wall, 's', 4, 1.5],
  ])
}

/** Time at 100,000 over that at 10,000, and memory. */
function growth(measures: Measure[], size: number): Verdict[] {
  if (size !== LARGE) return []
  const [small, large] = [finder(measures, USUAL), finder(measures, LARGE)]
  const bars = ['ingest: first run', 'build: full'].flatMap((name): Bar[] => {
    const [before, after] = [small(name), large(name)]
    return [
      [`${name}: time over that of ${USUAL}`, before && after && after.wall / before.wall, 'x', 13, 11],
      [`${name}: peak memory`, after?.peak, 'MB', 3000, 2000],
    ]
  })
  return held(size, bars)
}

function pageBars(page: FrontPage | undefined, size: number): Verdict[] {
  return held(size, [['front page with CSS, gzip', page && page.gzip / KILO, 'kB', 20, 14]])
}

const finder = (measures: Measure[], size: number) => (name: string) =>
  measures.find((one) => one.name === name && one.size === size)?.cost

function held(size: number, bars: Bar[]): Verdict[] {
  return bars.flatMap(([what, value, unit, bar, aim, atLeast]) =>
    value === undefined ? [] : [{ what, size, value, unit, bar, aim, atLeast }],
  )
}

/** In a word how a value stands to its bar and aim. */
export function word({ value, bar, aim, atLeast }: Verdict): 'aim' | 'bar' | 'missed' {
  const meets = (asked: number) => (atLeast ? value >= asked : value <= asked)
  return meets(aim) ? 'aim' : meets(bar) ? 'bar' : 'missed'
}
