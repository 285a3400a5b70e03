import type { Period } from '../../scripts/site/chart.ts'
import { grouped } from './count.ts'
import { monthName } from './day.tsx'

/** A row of bars. */
export interface Lane {
  name: string
  /** One for each period. */
  counts: number[]
}

interface FiguresTableProps {
  title: string
  periods: Period[]
  lanes: Lane[]
  href?: (period: Period) => string | undefined
}

/** The text equivalent: the figures of every period that has a story. */
export function FiguresTable({ title, periods, lanes, href }: FiguresTableProps) {
  const rows = periods
    .map((period, at) => ({
      name: periodName(period),
      url: href?.(period),
      counts: lanes.map((lane) => lane.counts[at] ?? 0),
    }))
    .filter(({ counts }) => counts.some((number) => number > 0))
  return (
    <details class="figures">
      <summary>The figures as a table</summary>
      <table>
        <caption class="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{periods[0]?.month ? 'Month' : periods[0]?.years === 1 ? 'Year' : 'Years'}</th>
            {lanes.map(({ name }) => (
              <th key={name} scope="col">
                {lanes.length > 1 ? name : 'Stories'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, url, counts }) => (
            <tr key={name}>
              <th scope="row">{url ? <a href={url}>{name}</a> : name}</th>
              {counts.map((number, at) => (
                <td key={lanes[at]?.name}>{grouped(number)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** `2024`, `March 2024` or `2020–2029`. */
export function periodName({ year, month, years }: Period): string {
  if (month) return `${monthName(month)} ${year}`
  return years === 1 ? String(year) : `${year}–${year + years - 1}`
}
