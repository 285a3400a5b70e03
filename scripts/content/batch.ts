import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inside } from './files.ts'

/** From so many files on, the disk is asked once for all of them rather than for each. */
const MANY = 32

/**
 * Files that are written together, so that readers see of each the old text or the new one, never a part: all are
 * written below `drafts`, a folder of the same disk, then all are flushed, then each is renamed to its place, in the
 * order in which they were added.
 */
class Batch {
  readonly #folder: string
  readonly #drafts: string
  readonly #added: { draft: string; target: string }[] = []

  constructor(folder: string, drafts: string) {
    this.#folder = folder
    this.#drafts = inside(folder, drafts)
  }

  add(path: string, text: string): void {
    const target = inside(this.#folder, path)
    const draft = join(this.#drafts, `${process.pid}-${this.#added.length}`)
    for (const path of [draft, target])
      if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
    this.#added.push({ draft, target })
    const bytes = Buffer.from(text)
    withFile(draft, 'w', (file) => {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    })
  }

  /** Puts every file in its place. Once this or `add` threw, the batch is to be discarded. */
  commit(): number {
    if (this.#added.length < MANY || !flushDisk(this.#drafts))
      for (const { draft } of this.#added) withFile(draft, 'r+', fsyncSync)
    for (const { draft, target } of this.#added) renameSync(draft, target)
    return this.#added.splice(0).length
  }

  /** Removes what was not put in its place. */
  discard(): void {
    for (const { draft } of this.#added) rmSync(draft, { force: true })
    this.#added.length = 0
  }
}

export type { Batch }

function withFile(path: string, flags: 'w' | 'r+', use: (file: number) => void): void {
  const file = openSync(path, flags)
  try {
    use(file)
  } finally {
    closeSync(file)
  }
}

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
