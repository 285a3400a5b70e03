import { type Arrival, advance, arrivalsOnly, latestNews } from '../content/arrivals.ts'
import type { Content } from '../content/load.ts'
import { standings } from '../content/standing.ts'
import type { ArticleView, StoryView } from './views.ts'

/**
 * Tells each story when it arrived and when it last said something new, and what, from the log that ingest keeps. What the log
 * does not know yet comes after it, by date.
 */
export function tellArrivals(
  content: Content,
  articles: Map<string, ArticleView>,
  stories: StoryView[],
  log: Arrival[],
): void {
  const byFeedId = new Map(stories.map((story) => [story.feedId, story]))
  const whole = advance(
    log,
    standings(content, (article) => articles.get(article)?.copyOf?.id),
  )
  for (const { story, updated } of whole) {
    const view = byFeedId.get(story)
    if (view) view.updated = updated
  }
  for (const [story, news] of latestNews(whole)) {
    const view = byFeedId.get(story)
    if (view) view.latestNews = news
  }
  for (const [at, { story }] of arrivalsOnly(whole).entries()) byFeedId.get(story)?.arrivals.push(at)
}

/** Stories in the order in which they or their latest news arrived, the newest first. */
export function latestArrivalFirst(stories: StoryView[]): StoryView[] {
  return [...stories].sort((a, b) => lastArrival(b) - lastArrival(a))
}

const lastArrival = ({ arrivals }: StoryView): number => arrivals[arrivals.length - 1] ?? 0
