import { breadcrumbList } from '../../scripts/site/json-ld/breadcrumb-list.ts'
import type { Digest, YearView } from '../../scripts/site/views.ts'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { count } from '../components/count.ts'
import { monthName } from '../components/day.tsx'
import { Neighbours } from '../components/neighbours.tsx'
import { Page } from '../components/page.tsx'
import { StoryList } from '../components/story-list.tsx'

export const data = {
  pagination: { data: 'digest.years', size: 1, alias: 'year' },
  permalink: ({ year }: { year: YearView }) => year.output,
}

export function render({ digest, year }: { digest: Digest; year: YearView }) {
  const step = (other?: YearView) => other && { name: String(other.year), url: other.url }
  const years = [...digest.years].sort((a, b) => a.year - b.year)
  const earlier = step(years.findLast((other) => other.year < year.year))
  const later = step(years.find((other) => other.year > year.year))
  const stories = count(year.count, 'story', 'stories')
  const way = [{ name: 'Archive', url: digest.href('archive/') }]
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
      {year.months.map((month) => (
        <section key={month.month} class="band" aria-labelledby={`m${month.month}`}>
          <h2 id={`m${month.month}`}>
            <a href={month.url}>{monthName(month.month)}</a>
          </h2>
          <StoryList stories={month.stories} brief />
        </section>
      ))}
      <Neighbours earlier={earlier} later={later} label="Years before and after" />
    </Page>
  )
}
