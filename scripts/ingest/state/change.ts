import { hash } from './bases.ts'
import type { WrittenFile } from './written-file.ts'

/** What became of a file that ingest wanted to write. */
export type Outcome =
  | 'new'
  | 'updated'
  | 'unchanged'
  | 'merged'
  | 'edited and kept'
  | 'in conflict'
  | 'deleted and left so'

/** A file that ingest wants to write. */
export interface Wanted {
  /** Where ingest would put it, and the name under which it is remembered. */
  path: string
  /** Where it stands, if an editor moved it. */
  at?: string
  /** Asked for only where it decides something that its hash does not. */
  text: () => string
  /** Hash of the text. */
  sha256: string
  /** The text behind an article. */
  source?: { file: string; sha256: string }
  /** Whether that text is another than the one the file on disk was made from. */
  revised?: boolean
}

/** What a run does about one file, its merge base and its conflict file; texts as bytes, since they are many and wait long. */
export interface Change {
  /** What the content file becomes, and what it was when that was decided; absent where there was none. */
  content?: { at: string; text: Buffer; over?: string }
  /** Whether that is what an editor and ingest made of it together. */
  isMerged?: boolean
  /** What the merge base becomes. */
  base?: Buffer
  /** Its conflict file; one that has no conflict any more is removed. */
  conflict?: string
  record: WrittenFile
}

/**
 * What is noted of a file before it is written. What a merge leaves is an editor's file still, and merging it again
 * changes nothing; but what ingest said in it must not pass for the editor's word then.
 */
export function intentOf(
  change: Change | undefined,
  record: WrittenFile | undefined,
): WrittenFile | undefined {
  if (!change?.content) return record
  if (change.isMerged) {
    const merging = { sha256: hash(change.content.text.toString()), base: String(change.base) }
    return record && { ...record, merging }
  }
  if (!change.base?.equals(change.content.text)) return record
  const next = hash(change.base.toString())
  return { ...change.record, ...record, sha256: record?.sha256 ?? next, next }
}
