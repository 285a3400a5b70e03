import type { YearView } from '../../scripts/site/views.ts'
import { grouped } from './count.ts'

/** Over a longer span, years without a story are left out: a strip of mostly empty years shows nothing. */
const LONGEST_SPAN = 60
const HEIGHT = 40

interface YearStripProps {
  years: YearView[]
  /** Where a year leads. */
  href: (year: YearView) => string
}

/** All years at a glance, oldest first, each with a bar for its number of stories. */
export function YearStrip({ years, href }: YearStripProps) {
  const most = Math.max(...years.map((year) => year.count))
  return (
    <ol class="years">
      {withGaps(years).map(({ number, year }) => (
        <li key={number}>
          {year ? (
            <a href={href(year)}>
              <Bar height={(year.count / most) * HEIGHT} />
              <span class="year">{number}</span>
              <span class="number">
                <span class="unseen">: </span>
                {grouped(year.count)}
                <span class="unseen"> {year.count === 1 ? 'story' : 'stories'}</span>
              </span>
            </a>
          ) : (
            <span>
              <span class="year">{number}</span>
              <span class="number" />
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

/** Height by attribute, since the page's policy allows no inline style. */
function Bar({ height }: { height: number }) {
  const drawn = Math.max(1, Math.round(height * 10) / 10)
  return (
    <svg viewBox={`0 0 10 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y={HEIGHT - drawn} width="10" height={drawn} />
    </svg>
  )
}

function withGaps(years: YearView[]): { number: number; year?: YearView }[] {
  const known = [...years].sort((a, b) => a.year - b.year).map((year) => ({ number: year.year, year }))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || last.number - first.number > LONGEST_SPAN) return known
  return Array.from({ length: last.number - first.number + 1 }, (_, offset) => {
    const number = first.number + offset
    return known.find((entry) => entry.number === number) ?? { number }
  })
}
