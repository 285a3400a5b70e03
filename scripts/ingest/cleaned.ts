import { emptyDraft, Refusal, withoutText } from './draft.ts'
import { linesOf } from './kept-draft.ts'
import { clean, type Knowledge } from './pipeline.ts'

/** A source text as it was read. */
export interface RawText {
  file: string
  bytes: Uint8Array
  sha256: string
}

/**
 * What became of a text, in a form that threads can hand over and packs can keep: the draft in two lines of JSON, or why it
 * is none.
 */
export type Cleaned = { json: string } | { field: string; value: unknown; fix: string }

/** A text taken through all steps. */
export function cleanedAs({ file, bytes, sha256 }: RawText, knowledge: Knowledge): Cleaned {
  try {
    return { json: linesOf(withoutText(clean(emptyDraft(file, bytes, sha256), knowledge))) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { field: error.field, value: error.value, fix: error.message }
  }
}
