import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { byCodePoint } from './order.ts'
import { ContentError } from './problem.ts'

/**
 * Files below a folder that match, as paths relative to it with `/`, in code-point order. Symbolic links and special
 * files are never followed; they are handed to `refuse`, since publishing what a link points to would leak it.
 */
export function listFiles(
  folder: string,
  matches: (name: string) => boolean,
  refuse: (path: string) => void,
): string[] {
  const found: string[] = []
  const visit = (below: string) => {
    let entries: import('node:fs').Dirent[]
    try {
      entries = readdirSync(join(folder, below), { withFileTypes: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
      throw error
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const path = below ? `${below}/${entry.name}` : entry.name
      if (entry.isDirectory()) visit(path)
      else if (!entry.isFile()) refuse(path)
      else if (matches(entry.name)) found.push(path)
    }
  }
  visit('')
  return found.sort(byCodePoint)
}

/** Joins a path to its folder, and refuses one that would leave it or pass through a symbolic link. */
export function inside(folder: string, path: string): string {
  const root = resolve(folder)
  const full = resolve(root, path)
  if (full !== root && !full.startsWith(root + sep)) {
    throw new ContentError([{ file: path, fix: 'the path leaves its folder; use a plain name' }])
  }
  let at = root
  for (const part of relative(root, full).split(sep)) {
    at = join(at, part)
    if (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new ContentError([
        { file: path, fix: 'a symbolic link stands in the way; put a real file or folder there' },
      ])
    }
  }
  return full
}

/** Removes a file below a folder, if it is there. */
export function remove(folder: string, path: string): void {
  rmSync(inside(folder, path), { force: true })
}
