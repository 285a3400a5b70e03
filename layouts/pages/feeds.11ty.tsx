import type { Digest } from '../../scripts/site/views.ts'
import { namedTopics } from '../components/named-topics.ts'
import { Page } from '../components/page.tsx'

export const data = { permalink: 'feeds/index.html' }

/** What feeds are, for people who have never used one, and where they all are. */
export function render({ digest }: { digest: Digest }) {
  const { namedIntersections, site, topics } = digest
  const feed = digest.href('feed.xml')
  return (
    <Page
      digest={digest}
      title="Feeds"
      description={`Follow ${site.title}, or one topic of it, in a feed reader.`}
      url={digest.href('feeds/')}
    >
      <div class="sheet">
        <header>
          <h1>Feeds</h1>
          <p class="standfirst">
            Follow all of {site.title}, or a single topic, without an account and without e-mail.
          </p>
        </header>
        <div class="column text">
          <p>
            A feed is a file that lists the newest stories. A feed reader, as an app or on the web, looks at
            it now and then and shows what is new. Copy the address of a feed into your reader; most also find
            it by themselves when you give them the address of a page here.
          </p>
          <h2>All stories</h2>
          <p>
            <a href={feed}>{digest.absolute(feed)}</a>
          </p>
          <p>
            The feeds are in Atom format. An entry keeps its identity when a story is corrected or its
            headline changes.
          </p>
        </div>
      </div>
      {topics.length > 0 && (
        <section class="band" aria-labelledby="topics">
          <h2 id="topics">By topic</h2>
          <p class="hint">
            What two topics have in common has a feed as well; the page of either leads to it.
          </p>
          <ul class="lines topic-index">
            {namedIntersections.map(({ id, topics: shared, feed: common }) => (
              <li key={id}>
                <a href={common.url}>
                  {namedTopics(shared)}
                  <span class="unseen"> feed</span>
                </a>
              </li>
            ))}
            {topics.map((topic) => (
              <li key={topic.id}>
                <a href={topic.feed.url}>
                  {topic.name}
                  <span class="unseen"> feed</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}
