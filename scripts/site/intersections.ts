import { byCodePoint } from '../content/order.ts'
import type { Topic } from '../content/topic.ts'
import type { Paths } from './paths.ts'
import { storyPages } from './story-pages.ts'
import type { IntersectionView, StoryView, TopicRef } from './views.ts'

/** Fewer stories than this say nothing of two topics that they did not say of the stories. */
export const LEAST_TOGETHER = 3
/** Their pages list a headline a line, so more of them than a topic's. */
const PER_PAGE = 100

/** An intersection's id, and its folder below `topics/`: topic ids in code-point order, joined by `+`. */
export const intersectionId = (ids: string[]): string => [...ids].sort(byCodePoint).join('+')

/**
 * The stories of every pair of topics that has at least three, by the pair's id. Told in one pass over the stories, so
 * the work is that of all stories times the square of a story's topics; no pair looks through the stories again. Most
 * pairs stand together once, so an id is only written for those that are given back.
 */
export function storiesOfPairs(stories: StoryView[]): Map<string, StoryView[]> {
  const seconds = new Map<string, Map<string, StoryView[]>>()
  for (const story of stories) {
    const ids = story.topics.map((topic) => topic.id).sort(byCodePoint)
    for (let at = 0; at + 1 < ids.length; at++) {
      const first = ids[at] as string
      const others = seconds.get(first) ?? new Map<string, StoryView[]>()
      if (others.size === 0) seconds.set(first, others)
      for (let next = at + 1; next < ids.length; next++) {
        const second = ids[next] as string
        const known = others.get(second)
        if (known) known.push(story)
        else others.set(second, [story])
      }
    }
  }
  const pairs = new Map<string, StoryView[]>()
  for (const [first, others] of seconds)
    for (const [second, together] of others)
      if (together.length >= LEAST_TOGETHER) pairs.set(`${first}+${second}`, together)
  return pairs
}

/** The broader topics that a match of a topic implies: its parent, the parent's parent, and so on. */
export function broaderTopics(topics: Topic[]): Map<string, Set<string>> {
  const parents = new Map(topics.map((topic) => [topic.id, topic.parent]))
  return new Map(
    topics.map(({ id }) => {
      const broader = new Set<string>()
      for (let at = parents.get(id); at && !broader.has(at); at = parents.get(at)) broader.add(at)
      return [id, broader]
    }),
  )
}

/**
 * Sets of topics whose common stories have a page: every pair with at least three, and those that the site names,
 * once they have one. By id. A pair of a topic with one of its own broader topics is left out where every story of the
 * narrower one is in it: its page would be the narrower topic's once more.
 */
export function intersectionViews(
  pairs: Map<string, StoryView[]>,
  storiesOf: Map<string, StoryView[]>,
  broader: Map<string, Set<string>>,
  named: string[][],
  paths: Paths,
  topicRef: (id: string) => TopicRef[],
): IntersectionView[] {
  const addsNothing = (ids: string[], stories: StoryView[]) =>
    ids.some(
      (id) =>
        storiesOf.get(id)?.length === stories.length && ids.some((other) => broader.get(id)?.has(other)),
    )
  const views = new Map<string, IntersectionView>()
  const add = (ids: string[], stories: StoryView[]) => {
    const id = intersectionId(ids)
    views.set(id, viewOf(id, stories, storiesOf, paths, topicRef))
  }
  for (const [id, stories] of pairs) {
    const ids = id.split('+')
    if (!addsNothing(ids, stories)) add(ids, stories)
  }
  for (const ids of named) {
    const [first = '', ...others] = ids
    const stories = (storiesOf.get(first) ?? []).filter((story) => {
      const tags = new Set(story.topics.map((topic) => topic.id))
      return others.every((id) => tags.has(id))
    })
    if (stories.length > 0) add(ids, stories)
  }
  nest(named, views)
  return [...views.values()].sort((a, b) => byCodePoint(a.id, b.id))
}

function viewOf(
  id: string,
  stories: StoryView[],
  storiesOf: Map<string, StoryView[]>,
  paths: Paths,
  topicRef: (id: string) => TopicRef[],
): IntersectionView {
  const path = `topics/${id}/`
  const topics = id.split('+').flatMap(topicRef)
  const view: IntersectionView = {
    id,
    ...paths.locate(path),
    topics,
    alone: topics.map((topic) => storiesOf.get(topic.id)?.length ?? 0),
    stories,
    pages: [],
    feed: paths.feedAt(path),
    wider: [],
    narrower: [],
  }
  view.pages = storyPages(path, stories, PER_PAGE, paths).map((page) => ({ ...page, intersection: view }))
  return view
}

/** Tells the named sets of three and more topics from which pairs and smaller sets they can be reached. */
function nest(named: string[][], views: Map<string, IntersectionView>): void {
  const sets = [...new Set(named.map(intersectionId))]
  for (const id of sets) {
    const ids = id.split('+')
    const pairs = ids.flatMap((first, at) => ids.slice(at + 1).map((second) => `${first}+${second}`))
    const smaller = sets.filter((other) => {
      const others = other.split('+')
      return others.length < ids.length && others.every((one) => ids.includes(one))
    })
    for (const part of new Set([...pairs, ...smaller])) {
      const [wider, narrower] = [views.get(part), views.get(id)]
      if (!wider || !narrower || wider === narrower) continue
      wider.narrower.push(narrower)
      narrower.wider.push(wider)
    }
  }
}
