import { breadcrumbList, type Crumb } from '../../scripts/site/json-ld/breadcrumb-list.ts'
import { collectionPage } from '../../scripts/site/json-ld/collection-page.ts'
import { topicThing } from '../../scripts/site/json-ld/topic-thing.ts'
import { nothing, pagesOf } from '../../scripts/site/output/pages-of.ts'
import type { Digest, TopicPage, TopicRef, TopicView } from '../../scripts/site/views.ts'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { Company } from '../components/company.tsx'
import { count } from '../components/count.ts'
import { ExternalLink } from '../components/external-link.tsx'
import { headlineSize } from '../components/headline-size.ts'
import { InLedger, linesInLedger } from '../components/in-ledger.tsx'
import { OnThisPage } from '../components/on-this-page.tsx'
import { OverTime } from '../components/over-time.tsx'
import { Page } from '../components/page.tsx'
import { Pagination } from '../components/pagination.tsx'
import { Raw } from '../components/raw.tsx'
import { Sayings } from '../components/sayings.tsx'
import { StoryList } from '../components/story-list.tsx'
import { KIND_NAMES } from '../components/topic-kind.ts'
import { TopicLinks } from '../components/topic-links.tsx'

export const data = {
  ...pagesOf('digest.topicPages', 'topicPage', {
    around: nothing,
    wait: ({ telling }) => telling?.finished(),
  }),
  // After the pages of stories: what these tell is not held until every story has been read for the topics.
  eleventyImport: { collections: ['stories'] },
}

/** A page of a topic: what it is (on the first), and its stories. */
export function render({ digest, topicPage }: { digest: Digest; topicPage: TopicPage }) {
  const { number, stories, topic, url } = topicPage
  const first = number === 1
  const way = crumbs(digest, topic)
  const title = first ? topic.name : `${topic.name}, page ${number}`
  return (
    <Page
      digest={digest}
      title={title}
      description={topic.description || `${topic.name}: ${count(topic.stories.length, 'story', 'stories')}`}
      url={topicPage.url}
      feed={{ title: `${digest.site.title}: ${topic.name}`, feed: topic.feed }}
      things={[
        collectionPage(digest, { name: title, url, about: [topicThing(digest, topic)], stories }),
        breadcrumbList(digest, way, { name: title, url }),
      ]}
    >
      <Breadcrumbs crumbs={way} />
      <div class="sheet">
        <header>
          <p class="eyebrow">{KIND_NAMES[topic.kind].one}</p>
          <h1 class={headlineSize(title)}>
            <bdi>{title}</bdi>
          </h1>
          {first && topic.descriptionHtml && <Raw class="standfirst" html={topic.descriptionHtml} />}
          <p class="credit">
            <span>{count(topic.stories.length, 'story', 'stories')}</span>
            <a href={topic.feed.url}>
              Feed<span class="unseen"> of {topic.name}</span>
            </a>
          </p>
          {first && <Places digest={digest} topic={topic} />}
        </header>
        <div class="column">
          {first && <OverTime digest={digest} name={topic.name} stories={topic.stories} />}
          <section aria-labelledby="stories">
            <h2 id="stories">Stories</h2>
            {topicPage.stories.length > 0 ? (
              <StoryList stories={topicPage.stories} />
            ) : (
              <p class="empty">No story has been linked to this topic yet.</p>
            )}
            <Pagination pages={topic.pages} current={number} label={`Pages of ${topic.name}`} />
          </section>
          {first && <Sayings topic={topic} />}
        </div>
        {first && hasEntry(digest, topic) && <Entry digest={digest} topic={topic} />}
      </div>
    </Page>
  )
}

/** On a narrow screen the parts of the page lie far below each other. */
function Places({ digest, topic }: { digest: Digest; topic: TopicView }) {
  const places = [
    { id: 'stories', name: 'Stories' },
    ...(topic.sayings.length > 0 ? [{ id: 'said', name: 'Said' }] : []),
    ...(topic.company.length > 0 ? [{ id: 'company', name: 'Company' }] : []),
    ...(hasEntry(digest, topic) ? [{ id: 'entry', name: 'About' }] : []),
  ]
  return <OnThisPage places={places} narrow />
}

function crumbs(digest: Digest, topic: TopicView): Crumb[] {
  const index = { name: 'Topics', url: digest.href('topics/') }
  return topic.parent ? [index, topic.parent] : [index]
}

function hasEntry({ ledgers }: Digest, topic: TopicView): boolean {
  const { aliases, children, company, intersections, officialUrl, parent, related, wikidata } = topic
  const lists = [aliases, children, company, intersections, related]
  return (
    lists.some((list) => list.length > 0) ||
    [officialUrl, parent, wikidata].some(Boolean) ||
    ledgers.some((ledger) => linesInLedger(ledger, topic).length > 0)
  )
}

/** What a work of reference would say beside the topic's stories. */
function Entry({ digest, topic }: { digest: Digest; topic: TopicView }) {
  const { aliases, children, officialUrl, parent, related, wikidata } = topic
  const [ledger] = digest.ledgers
  return (
    <aside class="rail" id="entry" aria-label={`About ${topic.name}`}>
      <Company topic={topic} />
      {ledger && <InLedger title={ledger.title} lines={linesInLedger(ledger, topic)} />}
      <TopicGroup title="Part of" topics={parent ? [parent] : []} />
      <TopicGroup title="Includes" topics={children} />
      <TopicGroup title="Related" topics={related} />
      {aliases.length > 0 && (
        <section>
          <h2>Also written</h2>
          <ul class="aliases">
            {aliases.map((alias) => (
              <li key={alias}>{alias}</li>
            ))}
          </ul>
        </section>
      )}
      {(officialUrl || wikidata) && (
        <section>
          <h2>Elsewhere</h2>
          <ul class="plain">
            {officialUrl && (
              <li>
                <ExternalLink href={officialUrl}>Official site</ExternalLink>
              </li>
            )}
            {wikidata && (
              <li>
                <ExternalLink href={`https://www.wikidata.org/wiki/${wikidata}`}>
                  Wikidata {wikidata}
                </ExternalLink>
              </li>
            )}
          </ul>
        </section>
      )}
    </aside>
  )
}

function TopicGroup({ title, topics }: { title: string; topics: TopicRef[] }) {
  if (topics.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <TopicLinks topics={topics} />
    </section>
  )
}
