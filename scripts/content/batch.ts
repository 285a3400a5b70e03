import { execFileSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { inside } from './files.ts'

/** From so many files on, the disk is asked once for all of them rather than for each. */
const MANY = 32

interface Added {
  path: string
  text: string | Buffer
  isWanted: () => boolean
}

/**
 * Files that are written together, so that readers see of each the old text or the new one, never a part: all are
 * written below `drafts`, a folder of the same disk, then all are flushed, then each is renamed to its place, in the
 * order in which they were added.
 */
class Batch {
  readonly #folder: string
  readonly #drafts: string
  readonly #added: Added[] = []
  /** Folders that are there, and known to be real ones. */
  readonly #folders = new Set<string>()
  #written: string[] = []

  constructor(folder: string, drafts: string) {
    this.#folder = folder
    this.#drafts = inside(folder, drafts)
  }

  /** `isWanted` is asked right before the file is put in its place. */
  add(path: string, text: string | Buffer, isWanted: () => boolean = () => true): void {
    this.#added.push({ path, text, isWanted })
  }

  /** Puts every file in its place, and says how many they were. Once it threw, the batch is to be discarded. */
  commit(): number {
    const isMany = this.#added.length >= MANY
    const targets = this.#added.map(({ path, text }) => {
      const target = this.#targetOf(path)
      this.#write(target, text, !isMany)
      return target
    })
    if (isMany && !flushDisk(this.#drafts))
      for (const draft of this.#written) withFile(draft, 'r+', fsyncSync)
    const drafts = this.#written
    this.#written = []
    for (const [at, { isWanted }] of this.#added.entries()) {
      if (isWanted()) renameSync(drafts[at] as string, targets[at] as string)
      else this.#written.push(drafts[at] as string)
    }
    return this.#added.splice(0).length - this.#written.length
  }

  /** Removes what was not put in its place. */
  discard(): void {
    for (const draft of this.#written) rmSync(draft, { force: true })
  }

  #targetOf(path: string): string {
    const target = resolve(this.#folder, path)
    const parent = dirname(target)
    const isChecked =
      this.#folders.has(parent) && !lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()
    return isChecked ? target : inside(this.#folder, path)
  }

  #write(target: string, text: string | Buffer, flush: boolean): void {
    const draft = join(this.#drafts, `${process.pid}-${this.#written.length}`)
    for (const path of [draft, target]) {
      const parent = dirname(path)
      if (!this.#folders.has(parent) && !existsSync(parent)) mkdirSync(parent, { recursive: true })
      this.#folders.add(parent)
    }
    this.#written.push(draft)
    const bytes = typeof text === 'string' ? Buffer.from(text) : text
    withFile(draft, 'w', (file) => {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
      if (flush) fsyncSync(file)
    })
  }
}

function withFile(path: string, flags: 'w' | 'r+', use: (file: number) => void): void {
  const file = openSync(path, flags)
  try {
    use(file)
  } finally {
    closeSync(file)
  }
}

export type { Batch }

/** Flushes a folder's whole disk at once, by the `sync` of Linux; false where there is none. */
function flushDisk(folder: string): boolean {
  if (process.platform !== 'linux') return false
  try {
    execFileSync('sync', ['-f', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Writes a single file in the same way. */
export function writeAtomic(folder: string, path: string, text: string, drafts: string): void {
  writeAll(folder, drafts, (batch) => batch.add(path, text))
}

/** Writes what `fill` adds to a batch, and says how many files that were. */
export function writeAll(folder: string, drafts: string, fill: (batch: Batch) => void): number {
  const batch = new Batch(folder, drafts)
  try {
    fill(batch)
    return batch.commit()
  } finally {
    batch.discard()
  }
}
