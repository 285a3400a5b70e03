import { breadcrumbList } from '../../scripts/site/json-ld/breadcrumb-list.ts'
import { collectionPage } from '../../scripts/site/json-ld/collection-page.ts'
import { topicRefThing } from '../../scripts/site/json-ld/topic-thing.ts'
import { namedTopics } from '../../scripts/site/named-topics.ts'
import { nothing, pagesOf } from '../../scripts/site/output/pages-of.ts'
import type { Digest, IntersectionPage, IntersectionView } from '../../scripts/site/views.ts'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { count } from '../components/count.ts'
import { headlineSize } from '../components/headline-size.ts'
import { OverTime } from '../components/over-time.tsx'
import { Page } from '../components/page.tsx'
import { Pagination } from '../components/pagination.tsx'
import { StoryIndex } from '../components/story-index.tsx'
import { TopicLine } from '../components/topic-line.tsx'

export const data = pagesOf('digest.intersectionPages', 'intersectionPage', { around: nothing })

interface IntersectionProps {
  digest: Digest
  intersectionPage: IntersectionPage
}

/** A page of the stories that two or more topics have in common. */
export function render({ digest, intersectionPage }: IntersectionProps) {
  const { intersection, number, stories, url } = intersectionPage
  const { feed, pages, topics } = intersection
  const first = number === 1
  const way = [{ name: 'Topics', url: digest.href('topics/') }]
  const name = namedTopics(topics)
  const title = first ? name : `${name}, page ${number}`
  const total = count(intersection.stories.length, 'story', 'stories')
  return (
    <Page
      digest={digest}
      title={title}
      description={`${total} on ${name} together.`}
      url={url}
      feed={{ title: `${digest.site.title}: ${name}`, feed }}
      things={[
        collectionPage(digest, {
          name: title,
          url,
          about: topics.map((topic) => topicRefThing(digest, topic)),
          stories,
        }),
        breadcrumbList(digest, way, { name: title, url }),
      ]}
    >
      <Breadcrumbs crumbs={way} />
      <div class="sheet">
        <header>
          <p class="eyebrow">Together</p>
          <h1 class={headlineSize(title)}>{title}</h1>
          <p class="credit">
            <span>{total}</span>
            <a href={feed.url}>
              Feed<span class="unseen"> of {name}</span>
            </a>
          </p>
        </header>
        <div class="column">
          {first && <OverTime digest={digest} name={name} stories={intersection.stories} />}
          <section aria-labelledby="stories">
            <h2 id="stories">Stories</h2>
            <StoryIndex stories={stories} basis />
            <Pagination pages={pages} current={number} label={`Pages of ${name}`} />
          </section>
        </div>
        {first && <Neighbourhood intersection={intersection} />}
      </div>
    </Page>
  )
}

/** The topics by themselves, and what lies between them and this page. */
function Neighbourhood({ intersection }: { intersection: IntersectionView }) {
  const { topics, alone, wider, narrower } = intersection
  const lines = (list: IntersectionView[]) =>
    list.map(({ url, topics: members, stories }) => ({
      url,
      name: namedTopics(members),
      stories: stories.length,
    }))
  return (
    <aside class="rail" aria-label="Topics of this page">
      <Lines
        title="By themselves"
        lines={topics.map(({ name, url }, at) => ({ url, name, stories: alone[at] ?? 0 }))}
      />
      <Lines title="Wider" lines={lines(wider)} />
      <Lines title="Narrower" lines={lines(narrower)} />
    </aside>
  )
}

function Lines({ title, lines }: { title: string; lines: { url: string; name: string; stories: number }[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul class="lines">
        {lines.map((line) => (
          <TopicLine key={line.url} {...line} />
        ))}
      </ul>
    </section>
  )
}
