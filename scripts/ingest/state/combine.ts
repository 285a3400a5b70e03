import { decidedBase } from '../merge/decided.ts'
import { canonical, merge } from '../merge/merge.ts'
import { hash } from './bases.ts'
import type { Change, Outcome, Wanted } from './change.ts'
import { formatConflict } from './conflict-file.ts'
import type { WrittenFile } from './written-file.ts'

/** What ingest wrote last, if that is known, what the editor made of it, and what ingest would write now. */
interface Texts {
  base: string | undefined
  editor: string
  text: string
}

/** What is remembered of a file, what would be, and what became of it since. */
interface Records {
  known: WrittenFile | undefined
  record: WrittenFile
  /** Whether an editor settled the conflict that it was in. */
  isSettled: boolean
  /** The base of what a run that was cut off left of a merge, if it is that. */
  left: string | undefined
}

/** What becomes of a file that an editor changed. */
export function combine(
  { path, at = path, revised }: Wanted,
  { base, editor, text }: Texts,
  { known, record, isSettled, left }: Records,
): { outcome: Outcome; change: Change } {
  // Where the state was lost, a text that did not change since is the one that the editor started from.
  const isOld = base === undefined ? !revised : canonical(base) === canonical(text)
  const bytes = Buffer.from(text)
  if (isSettled || isOld) return { outcome: 'edited and kept', change: { base: bytes, record } }
  const { text: merged, overlaps } = merge(base ?? '', editor, text)
  if (overlaps.length > 0) {
    const conflict = formatConflict(at, overlaps)
    const unsettled = { ...(known ?? record), conflict: record.sha256, conflictFile: hash(conflict) }
    return { outcome: 'in conflict', change: { conflict, record: unsettled } }
  }
  const decided = Buffer.from(left ?? (base === undefined ? text : decidedBase(base, editor, text)))
  if (canonical(merged) === canonical(editor))
    return { outcome: 'edited and kept', change: { base: decided, record } }
  const content = { at, text: Buffer.from(merged), over: editor }
  // What says no more than ingest is the editor's all the same where they said it first.
  if (merged !== text)
    return { outcome: 'merged', change: { content, isMerged: true, base: decided, record } }
  if (known === undefined || decided.equals(bytes))
    return { outcome: 'merged', change: { content, base: bytes, record } }
  const edited = { ...record, sha256: known.sha256 }
  return { outcome: 'merged', change: { content, isMerged: true, base: decided, record: edited } }
}
