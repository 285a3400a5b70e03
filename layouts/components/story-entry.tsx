import { storyMarks } from '../../scripts/site/marks.ts'
import type { StoryView } from '../../scripts/site/views.ts'
import { BasisLine } from './basis-line.tsx'
import { Marks } from './mark.tsx'
import { madeOnce } from './raw.tsx'
import { TopicLinks } from './topic-links.tsx'

interface StoryEntryProps {
  story: StoryView
  /** Level of its headline, one below the heading it stands under. */
  heading: 'h2' | 'h3'
  /** Headline and what it rests on, nothing else. */
  brief?: boolean
}

const once = madeOnce<StoryView>()

/** A story in a list. Its date stands beside it, see StoryList. */
export function StoryEntry({ story, heading: Heading, brief = false }: StoryEntryProps) {
  return once(story, `${Heading} ${brief}`, () => (
    <article class="entry">
      <Heading class="headline">
        <a href={story.url}>
          <bdi>{story.title}</bdi>
        </a>
      </Heading>
      {!brief && story.summary && <p class="summary">{story.summary}</p>}
      <div class="entry-foot">
        <StoryMarks story={story} />
        <BasisLine basis={story.basis} />
        {!brief && <TopicLinks topics={story.topics} limit={4} />}
      </div>
    </article>
  ))
}

/** What a reader should know before opening a story. */
export function StoryMarks({ story }: { story: StoryView }) {
  return <Marks marks={storyMarks(story)} />
}
