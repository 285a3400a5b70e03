import { countByPeriod, type Period } from '../../scripts/site/chart.ts'
import { webSite } from '../../scripts/site/json-ld/web-site.ts'
import type { Digest, StoryView, TopicView } from '../../scripts/site/views.ts'
import { BasisLine } from '../components/basis-line.tsx'
import { Chart } from '../components/chart.tsx'
import { count } from '../components/count.ts'
import { Day } from '../components/day.tsx'
import { headlineSize } from '../components/headline-size.ts'
import { Page } from '../components/page.tsx'
import { StoryMarks } from '../components/story-entry.tsx'
import { StoryIndex } from '../components/story-index.tsx'
import { StoryList } from '../components/story-list.tsx'
import { TopicLinks } from '../components/topic-links.tsx'

const LATEST = 5
const EARLIER = 10
const OF_A_TOPIC = 5

export const data = { permalink: 'index.html' }

/** Front page: what happened last, when, and what it rests on. */
export function render({ digest }: { digest: Digest }) {
  const { site, stories, leadTopics } = digest
  const lead = stories.find((story) => story.pinned) ?? stories[0]
  const others = stories.filter((story) => story !== lead)
  const earlier = others.slice(LATEST, LATEST + EARLIER)
  return (
    <Page
      digest={digest}
      title={site.title}
      description={site.description}
      url={digest.href('')}
      things={[webSite(digest)]}
      front
    >
      {lead ? (
        <div class="opening">
          <Lead story={lead} />
          {others.length > 0 && (
            <section class="latest" aria-labelledby="latest">
              <h2 id="latest">Latest</h2>
              <StoryList stories={others.slice(0, LATEST)} brief />
            </section>
          )}
          <TimelineStrip digest={digest} />
        </div>
      ) : (
        <p class="empty">No story has been published yet.</p>
      )}
      {leadTopics.length > 0 && (
        <div class="lead-topics">
          {leadTopics.map((topic) => (
            <LeadTopic key={topic.id} topic={topic} />
          ))}
        </div>
      )}
      {earlier.length > 0 && (
        <section class="band" aria-labelledby="earlier">
          <h2 id="earlier">Earlier</h2>
          <StoryList stories={earlier} />
          <p class="more">
            <a href={digest.href('archive/')}>
              All {count(stories.length, 'story', 'stories')} by year and month
            </a>
          </p>
        </section>
      )}
    </Page>
  )
}

function Lead({ story }: { story: StoryView }) {
  return (
    <article class="lead">
      <p class="eyebrow">
        <Day date={story.date} /> <StoryMarks story={story} />
      </p>
      <h2 class={`headline ${headlineSize(story.title) ?? ''}`.trim()}>
        <a href={story.url}>
          <bdi>{story.title}</bdi>
        </a>
      </h2>
      <BasisLine basis={story.basis} />
      {story.summary && <p class="standfirst">{story.summary}</p>}
      <TopicLinks topics={story.topics} limit={6} />
    </article>
  )
}

/** All years at a glance; one alone is no picture. */
function TimelineStrip({ digest }: { digest: Digest }) {
  const { periods, stories } = digest
  if (periods.length < 2) return null
  return (
    <section class="strip" aria-labelledby="timeline">
      <h2 id="timeline">
        <a href={digest.href('timeline/')}>Timeline</a>
      </h2>
      <Chart
        id="chart"
        title="Stories over time"
        periods={periods}
        lanes={[{ name: 'Stories', counts: countByPeriod(periods, stories) }]}
        href={(period) => addressOf(digest, period)}
      />
    </section>
  )
}

/** Page of a single month, or place of a single year on the timeline; periods of several years have none. */
function addressOf({ href, months, years }: Digest, { month, year, years: length }: Period) {
  if (month) return months.find((one) => one.year === year && one.month === month)?.url
  return length === 1 && years.some((one) => one.year === year) ? `${href('timeline/')}#y${year}` : undefined
}

function LeadTopic({ topic }: { topic: TopicView }) {
  return (
    <section aria-labelledby={`topic-${topic.id}`}>
      <h2 id={`topic-${topic.id}`}>
        <a href={topic.url}>{topic.name}</a>
      </h2>
      <p class="hint">{count(topic.stories.length, 'story', 'stories')}</p>
      <StoryIndex stories={topic.stories.slice(0, OF_A_TOPIC)} line />
    </section>
  )
}
