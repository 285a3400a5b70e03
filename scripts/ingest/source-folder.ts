import { readFileSync, statSync } from 'node:fs'
import { inside, listFiles } from '../content/files.ts'
import type { Problem } from '../content/problem.ts'
import type { Cleaner } from './cleaner.ts'
import { type Draft, Refusal } from './draft.ts'

const MEGABYTE = 1_000_000
/** No report is as long, and no machine should have to hold a disk image as a text. */
const LARGEST = 50 * MEGABYTE
const SOURCE = /\.(?:txt|text|html?|xhtml)$/i

/** The bytes of a source text. */
export function readSource(path: string): Buffer {
  if (statSync(path).size > LARGEST)
    throw new Refusal(
      'text',
      undefined,
      `more than ${LARGEST / MEGABYTE} MB; put each article into a file of its own`,
    )
  return readFileSync(path)
}

/** Every text of a folder cleaned, in the order of their files, and what was refused. */
export function cleanAll(
  folder: string,
  cleaner: Cleaner,
  onText?: (done: number, total: number) => void,
): { drafts: Draft[]; refused: Problem[] } {
  const refused: Problem[] = []
  const refuse = (file: string, error: unknown) => {
    if (error instanceof Refusal)
      refused.push({ file, field: error.field, value: error.value, fix: error.message })
    else if (error instanceof Error && 'syscall' in error)
      refused.push({ file, fix: `cannot be read (${error.message})` })
    else throw error
  }
  const all = listFiles(
    folder,
    () => true,
    (file, fix) => refused.push({ file, fix }),
  )
  const paths = all.filter((path) => SOURCE.test(path))
  for (const path of all) {
    if (!SOURCE.test(path)) refused.push({ file: path, fix: 'not a .txt or .html file; rename or remove it' })
  }
  const read = (file: string) => readSource(inside(folder, file))
  const drafts = cleaner.firstLooks(paths, read, refuse, (done) => onText?.(done, paths.length))
  onText?.(paths.length, paths.length)
  const { repeated } = cleaner.knowledge
  for (const draft of drafts) repeated.add(draft)
  return {
    drafts: drafts.flatMap((draft) => {
      if (!repeated.touches(draft)) return [draft]
      try {
        return [cleaner.secondLook(draft, read(draft.file))]
      } catch (error) {
        refuse(draft.file, error)
        return []
      }
    }),
    refused,
  }
}
