import { join } from 'node:path'
import { listFiles } from '../../content/files.ts'
import type { Overlap } from '../merge/merge.ts'
import { hash } from './bases.ts'
import { readText, STATE_FOLDER } from './state-file.ts'
import type { WrittenFile } from './written-file.ts'

const FOLDER = `${STATE_FOLDER}/conflicts`

/** Where the conflict of a content file is written down. */
export const conflictPath = (path: string): string => `${FOLDER}/${path}`

/** Content files with a conflict that no editor has settled yet. */
export function openConflicts(content: string): string[] {
  return listFiles(
    join(content, FOLDER),
    (name) => name.endsWith('.md'),
    () => {},
  )
}

/** Whether an editor wrote into the conflict file of a file: it is kept as long as the conflict is. */
export function hasNotes(content: string, path: string, record: WrittenFile | undefined): boolean {
  const text = readText(content, conflictPath(path))
  return text !== undefined && hash(text) !== record?.conflictFile
}

/** What both sides made of the same places, for an editor to choose from. */
export function formatConflict(path: string, overlaps: Overlap[]): string {
  const head = `# In conflict: ${path}

The file was edited, and its source or what is known of it changed in the same places. The file is as the editor left
it. Write there what is right, then remove this file: the next ingest takes the file as settled.
`
  return head + overlaps.map(formatOverlap).join('')
}

function formatOverlap({ where, before, editor, ingest }: Overlap): string {
  const sides = [
    ['What ingest wrote last', before],
    ['What the editor made of it', editor],
    ['What ingest would write now', ingest],
  ]
  return `\n## ${where}\n${sides.map(([name, text = '']) => `\n### ${name}\n\n${fenced(text)}\n`).join('')}`
}

/** A fence longer than any in the text, so that the text cannot end it. */
function fenced(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(Math.max(3, longest + 1))
  return text ? `${fence}\n${text}\n${fence}` : '(nothing)'
}
