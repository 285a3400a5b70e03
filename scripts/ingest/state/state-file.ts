import { readFileSync, rmSync } from 'node:fs'
import { writeAtomic } from '../../content/batch.ts'
import { inside } from '../../content/files.ts'
import { ContentError } from '../../content/problem.ts'

/** What earlier runs left in the content folder; committed with it. */
export const STATE_FOLDER = '.ingest'
/** Where files are written before they are renamed to their place; emptied by the next run. */
export const DRAFTS = `${STATE_FOLDER}/tmp`

/** A text below the content folder; undefined where there is none. */
export function readText(content: string, path: string): string | undefined {
  try {
    return readFileSync(inside(content, path), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** A file of what earlier runs left in `content/.ingest/`; undefined before the first. */
export function readState(content: string, name: string): unknown {
  const file = `${STATE_FOLDER}/${name}`
  const text = readText(content, file)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new ContentError([
      { file, fix: 'not valid JSON; restore it from git, since it tells edited files from others' },
    ])
  }
}

/** Writes such a file, one entry a line so that git can merge it; does nothing when it says so already. */
export function writeState(content: string, name: string, entries: [key: string, value: unknown][]): void {
  const lines = entries.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  const text = `{\n${lines.join(',\n')}\n}\n`
  const path = `${STATE_FOLDER}/${name}`
  if (readText(content, path) !== text) writeAtomic(content, path, text, DRAFTS)
}

/** Removes what a run that was cut off left half written. */
export function clearDrafts(content: string): void {
  rmSync(inside(content, DRAFTS), { recursive: true, force: true })
}
