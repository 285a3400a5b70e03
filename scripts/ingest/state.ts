import { readFileSync } from 'node:fs'
import { inside, writeAtomic } from '../content/files.ts'
import { ContentError } from '../content/problem.ts'

const FOLDER = '.ingest'

/** A file of what earlier runs left in `content/.ingest/`; undefined before the first. */
export function readState(content: string, name: string): unknown {
  const file = `${FOLDER}/${name}`
  let text: string
  try {
    text = readFileSync(inside(content, file), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
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
  const path = `${FOLDER}/${name}`
  try {
    if (readFileSync(inside(content, path), 'utf8') === text) return
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  writeAtomic(content, path, text)
}
