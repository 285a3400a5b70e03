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

/** What cleaned texts make of a content folder: `written` has on its list what is to be written. */
export function decide(drafts: Draft[], content: Content, written: Written, kept: Kept): Decided {
  const { entries, files: matched } = match(drafts, content, written)
  const compared = compare(entries, content.stories, content.publishers, kept)
  const { files, unseen } = putAll(compared, written, content, kept.written)
  // Not pushed as arguments: of a hundred thousand there is no room on the stack.
  return { compared, files: [...matched, ...files], unseen }
}
