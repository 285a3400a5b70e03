import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { NotedFiles } from './noted-files.ts'

type Stamp = [size: number, time: number]

/** Whether a site holds the files that a build left there, as it left them, and nothing else. */
export function isWhole(site: string, { files, others }: NotedFiles): boolean {
  let found = 0
  const isAsLeft = (below: string): boolean =>
    entriesOf(join(site, below)).every((entry) => {
      const path = below ? `${below}/${entry.name}` : entry.name
      if (entry.isDirectory()) return isAsLeft(path)
      const noted = files[path]
      const [size, time] = noted ? [noted[1], noted[2]] : (others[path] ?? [])
      const now = entry.isFile() ? stampOf(join(site, path)) : undefined
      found++
      return now !== undefined && now[0] === size && now[1] === time
    })
  return isAsLeft('') && found === Object.keys(files).length + Object.keys(others).length
}

/** The files of a site in folders at its root, or at the root, of these names, that are none of those noted so far. */
export function othersIn(
  site: string,
  names: readonly string[],
  files: NotedFiles['files'],
): NotedFiles['others'] {
  const found: NotedFiles['others'] = {}
  const visit = (below: string, isWanted: (name: string) => boolean) => {
    for (const entry of entriesOf(join(site, below))) {
      const path = below ? `${below}/${entry.name}` : entry.name
      if (!isWanted(path)) continue
      if (entry.isDirectory()) visit(path, () => true)
      else if (!files[path]) found[path] = stampOf(join(site, path)) ?? [0, 0]
    }
  }
  visit('', (name) => names.includes(name))
  return found
}

const entriesOf = (folder: string): Dirent[] => readdirSync(folder, { withFileTypes: true })

function stampOf(file: string): Stamp | undefined {
  const found = statSync(file, { throwIfNoEntry: false })
  return found && [found.size, found.mtimeMs]
}
