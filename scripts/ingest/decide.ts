import type { Content } from '../content/load.ts'
import { compare } from './corpus.ts'
import type { Draft } from './draft.ts'
import type { Kept } from './kept.ts'
import { match } from './match.ts'
import { newArticlesOf } from './new-article.ts'
import { putAll } from './put.ts'
import type { IngestReport } from './run.ts'
import type { Written } from './state/written.ts'

/** What is to become of every article and story, none of it written yet; of new articles where they are asked for. */
type Decided = Pick<IngestReport, 'files' | 'unseen' | 'newArticles'>

/** What cleaned texts make of a content folder: `written` has on its list what is to be written, and `onText` is told of it. */
export function decide(
  drafts: Draft[],
  content: Content,
  written: Written,
  kept: Kept,
  explainNew: boolean | undefined,
  onText?: (file: string, text: string) => void,
): Decided {
  const { entries, files: matched } = match(drafts, content, written)
  const compared = compare(entries, content.stories, content.publishers, kept)
  const { files, unseen } = putAll(compared, written, content, kept.written, onText)
  // Not pushed as arguments: of a hundred thousand there is no room on the stack.
  return {
    files: [...matched, ...files],
    unseen,
    newArticles: explainNew ? newArticlesOf(compared, content) : [],
  }
}
