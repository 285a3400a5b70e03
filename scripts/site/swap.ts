import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Lock, LockHeld, takeLock } from '../content/lock.ts'
import { isSystemError } from '../content/problem.ts'

/** How often a build looks whether the one that it waits for is done, in milliseconds. */
const LOOK = 100

/** Where builds of a site keep what the next may take over, beside it; everything there may be deleted at any time. */
export const cacheOf = (target: string, name: string): string =>
  join(dirname(target), '.cache', `${basename(target)}.${name}`)

/** Where a build notes what it wrote into a site. */
export const notesOf = (target: string): string => cacheOf(target, 'files.json')

/**
 * Where a new site begins: in the folder of the site before the last, since most of its files are wanted again, or of what
 * was laid there of the last one.
 */
export const spareOf = (target: string): string => cacheOf(target, 'spare')

/** Where it cannot be had, as from another disk, the new site begins with nothing. */
function takeSpare(target: string, fresh: string): void {
  try {
    renameSync(spareOf(target), fresh)
  } catch (error) {
    if (!isSystemError(error)) throw error
  }
}

/** Folders of builds that failed. Eleventy goes on writing the other pages, so that they are there again afterwards. */
const unfinished = new Set<string>()
process.on('exit', () => {
  for (const folder of unfinished) discard(folder)
})
let begun = 0

/**
 * Lets one build at a time work on the site at `target`. What a build that was cut off left is put back or removed
 * first. `onWait` hears of a build to be waited for.
 */
export async function alone<T>(
  target: string,
  onWait: (held: LockHeld) => void,
  work: () => Promise<T>,
): Promise<T> {
  mkdirSync(dirname(target), { recursive: true })
  const lock = await waitForLock(target, onWait)
  process.once('exit', lock.release)
  try {
    recover(target)
    return await work()
  } finally {
    process.off('exit', lock.release)
    lock.release()
  }
}

/**
 * Has a site written into a folder beside the one at `target`, not there yet or the spare one, and swaps it in whole when
 * that is done; where writing fails, the last site stays. To be called by whoever is `alone` at the site, so that a
 * folder beside it is this build's.
 */
export async function replaceSite<T>(target: string, write: (folder: string) => Promise<T>): Promise<T> {
  const fresh = `${target}.building-${process.pid}.${++begun}`
  unfinished.add(fresh)
  try {
    takeSpare(target, fresh)
    const result = await write(fresh)
    swapIn(fresh, target)
    unfinished.delete(fresh)
    return result
  } finally {
    discard(fresh)
  }
}

/** Puts back the last good site where a build was cut off while it swapped; does nothing while one is at work. */
export function restoreSite(target: string): void {
  if (leftBeside(target).length === 0) return
  try {
    const lock = lockOf(target)
    try {
      recover(target)
    } finally {
      lock.release()
    }
  } catch (error) {
    if (!(error instanceof LockHeld)) throw error
  }
}

const lockOf = (target: string): Lock => takeLock(dirname(target), `${basename(target)}.lock`, 'build')

async function waitForLock(target: string, onWait: (held: LockHeld) => void): Promise<Lock> {
  for (let looks = 0; ; looks++) {
    try {
      return lockOf(target)
    } catch (error) {
      if (!(error instanceof LockHeld)) throw error
      if (looks === 0) onWait(error)
      await new Promise((resolve) => setTimeout(resolve, LOOK))
    }
  }
}

/** Sites on their way in and out that stand beside a target. */
function leftBeside(target: string): string[] {
  const folder = dirname(target)
  const begins = ['building', 'old'].map((state) => `${basename(target)}.${state}-`)
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names
    .filter((name) => begins.some((begin) => name.startsWith(begin)))
    .map((name) => join(folder, name))
}

/** To be called by the holder of the lock alone: nobody else's site is on its way then. */
function recover(target: string): void {
  for (const left of leftBeside(target)) {
    if (left.startsWith(`${target}.old-`) && !existsSync(target)) renameSync(left, target)
    else rmSync(left, { recursive: true, force: true, maxRetries: 3 })
  }
}

/**
 * Puts the new site where the old one is. Folders cannot be exchanged in one step, so there is a moment without any:
 * what is called `old` then is complete, and it is called something else before it is taken apart.
 */
function swapIn(fresh: string, target: string): void {
  if (!existsSync(target)) {
    renameSync(fresh, target)
    return
  }
  const old = `${target}.old-${process.pid}`
  renameSync(target, old)
  try {
    renameSync(fresh, target)
  } catch (error) {
    renameSync(old, target)
    throw error
  }
  for (const place of [spareOf(target), fresh]) {
    try {
      renameSync(old, place)
      return
    } catch {
      // The new site is in; the next build removes the old one, or says why it cannot.
    }
  }
}

/** Removes a file or a folder if it can; the next build does otherwise. */
export function discard(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // As for the old site: what a build has done does not become undone by what it left.
  }
}
