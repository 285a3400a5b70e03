import type { Period } from '../../scripts/site/chart.ts'
import { count, grouped } from './count.ts'
import { monthName } from './day.tsx'
import { FiguresTable, type Lane, periodName } from './figures-table.tsx'
import { shortName } from './short-name.ts'

/** Heights in pixels. The picture is as wide as its place: positions across are given in per cent. */
const LABEL = 20
const FIGURE = 15
const BAR = 44
const TICKS = 20
const LANE_GAP = 14
/** More bars, or figures of more digits than two, leave no room for a figure over each bar on a telephone. */
const MOST_WITH_FIGURES = 24
const MOST_TICKS = 7
/** So few bars would be slabs on a wide screen. */
const FEW = 12
/** In letters: so many fit a telephone. */
const LONGEST_NAME = 34
/** Two years need so much of the width between them on a telephone. */
const LEAST_APART = 0.12

interface ChartProps {
  /** Unique on the page. */
  id: string
  title: string
  periods: Period[]
  /** With one lane its name is not written over it: the title says it. */
  lanes: Lane[]
  /** Where the stories of a period are listed, for the table. */
  href?: (period: Period) => string | undefined
}

/** Stories over time as bars, drawn at build time, and the same figures as a table. */
export function Chart({ id, title, periods, lanes, href }: ChartProps) {
  const most = Math.max(1, ...lanes.flatMap((lane) => lane.counts))
  const label = lanes.length > 1 ? LABEL : 0
  const lane = label + FIGURE + BAR + LANE_GAP
  const height = lanes.length * lane - LANE_GAP + TICKS
  return (
    <figure class={periods.length <= FEW ? 'figure few' : 'figure'}>
      <svg width="100%" height={height} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description(periods, lanes)}</desc>
        {lanes.map(({ name, counts }, at) => (
          <g key={name}>
            {label > 0 && (
              <text class="lane" x="0" y={at * lane + 12}>
                {shortName(name, LONGEST_NAME)}
              </text>
            )}
            <Bars counts={counts} most={most} base={at * lane + label + FIGURE + BAR} />
          </g>
        ))}
        {ticks(periods).map(({ text, at }) => (
          <Tick key={text} text={text} at={at} of={periods.length} y={height - 4} />
        ))}
      </svg>
      <FiguresTable title={title} periods={periods} lanes={lanes} href={href} />
    </figure>
  )
}

/** Those of the first and the last bar keep within the picture's edges. */
function Tick({ text, at, of, y }: { text: string; at: number; of: number; y: number }) {
  const [name, x] =
    at === 0
      ? ['tick first', '0']
      : at === of - 1
        ? ['tick last', '100%']
        : ['tick', percent((at + 0.5) / of)]
  return (
    <text class={name} x={x} y={y}>
      {text}
    </text>
  )
}

function Bars({ counts, most, base }: { counts: number[]; most: number; base: number }) {
  const figures = counts.length <= MOST_WITH_FIGURES && most < 100
  const place = 1 / counts.length
  return (
    <>
      <line class="ground" x1="0" x2="100%" y1={base + 0.5} y2={base + 0.5} />
      {counts.map((number, at) => {
        if (number === 0) return null
        const height = Math.max(2, Math.round((number / most) * BAR))
        return (
          <>
            <rect
              x={percent((at + 0.12) * place)}
              width={percent(0.76 * place)}
              y={base - height}
              height={height}
            />
            {figures && (
              <text class="value" x={percent((at + 0.5) * place)} y={base - height - 3}>
                {number}
              </text>
            )}
          </>
        )
      })}
      {!figures && (
        <text class="value most" x="0" y={base - BAR - 3}>
          {`most: ${grouped(Math.max(...counts))}`}
        </text>
      )}
    </>
  )
}

/** `36 stories from 2006 to 2026, most in 2024: 14.` for each lane, under its name where there are several. */
function description(periods: Period[], lanes: Lane[]): string {
  return lanes
    .map(({ name, counts }) => {
      const told = counts.flatMap((number, at) => (number > 0 ? [at] : []))
      const nameAt = (at: number) => periodName(periods[at] as Period)
      const [first, last] = [told[0], told.at(-1)]
      const stories = count(
        counts.reduce((a, b) => a + b, 0),
        'dated story',
        'dated stories',
      )
      const span =
        first === undefined || last === undefined
          ? ''
          : first === last
            ? ` in ${nameAt(first)}`
            : ` from ${nameAt(first)} to ${nameAt(last)}, most in ${nameAt(counts.indexOf(Math.max(...counts)))}: ${grouped(Math.max(...counts))}`
      return `${lanes.length > 1 ? `${name}: ` : ''}${stories}${span}.`
    })
    .join(' ')
}

/** Periods that are named under the bars: round years or the first months of quarters, as many as there is room for. */
function ticks(periods: Period[]): { text: string; at: number }[] {
  const all = periods.map((period, at) => ({ ...period, at }))
  if (periods[0]?.month) {
    const quarters = all.filter(({ month }) => month && month % 3 === 1)
    return (quarters.length > 0 ? quarters : all.slice(0, 1)).map(({ year, month = 1, at }) => ({
      text:
        month === 1 || quarters.length === 0
          ? `${monthName(month).slice(0, 3)} ${year}`
          : monthName(month).slice(0, 3),
      at,
    }))
  }
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]
  const named = (step: number) => all.filter(({ year }) => year % step === 0)
  const step = steps.find((candidate) => named(candidate).length <= MOST_TICKS) ?? 10_000
  const round = named(step)
  const ends = [all[0], all.at(-1)].filter(
    (end) => end && round.every(({ at }) => Math.abs(at - end.at) > periods.length * LEAST_APART),
  )
  return [...round, ...ends].flatMap((one) => (one ? [{ text: String(one.year), at: one.at }] : []))
}

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`
