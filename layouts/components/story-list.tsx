import type { StoryView } from '../../scripts/site/views.ts'
import { Day } from './day.tsx'
import { StoryEntry } from './story-entry.tsx'

interface StoryListProps {
  stories: StoryView[]
  heading?: 'h2' | 'h3'
  brief?: boolean
}

/** Stories in the order given, each day named once. */
export function StoryList({ stories, heading = 'h3', brief = false }: StoryListProps) {
  return (
    <div class={brief ? 'days brief' : 'days'}>
      {byDay(stories).map((group) => (
        <div class="day" key={group[0]?.id}>
          <p class="day-date">
            <Day date={group[0]?.date} />
          </p>
          <div class="day-stories">
            {group.map((story) => (
              <StoryEntry key={story.id} story={story} heading={heading} brief={brief} />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

function byDay(stories: StoryView[]): StoryView[][] {
  const groups: StoryView[][] = []
  for (const story of stories) {
    const last = groups.at(-1)
    if (last && last[0]?.date === story.date) last.push(story)
    else groups.push([story])
  }
  return groups
}
