import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { FileHashes } from '../content/file-hashes.ts'
import { inside, listFiles } from '../content/files.ts'
import { isSystemError, type Problem } from '../content/problem.ts'
import type { Cleaner, Sources } from './cleaner.ts'
import { type Draft, Refusal } from './draft.ts'

const MEGABYTE = 1_000_000
/** No report is as long, and no machine should have to hold a disk image as a text. */
const LARGEST = 50 * MEGABYTE
const SOURCE = /\.(?:txt|text|html?|xhtml)$/i

/** The bytes of a source text and their hash. */
export function readSource(path: string, hashes: FileHashes): { bytes: Buffer; sha256: string } {
  if (statSync(path).size > LARGEST)
    throw new Refusal(
      'text',
      undefined,
      `more than ${LARGEST / MEGABYTE} MB; put each article into a file of its own`,
    )
  return hashes.read(path)
}

/** Every text of a folder cleaned, in the order of their files, and what was refused. */
export function cleanAll(
  folder: string,
  cleaner: Cleaner,
  hashes: FileHashes,
  onText?: (done: number, total: number) => void,
): { drafts: Draft[]; refused: Problem[] } {
  const refused: Problem[] = []
  const refuse = (file: string, error: unknown) => {
    if (error instanceof Refusal)
      refused.push({ file, field: error.field, value: error.value, fix: error.message })
    else if (isSystemError(error)) refused.push({ file, fix: `cannot be read (${error.message})` })
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
  const sources: Sources = {
    known: (file) => hashes.known(join(folder, file)),
    read: (file) => readSource(inside(folder, file), hashes),
  }
  const drafts = cleaner.firstLooks(paths, sources, refuse, (done) => onText?.(done, paths.length))
  onText?.(paths.length, paths.length)
  const { repeated } = cleaner.knowledge
  repeated.add(drafts)
  return {
    drafts: drafts.flatMap((draft) => {
      if (!repeated.touches(draft)) return [draft]
      try {
        return [cleaner.secondLook(draft, sources)]
      } catch (error) {
        refuse(draft.file, error)
        return []
      }
    }),
    refused,
  }
}
