import { grouped } from './count.ts'

interface TopicLineProps {
  url: string
  name: string
  stories: number
  /** Said before the name to those who do not see the heading that it stands under. */
  unseen?: string
}

/** A line of an index: a topic, or several, with the number of stories; one without a story is there, but quiet. */
export function TopicLine({ url, name, stories, unseen }: TopicLineProps) {
  return (
    <li class={stories === 0 ? 'quiet' : undefined}>
      <a href={url}>
        {unseen && <span class="unseen">{unseen}</span>}
        <bdi>{name}</bdi>
      </a>{' '}
      <span class="number">
        {grouped(stories)}
        <span class="unseen"> {stories === 1 ? 'story' : 'stories'}</span>
      </span>
    </li>
  )
}
