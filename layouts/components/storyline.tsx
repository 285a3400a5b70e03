import type { RelatedStory, StoryView } from '../../scripts/site/views.ts'
import { Day } from './day.tsx'
import { StoryMarks } from './story-entry.tsx'
import { TopicLinks } from './topic-links.tsx'

/** A story between the related ones that came before and after it, as a small timeline. */
export function Storyline({ story }: { story: StoryView }) {
  const older = story.related.filter(({ newer }) => !newer)
  const newer = story.related.filter((related) => related.newer)
  return (
    <ol class="storyline">
      {older.map((related) => (
        <Related key={related.story.id} related={related} />
      ))}
      <li class="here" aria-current="true">
        <span class="storyline-date">
          <Day date={story.date} />
        </span>
        <span class="storyline-title">
          {story.title} <span class="hint">(this story)</span>
        </span>
      </li>
      {newer.map((related) => (
        <Related key={related.story.id} related={related} />
      ))}
    </ol>
  )
}

function Related({ related: { story, shares } }: { related: RelatedStory }) {
  return (
    <li>
      <span class="storyline-date">
        <Day date={story.date} />
      </span>
      <span class="storyline-title">
        <a href={story.url}>{story.title}</a> <StoryMarks story={story} />
      </span>
      {shares.length > 0 && (
        <div class="storyline-why">
          <span class="hint">Both on</span> <TopicLinks topics={shares} />
        </div>
      )}
    </li>
  )
}
