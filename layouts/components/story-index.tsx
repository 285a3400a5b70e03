import type { StoryView } from '../../scripts/site/views.ts'
import { BasisLine } from './basis-line.tsx'
import { Day } from './day.tsx'
import { madeOnce } from './raw.tsx'
import { StoryMarks } from './story-entry.tsx'

interface StoryIndexProps {
  stories: StoryView[]
  /** Days without their year, for lists that stand under one. */
  short?: boolean
  /** Shows what each rests on. */
  basis?: boolean
  /** Strung on one line of time. */
  line?: boolean
}

/** Stories as an index: a day and a headline a line. */
export function StoryIndex({ stories, short = false, basis = false, line = false }: StoryIndexProps) {
  return (
    <ul class={line ? 'storyline' : short ? 'index short' : 'index'}>
      {stories.map((story) => (
        <IndexLine key={story.id} story={story} short={short} basis={basis} />
      ))}
    </ul>
  )
}

const once = madeOnce<StoryView>()

interface IndexLineProps {
  story: StoryView
  short: boolean
  basis: boolean
}

function IndexLine({ story, short, basis }: IndexLineProps) {
  return once(story, `${short} ${basis}`, () => (
    <li>
      <DatedHeadline story={story} short={short} />
      {basis && <BasisLine basis={story.basis} brief />}
    </li>
  ))
}

/** The day of a story and its headline, with what a reader should know before opening it. */
export function DatedHeadline({ story, short = false }: { story: StoryView; short?: boolean }) {
  return (
    <>
      <span class="index-date">
        <Day date={story.date} short={short} />
      </span>
      <span class="index-title">
        <a href={story.url}>
          <bdi>{story.title}</bdi>
        </a>{' '}
        <StoryMarks story={story} />
      </span>
    </>
  )
}
