import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join, resolve } from 'node:path'

type Operation = (...args: unknown[]) => unknown

/** What changes something on disk. Closing a file does not; a file that is opened to be read is not counted. */
const OPERATIONS = [
  'mkdirSync',
  'openSync',
  'writeSync',
  'fsyncSync',
  'renameSync',
  'linkSync',
  'rmSync',
  'utimesSync',
  'writeFileSync',
  'createWriteStream',
] as const
/** The same, without waiting. */
const PROMISED = ['mkdir', 'writeFile'] as const
const CODES = { full: 'ENOSPC', limit: 'EFBIG', broken: 'EIO', readOnly: 'EROFS', linkless: 'EPERM' }

/** How an operation fails: a full disk, a limit on file size, a disk that is broken, read-only or without hard links. */
export type Failure = keyof typeof CODES

/**
 * Calls `midway` in the middle of every operation on files that this process does, with its number from 1, name and path: a write has
 * written half by then, a folder that is removed has lost half of its files, of any other nothing is done. What `midway`
 * throws, the operation throws. Operations are left alone again after `end`, and those outside of `below` always are.
 */
export function interrupt(
  midway: (at: number, name: string, path: string) => void,
  below?: string,
): { count: () => number; end: () => void } {
  const real = { ...(fs as unknown as Record<string, Operation>) }
  const promised = { ...(fs.promises as unknown as Record<string, Operation>) }
  let done = 0
  const isElsewhere = ([path]: unknown[]) =>
    below !== undefined && !(typeof path === 'string' && resolve(path).startsWith(below))
  const replace = (name: string, operation: Operation) => {
    ;(fs as unknown as Record<string, Operation>)[name] = operation
  }
  for (const name of OPERATIONS) {
    const operation = real[name] as Operation
    replace(name, (...args) => {
      const isReading = name === 'openSync' && (args[1] === undefined || args[1] === 'r')
      if (isReading || isElsewhere(args)) return operation(...args)
      const at = ++done
      const rest = half(name, real, args)
      midway(at, name, String(args[0]))
      return rest()
    })
  }
  for (const name of PROMISED) {
    Object.assign(fs.promises, {
      [name]: async (...args: unknown[]) => {
        if (!isElsewhere(args)) midway(++done, name, String(args[0]))
        return promised[name]?.(...args)
      },
    })
  }
  syncBuiltinESMExports()
  return {
    count: () => done,
    end() {
      for (const name of OPERATIONS) replace(name, real[name] as Operation)
      for (const name of PROMISED) Object.assign(fs.promises, { [name]: promised[name] })
      syncBuiltinESMExports()
    },
  }
}

/** Does half of an operation, if it has halves, and returns what does the rest. */
function half(name: string, real: Record<string, Operation>, args: unknown[]): () => unknown {
  const operation = real[name] as Operation
  if (name === 'writeSync') {
    const [file, bytes, from] = args as [number, Buffer, number | undefined]
    const start = from ?? 0
    const some = Math.floor((bytes.length - start) / 2)
    operation(file, bytes, start, some)
    return () => some + (operation(file, bytes, start + some) as number)
  }
  if (name === 'writeFileSync') {
    const [path, text] = args as [string, string | Uint8Array]
    operation(path, text.slice(0, text.length / 2))
  }
  if (name === 'rmSync') {
    const files = treeOf(String(args[0])).filter(([path]) => !path.endsWith('/'))
    for (const [path] of files.slice(0, files.length / 2)) fs.unlinkSync(join(String(args[0]), path))
  }
  return () => operation(...args)
}

/** What an operation fails with. */
export function failure(kind: Failure, name: string): NodeJS.ErrnoException {
  const code = CODES[kind]
  return Object.assign(new Error(`${code}: injected, ${name}`), { code, syscall: name })
}

/** Everything below a folder by path: files with their bytes as latin1, folders with a `/` at the end. */
export type Tree = [path: string, bytes: string][]

export function treeOf(folder: string): Tree {
  const entries = fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    : []
  return entries
    .map((entry): [string, string] => {
      const full = join(entry.parentPath, entry.name)
      const path = full.slice(folder.length + 1)
      return entry.isDirectory() ? [`${path}/`, ''] : [path, fs.readFileSync(full, 'latin1')]
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** What builds keep for the next may be lost, and says when it was written. */
export const withoutCache = (tree: Tree): Tree => tree.filter(([path]) => !path.startsWith('.cache/'))

/** Makes a folder hold a tree and nothing else. */
export function plant(tree: Tree, folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  for (const [path, bytes] of tree) {
    if (path.endsWith('/')) fs.mkdirSync(join(folder, path), { recursive: true })
    else fs.writeFileSync(join(folder, path), bytes, 'latin1')
  }
}

/** A process that never was: numbers end below this one on Linux, and far below it elsewhere. */
const NOBODY = 4_194_304

/**
 * The tree as a process leaves it that was killed there: a lock that names this process, which goes on, names one that
 * is dead, and so do the names of its files. How much of a lock stands that was half written depends on how many digits
 * the process's number and birth have, so no more than the number is left of it.
 */
export function asOfTheDead(tree: Tree, pid = process.pid): Tree {
  const own = new RegExp(`(?<=\\D)${pid}(?=\\D|$)`, 'g')
  return tree.map(([path, bytes]) => [
    path.replace(own, String(NOBODY)),
    /(?:^|[/.])lock/.test(path)
      ? bytes
          .replace(own, String(NOBODY))
          .replace(/"born":"\d*/, '"born":"0')
          .replace(/^(\{"pid":\d+,)[^}]+$/, '$1')
      : bytes,
  ])
}
