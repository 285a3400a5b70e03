import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file as it was written: its size in bytes, and when that was (ms). */
export interface WrittenFile {
  path: string
  size: number
  time: number
}

/** The folder that a build writes its site into. Paths are relative to it. */
export class SiteFolder {
  readonly #folder: string
  readonly #taken: ReadonlySet<string>
  readonly #made = new Set<string>()

  /** `taken` are places where an earlier build left a file, which may be the last site's under another name. */
  constructor(folder: string, taken: ReadonlySet<string>) {
    this.#folder = folder
    this.#taken = taken
  }

  write(path: string, content: string | Uint8Array): WrittenFile {
    const file = this.place(path)
    writeFileSync(file, content)
    const { size, mtimeMs } = statSync(file)
    return { path, size, time: mtimeMs }
  }

  /** Where a file is to stand, its folder made and nothing in its place: what is there is never written over. */
  place(path: string): string {
    const file = join(this.#folder, path)
    this.#make(dirname(file))
    if (this.#taken.has(path)) rmSync(file, { force: true })
    return file
  }

  /** Most folders are new ones in one that is there: asking step by step what there is took as long as writing. */
  #make(folder: string): void {
    if (this.#made.has(folder)) return
    const above = dirname(folder)
    try {
      if (this.#made.has(above)) mkdirSync(folder)
      else mkdirSync(folder, { recursive: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    this.#made.add(above).add(folder)
  }
}
