import { type Dirent, lstatSync, readdirSync, rmSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { byCodePoint } from './order.ts'
import { ContentError } from './problem.ts'

/**
 * Files below a folder that match, as paths relative to it with `/`, in code-point order. Symbolic links and special
 * files are never followed, since publishing what a link points to would leak it; they are handed to `refuse` with the
 * reason, as are folders that cannot be opened and names that are no text or begin with a dot.
 */
export function listFiles(
  folder: string,
  matches: (name: string) => boolean,
  refuse: (path: string, why: string) => void,
): string[] {
  const found: string[] = []
  const visit = (below: string) => {
    let entries: Dirent[]
    try {
      entries = readdirSync(join(folder, below), { withFileTypes: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
      if (!below) throw error
      return refuse(below, `cannot be read (${(error as Error).message})`)
    }
    const at = (name: string) => (below ? `${below}/${name}` : name)
    const noText = namesWithoutText(join(folder, below), entries)
    for (const shown of noText.values()) refuse(at(shown), 'the name is not UTF-8; rename it')
    for (const entry of entries) {
      const path = at(entry.name)
      if (noText.has(entry.name)) continue
      if (entry.name.startsWith('.')) {
        if (entry.isFile() && HIDDEN.test(entry.name) && matches(entry.name))
          refuse(path, 'a name that begins with a dot is passed over; rename the file')
      } else if (entry.isDirectory()) visit(path)
      else if (!entry.isFile())
        refuse(path, 'a symbolic link or special file is not read; put a plain file there')
      else if (matches(entry.name)) found.push(path)
    }
  }
  visit('')
  return found.sort(byCodePoint)
}

/** What somebody may have meant to be read; what systems and editors leave behind is not. */
const HIDDEN = /^\.[^_#~].*\.(?:txt|text|html?|xhtml|md)$/i

/** Names that are not UTF-8, which Node reads as other names than they are: as read, and with the bytes shown. */
function namesWithoutText(folder: string, entries: Dirent[]): Map<string, string> {
  const found = new Map<string, string>()
  if (!entries.some(({ name }) => name.includes('\ufffd'))) return found
  for (const bytes of readdirSync(folder, { encoding: 'buffer' })) {
    const name = bytes.toString('utf8')
    if (bytes.equals(Buffer.from(name))) continue
    const shown = bytes
      .toString('latin1')
      .replace(/[^ -~]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`)
    found.set(name, shown)
  }
  return found
}

/** Joins a path to its folder, and refuses one that would leave it. */
export function below(folder: string, path: string): string {
  const root = resolve(folder)
  const full = resolve(root, path)
  if (full !== root && !full.startsWith(root + sep)) {
    throw new ContentError([{ file: path, fix: 'the path leaves its folder; use a plain name' }])
  }
  return full
}

/** Joins a path to its folder, and refuses one that would leave it or pass through a symbolic link. */
export function inside(folder: string, path: string): string {
  const root = resolve(folder)
  const full = below(folder, path)
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
