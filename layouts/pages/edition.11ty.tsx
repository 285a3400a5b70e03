import { editionsFeed } from '../../scripts/site/feed/editions-feed.ts'
import { breadcrumbList } from '../../scripts/site/json-ld/breadcrumb-list.ts'
import { collectionPage } from '../../scripts/site/json-ld/collection-page.ts'
import { pagesOf } from '../../scripts/site/output/pages-of.ts'
import type { Digest, EditionView } from '../../scripts/site/views.ts'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { count } from '../components/count.ts'
import { Neighbours } from '../components/neighbours.tsx'
import { Page } from '../components/page.tsx'
import { StoryList } from '../components/story-list.tsx'
import { weekDays, weekName } from '../components/week-name.ts'

export const data = pagesOf('digest.editions', 'edition', { around: neighbours })

/** The stories of a week. */
export function render({ digest, edition }: { digest: Digest; edition: EditionView }) {
  const feed = editionsFeed(digest)
  const { count: stories, mail, sections, text, url, week } = edition
  const name = weekName(week)
  const way = [{ name: 'Weekly editions', url: digest.href('editions/') }]
  return (
    <Page
      digest={digest}
      title={name}
      description={`${count(stories, 'story', 'stories')} of ${weekDays(week)} in ${digest.site.title}.`}
      url={url}
      feed={{ title: feed.title, feed }}
      things={[
        collectionPage(digest, { name, url, stories: sections.flatMap(({ stories }) => stories) }),
        breadcrumbList(digest, way, { name, url }),
      ]}
    >
      <Breadcrumbs crumbs={way} />
      <header class="page-head">
        <h1>{name}</h1>
        <p class="hint">
          {weekDays(week)} · {count(stories, 'story', 'stories')}
          <span class="on-screen">
            {' '}
            · <a href={mail.url}>as an e-mail</a> · <a href={text.url}>as plain text</a>
          </span>
        </p>
      </header>
      {sections.map(({ anchor, stories: told, title, url: topic }) => (
        <section key={anchor} class="band edition" aria-labelledby={anchor}>
          <h2 id={anchor}>{topic ? <a href={topic}>{title}</a> : title}</h2>
          <StoryList stories={told} />
        </section>
      ))}
      <Neighbours {...neighbours(digest, edition)} label="Editions before and after" />
    </Page>
  )
}

function neighbours({ editions }: Digest, edition: EditionView) {
  const at = editions.indexOf(edition)
  const step = (other?: EditionView) => other && { name: weekName(other.week), url: other.url }
  return { earlier: step(editions[at + 1]), later: step(editions[at - 1]) }
}
