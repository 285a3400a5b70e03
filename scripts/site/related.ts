import { byCodePoint } from '../content/order.ts'
import type { StoryView } from './views.ts'

const MOST = 5
/** Topics on more stories than this share say nothing about which two belong together. */
const COMMON = 0.4

/** For each story those that share its rarer topics, closest first: a shared topic weighs the more, the rarer it is. */
export function relateStories(stories: StoryView[]): void {
  const byTopic = new Map<string, StoryView[]>()
  for (const story of stories)
    for (const { id } of story.topics) byTopic.set(id, [...(byTopic.get(id) ?? []), story])
  for (const story of stories) {
    const scores = new Map<StoryView, number>()
    for (const { id } of story.topics) {
      const others = byTopic.get(id) ?? []
      if (others.length > stories.length * COMMON) continue
      const weight = Math.log(stories.length / others.length)
      for (const other of others) if (other !== story) scores.set(other, (scores.get(other) ?? 0) + weight)
    }
    story.related = [...scores]
      .sort(([a, x], [b, y]) => y - x || byCodePoint(b.date ?? '', a.date ?? '') || byCodePoint(a.id, b.id))
      .slice(0, MOST)
      .map(([other]) => other)
  }
}
