import type { Digest, EditionView } from '../../scripts/site/views.ts'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { count } from '../components/count.ts'
import { Neighbours } from '../components/neighbours.tsx'
import { Page } from '../components/page.tsx'
import { StoryList } from '../components/story-list.tsx'
import { weekDays, weekName } from '../components/week-name.ts'
import { editionsFeed } from '../mail/editions-feed.ts'

export const data = {
  pagination: { data: 'digest.editions', size: 1, alias: 'edition' },
  permalink: ({ edition }: { edition: EditionView }) => edition.output,
}

/** The stories of a week. */
export function render({ digest, edition }: { digest: Digest; edition: EditionView }) {
  const { editions } = digest
  const { count: stories, mail, sections, text, week } = edition
  const at = editions.indexOf(edition)
  const step = (other?: EditionView) => other && { name: weekName(other.week), url: other.url }
  return (
    <Page
      digest={digest}
      title={weekName(week)}
      description={`${count(stories, 'story', 'stories')} of ${weekDays(week)} in ${digest.site.title}.`}
      url={edition.url}
      feed={editionsFeed(digest)}
    >
      <Breadcrumbs crumbs={[{ name: 'Weekly editions', url: digest.href('editions/') }]} />
      <header class="page-head">
        <h1>{weekName(week)}</h1>
        <p class="hint">
          {weekDays(week)} · {count(stories, 'story', 'stories')}
          <span class="on-screen">
            {' '}
            · <a href={mail.url}>as an e-mail</a> · <a href={text.url}>as plain text</a>
          </span>
        </p>
      </header>
      {sections.map(({ anchor, stories: told, title, url }) => (
        <section key={anchor} class="band edition" aria-labelledby={anchor}>
          <h2 id={anchor}>{url ? <a href={url}>{title}</a> : title}</h2>
          <StoryList stories={told} />
        </section>
      ))}
      <Neighbours
        earlier={step(editions[at + 1])}
        later={step(editions[at - 1])}
        label="Editions before and after"
      />
    </Page>
  )
}
