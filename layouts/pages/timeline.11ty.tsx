import { countByPeriod } from '../../scripts/site/chart.ts'
import { namedTopics } from '../../scripts/site/named-topics.ts'
import type { Digest, StoryView, YearView } from '../../scripts/site/views.ts'
import { Chart } from '../components/chart.tsx'
import { count } from '../components/count.ts'
import type { Lane } from '../components/figures-table.tsx'
import { OnThisPage } from '../components/on-this-page.tsx'
import { Page } from '../components/page.tsx'
import { StoryIndex } from '../components/story-index.tsx'

export const data = { permalink: 'timeline/index.html' }

/** The one page that tells the stories in the order in which they happened. */
export function render({ digest }: { digest: Digest }) {
  const { undated } = digest
  const years = [...digest.years].sort((a, b) => a.year - b.year)
  return (
    <Page
      digest={digest}
      title="Timeline"
      description={`All stories of ${digest.site.title} in the order in which they happened.`}
      url={digest.href('timeline/')}
    >
      <header class="page-head">
        <h1>Timeline</h1>
        <p class="hint">
          {count(digest.stories.length, 'story', 'stories')} in the order in which they happened.
        </p>
      </header>
      {digest.periods.length > 0 && (
        <Chart id="chart" title="Stories over time" periods={digest.periods} lanes={lanesOf(digest)} />
      )}
      <OnThisPage label="Years" places={years.map(({ year }) => ({ id: `y${year}`, name: String(year) }))} />
      {digest.stories.length === 0 && <p class="empty">No story has been published yet.</p>}
      <div class="chronicle">
        {years.map((year) => (
          <section key={year.year} aria-labelledby={`y${year.year}`}>
            <h2 id={`y${year.year}`}>
              <a href={year.url}>{year.year}</a>
            </h2>
            <StoryIndex stories={oldestFirst(year)} short basis />
          </section>
        ))}
        {undated.length > 0 && (
          <section aria-labelledby="undated">
            <h2 id="undated">Date not known</h2>
            <StoryIndex stories={undated} short basis />
          </section>
        )}
      </div>
    </Page>
  )
}

/** All stories, then those of the site's lead topics and of what it says they meet in. */
function lanesOf({ periods, stories, leadTopics, namedIntersections }: Digest): Lane[] {
  const lane = (name: string, told: StoryView[]) => ({ name, counts: countByPeriod(periods, told) })
  return [
    lane('All stories', stories),
    ...leadTopics.map((topic) => lane(topic.name, topic.stories)),
    ...namedIntersections.map((shared) => lane(namedTopics(shared.topics), shared.stories)),
  ]
}

function oldestFirst(year: YearView) {
  const stories = year.months.flatMap((month) => month.stories)
  return stories.sort((a, b) =>
    (a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : 0,
  )
}
