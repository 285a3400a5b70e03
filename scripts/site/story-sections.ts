import { differencesOf, speakersOf } from './claims.ts'
import { whatIsNew } from './story/novelty.ts'
import { Prints } from './story/print.ts'
import { Excerpts } from './story/quotation.ts'
import { sideBySide } from './story/side-by-side.ts'
import type { Account, ArticleView, SpeakersView, StorySections } from './views.ts'

/** Words of one text that may be quoted in who says so, and how many more with each section after it. */
const SAID = 80
const MORE = 40

/**
 * What a story's page tells of its accounts, worked out when it is asked for. Of a text that may be excerpted the sections
 * share the room for quotations, and take it in one order.
 *
 * Who says so is asked for by the story's page and by those of its topics. It is remembered from the one to the other
 * and then forgotten: what is quoted in all stories fills more memory than the rest of the digest.
 */
export function storySections(
  accounts: Account[],
  articles: ArticleView[],
): { speakers(): SpeakersView; sections(): StorySections } {
  let kept: { view: SpeakersView; excerpts: Excerpts } | undefined
  const said = () => {
    const known = kept
    if (known) {
      kept = undefined
      return known
    }
    const excerpts = new Excerpts(SAID)
    kept = { view: speakersOf(accounts, excerpts), excerpts }
    return kept
  }
  const hasExcerpts = articles.some(({ republish }) => republish === 'excerpt')
  return {
    speakers: () => said().view,
    sections: () => {
      const { view: speakers, excerpts } = said()
      const room = excerpts.widened(MORE)
      const differences = differencesOf(accounts, room)
      const rest = room.widened(MORE)
      const prints = new Prints()
      const beside = sideBySide(accounts, rest, prints)
      return {
        speakers,
        differences,
        sideBySide: beside,
        whatIsNew: whatIsNew(articles, hasExcerpts ? rest : undefined, prints),
      }
    },
  }
}
