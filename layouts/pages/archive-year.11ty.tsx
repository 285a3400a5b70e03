import { countByPeriod } from '../../scripts/site/chart.ts'
import { breadcrumbList } from '../../scripts/site/json-ld/breadcrumb-list.ts'
import { pagesOf } from '../../scripts/site/output/pages-of.ts'
import type { Digest, YearView } from '../../scripts/site/views.ts'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { Chart } from '../components/chart.tsx'
import { count } from '../components/count.ts'
import { monthName } from '../components/day.tsx'
import { Neighbours } from '../components/neighbours.tsx'
import { Page } from '../components/page.tsx'
import { StoryIndex } from '../components/story-index.tsx'

export const data = pagesOf('digest.years', 'year', { around: neighbours })

export function render({ digest, year }: { digest: Digest; year: YearView }) {
  const stories = count(year.count, 'story', 'stories')
  const way = [{ name: 'Archive', url: digest.href('archive/') }]
  const told = year.months.flatMap((month) => month.stories)
  const periods = Array.from({ length: 12 }, (_, at) => ({ year: year.year, month: at + 1, years: 0 }))
  return (
    <Page
      digest={digest}
      title={String(year.year)}
      description={`${stories} of ${year.year} in ${digest.site.title}.`}
      url={year.url}
      things={[breadcrumbList(digest, way, { name: String(year.year), url: year.url })]}
    >
      <Breadcrumbs crumbs={way} />
      <header class="page-head">
        <h1>{year.year}</h1>
        <p class="hint">{stories}</p>
      </header>
      <Chart
        id="chart"
        title={`Stories of ${year.year} by month`}
        periods={periods}
        lanes={[{ name: 'Stories', counts: countByPeriod(periods, told) }]}
      />
      <div class="chronicle">
        {year.months.map((month) => (
          <section key={month.month} aria-labelledby={`m${month.month}`}>
            <h2 id={`m${month.month}`}>
              <a href={month.url}>{monthName(month.month)}</a>
            </h2>
            <StoryIndex stories={month.stories} short basis />
          </section>
        ))}
      </div>
      <Neighbours {...neighbours(digest, year)} label="Years before and after" />
    </Page>
  )
}

function neighbours(digest: Digest, year: YearView) {
  const step = (other?: YearView) => other && { name: String(other.year), url: other.url }
  const years = [...digest.years].sort((a, b) => a.year - b.year)
  return {
    earlier: step(years.findLast((other) => other.year < year.year)),
    later: step(years.find((other) => other.year > year.year)),
  }
}
