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

/** What is remembered of a file, what would be, and whether an editor settled the conflict that it was in. */
interface Records {
  known: WrittenFile | undefined
  record: WrittenFile
  isSettled: boolean
}

/** What becomes of a file that an editor changed. */
export function combine(
  { path, at = path, revised }: Wanted,
  { base, editor, text }: Texts,
  { known, record, isSettled }: Records,
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
  if (canonical(merged) === canonical(editor))
    return { outcome: 'edited and kept', change: { base: bytes, record } }
  return {
    outcome: 'merged',
    change: { content: { at, text: Buffer.from(merged), over: editor }, base: bytes, record },
  }
}
