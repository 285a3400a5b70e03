import { breadcrumbList } from '../../scripts/site/json-ld/breadcrumb-list.ts'
import { pagesOf } from '../../scripts/site/output/pages-of.ts'
import type { Digest, MonthView } from '../../scripts/site/views.ts'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { count } from '../components/count.ts'
import { monthName } from '../components/day.tsx'
import { Neighbours } from '../components/neighbours.tsx'
import { Page } from '../components/page.tsx'
import { StoryList } from '../components/story-list.tsx'

export const data = pagesOf('digest.months', 'month', { around: neighbours })

export function render({ digest, month }: { digest: Digest; month: MonthView }) {
  const year = digest.years.find((candidate) => candidate.year === month.year)
  const stories = count(month.stories.length, 'story', 'stories')
  const way = [
    { name: 'Archive', url: digest.href('archive/') },
    ...(year ? [{ name: String(year.year), url: year.url }] : []),
  ]
  return (
    <Page
      digest={digest}
      title={nameOf(month)}
      description={`${stories} of ${nameOf(month)} in ${digest.site.title}.`}
      url={month.url}
      things={[breadcrumbList(digest, way, { name: nameOf(month), url: month.url })]}
    >
      <Breadcrumbs crumbs={way} />
      <header class="page-head">
        <h1>{nameOf(month)}</h1>
        <p class="hint">{stories}</p>
      </header>
      <StoryList stories={month.stories} heading="h2" />
      <Neighbours {...neighbours(digest, month)} label="Months before and after" />
    </Page>
  )
}

function neighbours(digest: Digest, month: MonthView) {
  const months = [...digest.months].sort((a, b) => ordinal(a) - ordinal(b))
  const step = (other?: MonthView) => other && { name: nameOf(other), url: other.url }
  return {
    earlier: step(months.findLast((other) => ordinal(other) < ordinal(month))),
    later: step(months.find((other) => ordinal(other) > ordinal(month))),
  }
}

function nameOf({ month, year }: MonthView): string {
  return `${monthName(month)} ${year}`
}

function ordinal({ month, year }: MonthView): number {
  return year * 12 + month
}
