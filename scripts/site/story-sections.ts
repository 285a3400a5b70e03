import { differencesOf, speakersOf } from './claims.ts'
import { once } from './once.ts'
import { whatIsNew } from './story/novelty.ts'
import { Excerpts } from './story/quotation.ts'
import { sideBySide } from './story/side-by-side.ts'
import type { Account, ArticleView } from './views.ts'

/** Words of one text that may be quoted in who says so, and how many more with each section after it. */
const SAID = 80
const MORE = 40

/**
 * What a story's page tells of its accounts, each section worked out when it is asked for. Of a text that may be excerpted
 * they share the room for quotations, and take it in one order whichever is asked first.
 */
export function storySections(accounts: Account[], articles: ArticleView[]) {
  const speakers = once(() => {
    const excerpts = new Excerpts(SAID)
    return { view: speakersOf(accounts, excerpts), excerpts }
  })
  const differences = once(() => {
    const excerpts = speakers().excerpts.widened(MORE)
    return { view: differencesOf(accounts, excerpts), excerpts }
  })
  // Not remembered: it holds the words of whole texts, and is asked for again only where there are excerpts.
  const beside = () => {
    const excerpts = differences().excerpts.widened(MORE)
    return { view: sideBySide(accounts, excerpts), excerpts }
  }
  const hasExcerpts = articles.some(({ republish }) => republish === 'excerpt')
  return {
    speakers,
    differences,
    sideBySide: beside,
    whatIsNew: () => whatIsNew(articles, hasExcerpts ? beside().excerpts : undefined),
  }
}
