import type { StoryView } from '../../scripts/site/views.ts'
import { Day } from './day.tsx'

/** First and latest of some dated stories, which stand newest first. */
export function Mentions({ stories }: { stories: StoryView[] }) {
  const dated = stories.filter((story) => story.date)
  const [latest, first] = [dated[0], dated.at(-1)]
  if (!latest || !first || latest === first) return null
  return (
    <dl class="mentions">
      <dt>First story</dt>
      <Mention story={first} />
      <dt>Latest story</dt>
      <Mention story={latest} />
    </dl>
  )
}

function Mention({ story }: { story: StoryView }) {
  return (
    <dd>
      <Day date={story.date} /> <a href={story.url}>{story.title}</a>
    </dd>
  )
}
