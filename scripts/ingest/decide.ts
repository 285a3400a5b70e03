import type { Content } from '../content/load.ts'
import { compare, type Entry } from './corpus.ts'
import type { Draft } from './draft.ts'
import type { Kept } from './kept.ts'
import { type Handled, match } from './match.ts'
import { putAll } from './put.ts'
import type { Written } from './state/written.ts'

/** What is to become of every article and story, none of it written yet. */
interface Decided {
  compared: Entry[]
  files: Handled[]
  /** What the articles to be written hold that nobody sees: a line for each field. */
  unseen: string[]
}

/** What cleaned texts make of a content folder: `written` has on its list what is to be written, and `onText` is told of it. */
export function decide(
  drafts: Draft[],
  content: Content,
  written: Written,
  kept: Kept,
  onText?: (file: string, text: string) => void,
): Decided {
  const { entries, files: matched } = match(drafts, content, written)
  const compared = compare(entries, content.stories, content.publishers, kept)
  const { files, unseen } = putAll(compared, written, content, kept.written, onText)
  // Not pushed as arguments: of a hundred thousand there is no room on the stack.
  return { compared, files: [...matched, ...files], unseen }
}
