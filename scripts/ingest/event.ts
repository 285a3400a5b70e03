import type { IsoDate } from '../content/date.ts'
import { plainBlocks } from '../content/markdown.ts'
import { finalStory } from '../content/standing.ts'
import type { Story } from '../content/story.ts'
import type { Telling } from './counts.ts'

/** An existing story, an editor's or an earlier run's, that articles may join. */
export interface Event extends Telling {
  id: string
  /** Stories that were merged into it. */
  merged: string[]
  /** Absent where it is in doubt. */
  date?: IsoDate
}

/**
 * The published stories that an article may join. Their references' titles are how others headlined the event. A story
 * that ingest opened and no editor wrote in has only its article's headline, which that article brings itself.
 */
export function eventsOf(stories: Story[]): Event[] {
  const byId = new Map(stories.map((story) => [story.id, story]))
  const merged = new Map<string, Story[]>()
  for (const story of stories) {
    const target = finalStory(story.id, byId)
    if (!target || target === story) continue
    merged.set(target.id, merged.get(target.id) ?? [])
    merged.get(target.id)?.push(story)
  }
  return stories
    .filter((story) => story.status === 'published' && !story.mergedInto)
    .map((story) => {
      const others = merged.get(story.id) ?? []
      const [first, ...more] = [story, ...others].filter(isWritten)
      return {
        id: story.id,
        merged: others.map(({ id }) => id),
        date: story.dateFrom?.confidence === 'low' ? undefined : story.date,
        title: first?.title ?? '',
        paragraphs: [
          ...(first ? textOf(first) : []),
          ...more.flatMap((other) => [other.title ?? '', ...textOf(other)]),
        ].filter(Boolean),
      }
    })
}

/** Which story articles of a story belong to now: the one it was merged into, else itself. */
export function mergedStories(events: Event[]): (story: string) => string {
  const targets = new Map(events.flatMap(({ id, merged }) => merged.map((other) => [other, id] as const)))
  return (story) => targets.get(story) ?? story
}

const isWritten = ({ lead, summary, body, references }: Story): boolean =>
  !lead || !!summary || body.trim() !== '' || references.length > 0

const textOf = ({ summary = '', body, references }: Story): string[] => [
  summary,
  ...plainBlocks(body),
  ...references.map((reference) => reference.title),
]
