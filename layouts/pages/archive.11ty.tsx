import type { Digest, YearView } from '../../scripts/site/views.ts'
import { count, grouped } from '../components/count.ts'
import { monthName } from '../components/day.tsx'
import { Page } from '../components/page.tsx'
import { StoryIndex } from '../components/story-index.tsx'
import { tint } from '../components/tint.ts'

export const data = { permalink: 'archive/index.html' }

/** The way into every month, newest year first. */
export function render({ digest }: { digest: Digest }) {
  const { months, stories, undated, years } = digest
  const most = months.reduce((a, month) => Math.max(a, month.stories.length), 0)
  return (
    <Page
      digest={digest}
      title="Archive"
      description={`All stories of ${digest.site.title} by year and month.`}
      url={digest.href('archive/')}
    >
      <header class="page-head">
        <h1>Archive</h1>
        <p class="hint">
          {count(stories.length, 'story', 'stories')} by year and month
          {months.length > 0 && '; the number beside a month is that of its stories'}.
        </p>
      </header>
      {stories.length === 0 && <p class="empty">No story has been published yet.</p>}
      <div class="calendar">
        {years.map((year) => (
          <section key={year.year} aria-labelledby={`y${year.year}`}>
            <h2 id={`y${year.year}`}>
              <a href={year.url}>{year.year}</a>
            </h2>
            <p class="number">{count(year.count, 'story', 'stories')}</p>
            <Months year={year} most={most} />
          </section>
        ))}
      </div>
      {undated.length > 0 && (
        <section class="band" aria-labelledby="undated">
          <h2 id="undated">Date not known</h2>
          <StoryIndex stories={undated} />
        </section>
      )}
    </Page>
  )
}

/** All twelve months, so that the same month stands at the same place in every year; the more stories, the stronger the tint. */
function Months({ year, most }: { year: YearView; most: number }) {
  return (
    <ol class="months">
      {Array.from({ length: 12 }, (_, index) => index + 1).map((number) => {
        const month = year.months.find((candidate) => candidate.month === number)
        const name = monthName(number)
        return (
          <li key={number}>
            {month ? (
              <a href={month.url} class={tint(month.stories.length, most)}>
                {name.slice(0, 3)}
                <span class="unseen">{name.slice(3)}</span>{' '}
                <span class="number">
                  {grouped(month.stories.length)}
                  <span class="unseen"> {month.stories.length === 1 ? 'story' : 'stories'}</span>
                </span>
              </a>
            ) : (
              <span>{name.slice(0, 3)}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
