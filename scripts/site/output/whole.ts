import { type Dirent, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { NotedFiles } from './noted-files.ts'
import { isStill, type Stamp, stampOf } from './stamp.ts'

/** Whether a site holds the files that a build left there, as it left them, and nothing else. */
export function isWhole(site: string, { files, others }: NotedFiles): boolean {
  if (!existsSync(site)) return false
  let left = Object.keys(files).length + Object.keys(others).length
  for (const [path, entry] of entriesIn(site)) {
    const noted = files[path]
    const stamp: Stamp | undefined = noted ? [noted[1], noted[2]] : others[path]
    if (!stamp || !entry.isFile() || !isStill(join(site, path), stamp)) return false
    left--
  }
  return left === 0
}

/** The files of a site in folders at its root, or at the root, of these names, that are none of those noted so far. */
export function othersIn(
  site: string,
  names: readonly string[],
  files: NotedFiles['files'],
): NotedFiles['others'] {
  const found: NotedFiles['others'] = {}
  for (const [path] of entriesIn(site, names))
    if (!files[path]) found[path] = stampOf(join(site, path)) ?? [0, 0]
  return found
}

/** What is no folder below one, with its path; of some names at the root alone, where they are given. */
function* entriesIn(
  site: string,
  names?: readonly string[],
  below = '',
): Generator<[path: string, entry: Dirent]> {
  for (const entry of readdirSync(join(site, below), { withFileTypes: true })) {
    if (names && !names.includes(entry.name)) continue
    const path = below ? `${below}/${entry.name}` : entry.name
    if (entry.isDirectory()) yield* entriesIn(site, undefined, path)
    else yield [path, entry]
  }
}
