import { lstatSync, readFileSync, rmSync } from 'node:fs'
import type { z } from 'zod'
import { writeAtomic } from '../../content/batch.ts'
import { below, inside } from '../../content/files.ts'
import { ContentError } from '../../content/problem.ts'

/** What earlier runs left in the content folder; committed with it. */
export const STATE_FOLDER = '.ingest'
/** Where files are written before they are renamed to their place; emptied by the next run. */
export const DRAFTS = `${STATE_FOLDER}/tmp`
/** Says which run is writing. */
export const LOCK = `${STATE_FOLDER}/lock`

/** A text below the content folder, whose bytes `read` gets; undefined where there is none. */
export function readText(
  content: string,
  path: string,
  read: (file: string) => Buffer = (file) => readFileSync(file),
): string | undefined {
  // Asked first, since most are not there yet: an error costs more than reading a file, and so does looking for links on the way.
  if (!lstatSync(below(content, path), { throwIfNoEntry: false })) return undefined
  try {
    return read(inside(content, path)).toString('utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** A file of what earlier runs left in `content/.ingest/`; undefined before the first. */
export function readState<S extends z.ZodType>(
  content: string,
  name: string,
  schema: S,
): z.infer<S> | undefined {
  const file = `${STATE_FOLDER}/${name}`
  const text = readText(content, file)
  if (text === undefined) return undefined
  const restore = 'restore it from git, since it tells edited files from others'
  let state: unknown
  try {
    state = JSON.parse(text)
  } catch {
    throw new ContentError([{ file, fix: `not valid JSON; ${restore}` }])
  }
  const { error } = schema.safeParse(state)
  // As it stands there, since a copy would lose a name such as `__proto__`.
  if (!error) return state as z.infer<S>
  const field = error.issues[0]?.path.map(String).join(': ') || undefined
  throw new ContentError([{ file, field, fix: `not what ingest writes; ${restore}` }])
}

/** The entries of such a file, one a line so that git can merge it. */
type Entries = [key: string, value: unknown][]

/** Writes such a file; does nothing when it says so already. */
export function writeState(content: string, name: string, entries: Entries): void {
  if (!isState(content, name, entries))
    writeAtomic(content, `${STATE_FOLDER}/${name}`, stateText(entries), DRAFTS)
}

/** Whether such a file says so already. */
export const isState = (content: string, name: string, entries: Entries): boolean =>
  readText(content, `${STATE_FOLDER}/${name}`) === stateText(entries)

function stateText(entries: Entries): string {
  const lines = entries.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  return `{\n${lines.join(',\n')}\n}\n`
}

/** Removes what a run that was cut off left half written. */
export function clearDrafts(content: string): void {
  rmSync(inside(content, DRAFTS), { recursive: true, force: true })
}
