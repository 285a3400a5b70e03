import { editionsFeed } from '../../scripts/site/feed/editions-feed.ts'
import type { Digest, FeedView } from '../../scripts/site/views.ts'
import { Page } from '../components/page.tsx'

/** More feeds of what topics have in common than this are left to the topics' pages and the list for feed readers. */
const SHOWN_TOGETHER = 200

export const data = { permalink: 'feeds/index.html' }

/** What feeds are, for people who have never used one, and where they all are. */
export function render({ digest }: { digest: Digest }) {
  const { feeds, namedIntersections, site } = digest
  const editions = editionsFeed(digest)
  const together = feeds.filter((feed) => feed.of === 'intersection')
  const named = new Set(namedIntersections.map(({ feed }) => feed.url))
  const shown = together.length <= SHOWN_TOGETHER ? together : together.filter(({ url }) => named.has(url))
  return (
    <Page
      digest={digest}
      title="Feeds"
      description={`Follow ${site.title}, or one topic or publisher of it, in a feed reader.`}
      url={digest.href('feeds/')}
    >
      <div class="sheet">
        <header>
          <h1>Feeds</h1>
          <p class="standfirst">
            Follow all of {site.title}, a single topic or a publisher, without an account and without e-mail.
          </p>
        </header>
        <div class="column text">
          <p>
            A feed is a file that lists the newest stories. A feed reader, as an app or on the web, looks at
            it now and then and shows what is new. Copy the address of a feed into your reader; most also find
            it by themselves when you give them the address of a page here.
          </p>
          <h2>All stories</h2>
          <MainFeeds digest={digest} />
          <h2>Weekly editions</h2>
          <p>
            The <a href={digest.href('editions/')}>weekly editions</a>, one entry for each week once a later
            one has a story: for services that turn a feed into e-mails.
          </p>
          <ul>
            <li>
              Atom: <a href={editions.url}>{digest.absolute(editions.url)}</a>
            </li>
            <li>
              RSS: <a href={editions.rss.url}>{digest.absolute(editions.rss.url)}</a>
            </li>
          </ul>
          <h2>What to expect of them</h2>
          <ul>
            <li>
              In the feeds of stories a story comes as new once. A new headline, address or spelling does not
              bring it back, nor does another outlet that prints a copy of an account.
            </li>
            <li>
              It comes back as updated when there is another independent account of it, a correction, or a
              story that was merged into it; the entry then begins with what is new. It also comes back when
              its day turns out to be a later one.
            </li>
            <li>
              The newest arrival stands first. A story of years ago that was added today is new here, and says
              how old it is; one whose date is not known says none, and one whose date is in doubt says so.
            </li>
            <li>
              The Atom feeds of all stories, of a topic and of a publisher lead to archives with everything
              that came before, for readers that fetch them.
            </li>
          </ul>
          <p>
            <a href={digest.href('feeds.opml')}>All feeds as a list for feed readers (OPML)</a>
          </p>
        </div>
      </div>
      <Group id="topics" title="By topic" feeds={feeds.filter((feed) => feed.of === 'topic')} />
      <Group
        id="together"
        title="By what topics have in common"
        hint={
          shown.length < together.length
            ? `There are ${together.length} such feeds; the page of each topic leads to its own.`
            : undefined
        }
        feeds={shown}
      />
      <Group id="publishers" title="By publisher" feeds={feeds.filter((feed) => feed.of === 'publisher')} />
    </Page>
  )
}

function MainFeeds({ digest }: { digest: Digest }) {
  const places = digest.feeds
    .filter((feed) => feed.of === 'all')
    .flatMap(({ url, rss, json }) => [
      { format: 'Atom', url },
      { format: 'RSS', url: rss.url },
      ...(json ? [{ format: 'JSON Feed', url: json.url }] : []),
    ])
  return (
    <ul>
      {places.map(({ format, url }) => (
        <li key={format}>
          {format}: <a href={url}>{digest.absolute(url)}</a>
        </li>
      ))}
    </ul>
  )
}

function Group({ id, title, hint, feeds }: { id: string; title: string; hint?: string; feeds: FeedView[] }) {
  if (feeds.length === 0) return null
  return (
    <section class="band" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint && <p class="hint">{hint}</p>}
      <ul class="lines topic-index">
        {feeds.map(({ name, label, url, rss }) => (
          <li key={name}>
            <a href={url}>
              {label}
              <span class="unseen"> feed</span>
            </a>
            <a href={rss.url}>
              RSS<span class="unseen"> feed: {label}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
