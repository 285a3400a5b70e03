import {
  constants,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { inside } from './files.ts'
import { hardLink } from './hard-link.ts'
import { ContentError } from './problem.ts'

/** A lock held elsewhere, where its process cannot be asked for, is dead when it was not touched for so long. */
const SILENT = 10 * 60_000
/** How often the holder touches its lock at most. */
const TOUCH = 5_000

interface Holder {
  pid: number
  host: string
  /** When the process began, in ticks since the machine did; tells it from a later one of the same number. */
  born?: string
}

/** The right to write into a folder. */
export interface Lock {
  /** Says that the holder is still at work. */
  touch(): void
  release(): void
}

/** Another process is at work; says which one. */
export class LockHeld extends ContentError {}

/**
 * Takes a lock, so that two runs never write at once. It is a file of the name `path` below a folder that says which
 * process holds it; a process that is dead holds nothing, however it ended. `work` is what holders do, for the message
 * of the `LockHeld` that is thrown while one lives.
 */
export function takeLock(folder: string, path: string, work: string): Lock {
  const lock = inside(folder, path)
  mkdirSync(dirname(lock), { recursive: true })
  const own = `${lock}.${process.pid}`
  const token = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    born: birthOf(process.pid),
  } satisfies Holder)
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      // Each time: another run may have taken one that was not filled yet for a dead one's.
      writeFileSync(own, token)
      if (linked(own, lock)) {
        sweep(lock)
        return held(lock, token)
      }
      const found = read(lock)
      if (found !== undefined && isAlive(lock, found)) throw busy(path, found, work)
      if (found !== undefined) takeAway(lock, found, `${own}.dead`)
    }
    throw busy(path, read(lock) ?? '', work)
  } finally {
    rmSync(own, { force: true })
  }
}

function held(lock: string, token: string): Lock {
  let touched = Date.now()
  return {
    touch() {
      const now = Date.now()
      if (now - touched < TOUCH) return
      touched = now
      utimesSync(lock, now / 1000, now / 1000)
    },
    release() {
      if (read(lock) === token) rmSync(lock, { force: true })
    },
  }
}

/**
 * Whether the lock was taken. A hard link appears whole or not at all, and never over another. Where a disk has none, a
 * copy does nearly as well.
 */
function linked(own: string, lock: string): boolean {
  try {
    if (!hardLink(own, lock)) copyFileSync(own, lock, constants.COPYFILE_EXCL)
    return true
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' || code === 'ENOENT') return false
    throw error
  }
}

/** Removes a dead process's lock; one that another run took meanwhile is put back. */
function takeAway(lock: string, dead: string, aside: string): void {
  try {
    renameSync(lock, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const taken = read(aside)
  if (taken !== undefined && taken !== dead) linked(aside, lock)
  rmSync(aside, { force: true })
}

/** Removes what runs left that were cut off while they asked for the lock. */
function sweep(lock: string): void {
  const begin = `${basename(lock)}.`
  for (const name of readdirSync(dirname(lock))) {
    const path = join(dirname(lock), name)
    const isToken = name.startsWith(begin) && /^\d/.test(name.slice(begin.length))
    if (isToken && !isAlive(path, read(path) ?? '')) rmSync(path, { force: true })
  }
}

function isAlive(lock: string, token: string): boolean {
  const holder = parse(token)
  if (!holder) return false
  if (holder.host !== hostname())
    return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) < SILENT
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return holder.born === birthOf(holder.pid)
}

function parse(token: string): Holder | undefined {
  try {
    const holder = JSON.parse(token) as Holder
    return Number.isInteger(holder.pid) && holder.pid > 0 ? holder : undefined
  } catch {
    return undefined
  }
}

/** Field 22 of Linux's process table, after the command's name in brackets; undefined on other systems. */
function birthOf(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function busy(file: string, token: string, work: string): LockHeld {
  const { pid, host } = parse(token) ?? {}
  return new LockHeld([
    {
      file,
      fix: `another ${work} is writing here (process ${pid} on ${host}); wait for it, or remove the file if it is not running`,
    },
  ])
}
