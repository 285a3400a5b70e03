import type { StoryView } from '../views.ts'

/** Arrivals that make one archive. */
const ARRIVALS = 25

/** What a feed no longer holds, dealt to archives that stay as they are when something new arrives. */
export interface Archives {
  /** Stories of each archive, the newest first; the oldest archive first. */
  archives: StoryView[][]
  /** How many of the newest stories are in no archive yet. */
  waiting: number
}

/**
 * Deals the stories of a feed to archives by the place of their latest arrival among all arrivals that the feed ever had,
 * so that a full archive only changes when one of its stories does: by a change of its own, or by leaving for the newest
 * end when it has news. In the main feed the place is that of the log, where also what is gone keeps its own.
 */
export function archivesOf(stories: StoryView[], isMain: boolean): Archives {
  const places = new Map<number, number>()
  if (!isMain)
    for (const place of stories.flatMap((story) => story.arrivals).sort((a, b) => a - b))
      places.set(place, places.size)
  const placeOf = (story: StoryView) => {
    const last = story.arrivals.at(-1) ?? 0
    return places.get(last) ?? last
  }
  const count = isMain ? (stories[0] ? placeOf(stories[0]) + 1 : 0) : places.size
  const archives: StoryView[][] = Array.from({ length: Math.floor(count / ARRIVALS) }, () => [])
  for (const story of stories) archives[Math.floor(placeOf(story) / ARRIVALS)]?.push(story)
  return { archives, waiting: stories.length - archives.reduce((sum, { length }) => sum + length, 0) }
}
