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
}

/** The base of what a run that was cut off left of a merge, if a text of this hash is that. */
const leftOf = (known: WrittenFile | undefined, sha256: string): string | undefined =>
  known?.merging?.sha256 === sha256 ? known.merging.base : undefined

/** What becomes of a file that says already what it should. Where an editor said so first, it stays theirs. */
export function leave(
  { sha256, text }: Wanted,
  hasBase: boolean,
  { known, record }: Pick<Records, 'known' | 'record'>,
): Change {
  if (!known || known.conflict || !hasBase) return { base: Buffer.from(text()), record }
  if (known.sha256 === sha256) return { record }
  if (known.next === sha256) return { base: Buffer.from(text()), record }
  const left = leftOf(known, sha256)
  return {
    ...(left === undefined ? {} : { base: Buffer.from(left) }),
    record: { ...record, sha256: known.sha256 },
  }
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
  const decided = Buffer.from(
    leftOf(known, hash(editor)) ?? (base === undefined ? text : decidedBase(base, editor, text)),
  )
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
