import { diff3Merge } from 'node-diff3'
import type { Overlap } from './merge.ts'

/** Paragraphs compared with paragraphs; above this a longest common subsequence costs too much. */
const COMPARED = 1_000_000

/** A fence of code, in a list or a quotation too: the blank lines in it are part of it. */
const FENCE = /^[ \t>*+\d.)-]*(?:```|~~~)/m

/** Merges two versions of a body paragraph by paragraph. A body with a code fence is one paragraph. */
export function mergeBlocks(
  before: string,
  editor: string,
  ingest: string,
): { text: string; overlaps: Overlap[] } {
  if (ingest === before || editor === ingest) return { text: editor, overlaps: [] }
  if (editor === before) return { text: ingest, overlaps: [] }
  const [o, a, b] = [before, editor, ingest].map(blocksOf) as [string[], string[], string[]]
  if (!isComparable(o, a, b)) return { text: editor, overlaps: [{ where: 'body', before, editor, ingest }] }
  const blocks: string[] = []
  const overlaps: Overlap[] = []
  for (const { ok, conflict } of diff3Merge(a, o, b, { excludeFalseConflicts: true })) {
    const settled = ok ?? (conflict && oneByOne(conflict))
    blocks.push(...(settled ?? conflict?.a ?? []))
    if (conflict && !settled)
      overlaps.push({
        where: 'body',
        before: conflict.o.join('\n\n'),
        editor: conflict.a.join('\n\n'),
        ingest: conflict.b.join('\n\n'),
      })
  }
  return { text: blocks.join('\n\n'), overlaps }
}

/** Whether two versions of a body may be compared with the one that both come from. */
export const isComparable = (o: string[], a: string[], b: string[]): boolean =>
  o.length * Math.max(a.length, b.length) <= COMPARED

/** Neighbouring paragraphs, each changed by one side only, touch but do not overlap. */
function oneByOne({ o, a, b }: { o: string[]; a: string[]; b: string[] }): string[] | undefined {
  if (o.length !== a.length || o.length !== b.length) return undefined
  const apart = o.every((text, at) => a[at] === text || b[at] === text || a[at] === b[at])
  return apart ? o.map((text, at) => (a[at] === text ? (b[at] ?? '') : (a[at] ?? ''))) : undefined
}

/** Blank lines part paragraphs; the indentation after them is the next one's, since it says what that belongs to. */
export function blocksOf(body: string): string[] {
  return FENCE.test(body) ? [body] : body.split(/\n(?:[ \t]*\n)+/).filter(Boolean)
}
