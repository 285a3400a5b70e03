import { webSite } from '../../scripts/site/json-ld/web-site.ts'
import type { Digest, StoryView, TopicView } from '../../scripts/site/views.ts'
import { BasisLine } from '../components/basis-line.tsx'
import { count } from '../components/count.ts'
import { Day } from '../components/day.tsx'
import { Page } from '../components/page.tsx'
import { StoryMarks } from '../components/story-entry.tsx'
import { StoryIndex } from '../components/story-index.tsx'
import { StoryList } from '../components/story-list.tsx'
import { TopicLinks } from '../components/topic-links.tsx'
import { YearStrip } from '../components/year-strip.tsx'

const LATEST = 5
const EARLIER = 10
const OF_A_TOPIC = 5

export const data = { permalink: 'index.html' }

/** Front page: what happened last, when, and what it rests on. */
export function render({ digest }: { digest: Digest }) {
  const { site, stories, leadTopics, years } = digest
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
        </div>
      ) : (
        <p class="empty">No story has been published yet.</p>
      )}
      {years.length > 0 && (
        <section class="band" aria-labelledby="years">
          <h2 id="years">
            <a href={digest.href('timeline/')}>Timeline</a>
          </h2>
          <YearStrip years={years} href={(year) => `${digest.href('timeline/')}#y${year.year}`} />
        </section>
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
      <h2 class="headline">
        <a href={story.url}>{story.title}</a>
      </h2>
      {story.summary && <p class="standfirst">{story.summary}</p>}
      <BasisLine basis={story.basis} />
      <TopicLinks topics={story.topics} limit={6} />
    </article>
  )
}

function LeadTopic({ topic }: { topic: TopicView }) {
  return (
    <section aria-labelledby={`topic-${topic.id}`}>
      <h2 id={`topic-${topic.id}`}>
        <a href={topic.url}>{topic.name}</a>
      </h2>
      <StoryIndex stories={topic.stories.slice(0, OF_A_TOPIC)} />
      <p class="more">
        <a href={topic.url}>
          {count(topic.stories.length, 'story', 'stories')} <span class="unseen">on {topic.name}</span>
        </a>
      </p>
    </section>
  )
}
