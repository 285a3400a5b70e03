import { editionsFeed } from '../../scripts/site/feed/editions-feed.ts'
import type { Digest, EditionView } from '../../scripts/site/views.ts'
import { count } from '../components/count.ts'
import { Page } from '../components/page.tsx'
import { weekDays } from '../components/week-name.ts'

export const data = { permalink: 'editions/index.html' }

/** Every edition, newest first, under its year. */
export function render({ digest }: { digest: Digest }) {
  const { editions, site, undated } = digest
  const feed = editionsFeed(digest)
  return (
    <Page
      digest={digest}
      title="Weekly editions"
      description={`The stories of ${site.title}, week by week, as pages and as e-mails.`}
      url={digest.href('editions/')}
      feed={{ title: feed.title, feed }}
    >
      <header class="page-head">
        <h1>Weekly editions</h1>
        <p class="hint">
          Each has the stories whose event falls into that week, Monday to Sunday.{' '}
          {undated.length > 0 && (
            <>
              Stories whose date is not known are in none, but in the{' '}
              <a href={digest.href('archive/')}>archive</a>.{' '}
            </>
          )}
          <a href={feed.url}>The feed of editions</a> is for services that turn a feed into e-mails: an
          edition enters it once a later week has a story.
        </p>
      </header>
      {editions.length === 0 && <p class="empty">No story with a date has been published yet.</p>}
      {byYear(editions).map(([year, ofYear]) => (
        <section key={year} class="band" aria-labelledby={`y${year}`}>
          <h2 id={`y${year}`}>{year}</h2>
          <ul class="index short">
            {ofYear.map(({ id, count: stories, sections, url, week }) => (
              <li key={id}>
                <span class="index-date">Week {week.week}</span>
                <span class="index-title">
                  <a href={url}>{weekDays(week)}</a>
                </span>
                <span class="basis">
                  {count(stories, 'story', 'stories')} · {sections.map(({ title }) => title).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}

function byYear(editions: EditionView[]): [number, EditionView[]][] {
  const years = new Map<number, EditionView[]>()
  for (const edition of editions) {
    const { year } = edition.week
    years.set(year, [...(years.get(year) ?? []), edition])
  }
  return [...years]
}
