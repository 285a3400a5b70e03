import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** A folder of the test's own, removed when the run ends. */
export function scratchFolder(): string {
  return mkdtempSync(join(process.env.SCRATCH ?? tmpdir(), 'digest-'))
}

/** A content folder of the test's own with some parts of the repository's. */
export function scratchContent(...parts: string[]): string {
  const folder = join(scratchFolder(), 'content')
  mkdirSync(folder)
  // The site names its picture.
  const needed = parts.includes('site.yaml') ? [...parts, 'picture.png'] : parts
  for (const part of needed) cpSync(join(ROOT, 'content', part), join(folder, part), { recursive: true })
  return folder
}

/** Runs one of the project's commands as a user would, in a process of its own. */
export function command(name: string, args: string[], env: Record<string, string> = {}) {
  const run = spawnSync(process.execPath, ['--import', 'tsx', `scripts/${name}.ts`, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

/** Every file below a folder, dot-files included, with its text. */
export function textsBelow(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]))
}

/** Where material that may not be committed lies, if it is here at all. */
export const SHARED = join(dirname(ROOT), 'shared')
