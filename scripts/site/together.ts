import type { StoryView, TopicView } from './views.ts'

/** How often the topics on most stories stand together. */
export interface Together {
  /** On most stories first; as many by name. */
  topics: TopicView[]
  /** `counts[a][b]` is the number of stories on both; `counts[a][a]` that on the topic at all. */
  counts: number[][]
}

/** Up to `most` topics, those on most stories, and the stories that each two of them have in common. */
export function togetherOf(topics: TopicView[], most: number): Together {
  const shown = topics
    .filter(({ stories }) => stories.length > 0)
    .sort((a, b) => b.stories.length - a.stories.length)
    .slice(0, most)
  const placesOf = new Map<StoryView, number[]>()
  for (const [at, { stories }] of shown.entries())
    for (const story of stories) {
      const places = placesOf.get(story)
      if (places) places.push(at)
      else placesOf.set(story, [at])
    }
  const counts = shown.map(() => shown.map(() => 0))
  for (const places of placesOf.values())
    for (const a of places)
      for (const b of places) {
        const row = counts[a] as number[]
        row[b] = (row[b] ?? 0) + 1
      }
  return { topics: shown, counts }
}
