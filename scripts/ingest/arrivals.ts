import { advance } from '../content/arrivals.ts'
import type { Content } from '../content/load.ts'
import type { Problem } from '../content/problem.ts'
import { publishedArticles, standings } from '../content/standing.ts'
import { agencyNames, textOf } from './copies.ts'
import { type KeptTexts, keptCopies } from './copies-kept.ts'
import { passageOfBody } from './passage.ts'
import { readArrivals, writeArrivals } from './state/arrivals-file.ts'

/**
 * Adds to the log of arrivals what the content folder, as it was read, now says that it did not when the last run ended,
 * an editor's stories and corrections included. Read as the site reads it, so that both count alike. While a story cannot
 * be read, or the log itself, nothing is added: the next run makes up for it. `isSettled` says whether the next run would
 * add nothing to the log if the folder stays as it is.
 */
export function logArrivals(
  folder: string,
  { articles, stories, publishers, unread }: Content,
  kept: KeptTexts,
): { problems: Problem[]; isSettled: boolean } {
  const { log, problem } = readArrivals(folder)
  if (problem) return { problems: [problem], isSettled: true }
  if (unread.length > 0) return { problems: [], isSettled: true }
  const agencies = agencyNames(publishers)
  const texts = publishedArticles({ articles, stories }).map((article) =>
    textOf(article, passageOfBody(article), agencies),
  )
  const copies = keptCopies(texts, kept)
  const all = standings({ articles, stories }, (article) => copies.get(article))
  // Of two stories that feeds would know as one, neither is its news: each would undo what the other is logged with.
  const times = new Map<string, number>()
  for (const { story } of all) times.set(story, (times.get(story) ?? 0) + 1)
  const standing = all.filter(({ story }) => times.get(story) === 1)
  const whole = advance(log, standing)
  if (whole.length > log.length) writeArrivals(folder, whole)
  return { problems: [], isSettled: advance(whole, standing).length === whole.length }
}
