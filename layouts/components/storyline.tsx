import type { RelatedStory, StoryView } from '../../scripts/site/views.ts'
import { Day } from './day.tsx'
import { DatedHeadline } from './story-index.tsx'

/** A story between the related ones that came before and after it, as a small timeline. */
export function Storyline({ story }: { story: StoryView }) {
  const { related } = story.storyline
  const older = related.filter(({ newer }) => !newer)
  const newer = related.filter((one) => one.newer)
  return (
    <ol class="storyline">
      {older.map((one) => (
        <Related key={one.story.id} related={one} />
      ))}
      <li class="here" aria-current="true">
        <span class="index-date">
          <Day date={story.date} />
        </span>
        <span class="index-title">
          <bdi>{story.title}</bdi> <span class="hint">(this story)</span>
        </span>
      </li>
      {newer.map((one) => (
        <Related key={one.story.id} related={one} />
      ))}
    </ol>
  )
}

function Related({ related: { story, shares } }: { related: RelatedStory }) {
  return (
    <li>
      <DatedHeadline story={story} />
      {shares.length > 0 && (
        <p class="credit">
          <span>Both on</span>
          {shares.map((topic) => (
            <a key={topic.id} href={topic.url}>
              {topic.name}
            </a>
          ))}
        </p>
      )}
    </li>
  )
}
