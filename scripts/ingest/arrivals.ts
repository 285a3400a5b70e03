import { advance } from '../content/arrivals.ts'
import { type Content, loadContent } from '../content/load.ts'
import { plainBlocks } from '../content/markdown.ts'
import type { Problem } from '../content/problem.ts'
import { standings } from '../content/standing.ts'
import { agencyNames, textOf } from './copies.ts'
import { keptCopies } from './copies-kept.ts'
import type { Kept } from './kept.ts'
import { readArrivals, writeArrivals } from './state/arrivals-file.ts'

/**
 * Adds to the log of arrivals what the content folder now says that it did not when the last run ended, an editor's
 * stories and corrections included. Read as the site reads it, so that both count alike: from disk, but where a run has
 * `unchanged` content, since it wrote none. While a story cannot be read, or the log itself, nothing is added: the next
 * run makes up for it.
 */
export function logArrivals(
  content: string,
  { parsed, compared, hashes }: Kept,
  unchanged?: Content,
): Problem[] {
  const { log, problem } = readArrivals(content)
  if (problem) return [problem]
  const { articles, stories, publishers, unread } = unchanged ?? loadContent(content, parsed, hashes)
  if (unread.length > 0) return []
  const agencies = agencyNames(publishers)
  const texts = articles
    .filter((article) => article.status === 'published')
    .map((article) => textOf(article, plainBlocks(article.body), agencies))
  const copies = keptCopies(texts, compared)
  const whole = advance(
    log,
    standings({ articles, stories }, (article) => copies.get(article)),
  )
  if (whole.length > log.length) writeArrivals(content, whole)
  return []
}
