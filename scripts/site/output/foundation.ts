import { existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hardLink } from '../../content/hard-link.ts'
import type { NotedFile } from './noted-files.ts'
import { SiteFolder } from './site-folder.ts'
import { isStill } from './stamp.ts'

/** What the folder of a new site is to begin with. */
export interface Ground {
  /** The folder of the new site: the site before the last, the last site laid before, or not there. */
  fresh: string
  /** The last site. */
  site: string
  /** Whether files of the last site are of use. Where they are not, folders still are. */
  isOfUse: boolean
}

/**
 * Makes a folder hold the files that the last build wrote, as links to them, and nothing else. A file counts only while
 * it is the one that was written: same size, same time. Gives back the paths of those that are not to be had: all, where
 * the disk has no links.
 *
 * The site before the last has most of them in their places: a disk takes longer to make and remove ten thousand folders
 * than their pages take to be rendered.
 */
export function layFoundation({ fresh, site, isOfUse }: Ground, files: Record<string, NotedFile>): string[] {
  const laid = clear(fresh, isOfUse ? files : {}, foldersOf(files))
  if (!isOfUse) return Object.keys(files)
  const lost: string[] = []
  const folder = new SiteFolder(fresh)
  for (const path in files) {
    if (laid.has(path)) continue
    const from = join(site, path)
    if (!isAsNoted(from, files[path]) || !hardLink(from, folder.place(path))) lost.push(path)
  }
  return lost
}

/** Removes all that a folder holds beside these files and folders; gives back which of the files are there. */
function clear(
  root: string,
  files: Record<string, NotedFile>,
  folders: ReadonlySet<string>,
): ReadonlySet<string> {
  const stays = new Set<string>()
  const visit = (below: string) => {
    for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
      const path = below ? `${below}/${entry.name}` : entry.name
      if (entry.isDirectory() && folders.has(path)) visit(path)
      else if (entry.isFile() && isAsNoted(join(root, path), files[path])) stays.add(path)
      else rmSync(join(root, path), { recursive: true, force: true })
    }
  }
  if (existsSync(root)) visit('')
  return stays
}

/** The folders that files are in, `.` for the root, by their paths. */
export function foldersOf(files: Record<string, NotedFile>): ReadonlySet<string> {
  const folders = new Set(['.'])
  for (const path in files) for (let at = dirname(path); !folders.has(at); at = dirname(at)) folders.add(at)
  return folders
}

const isAsNoted = (file: string, noted: NotedFile | undefined): boolean =>
  noted !== undefined && isStill(file, [noted[1], noted[2]])
