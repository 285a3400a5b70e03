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
  readonly #made = new Set<string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Writes a file. What is in its place is never written over: it may be the last site's under another name. */
  write(path: string, content: string | Uint8Array): WrittenFile {
    const file = this.place(path)
    try {
      writeFileSync(file, content, { flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      rmSync(file)
      writeFileSync(file, content)
    }
    const { size, mtimeMs } = statSync(file)
    return { path, size, time: mtimeMs }
  }

  /** Where a file is to stand, its folder made. */
  place(path: string): string {
    const file = join(this.#folder, path)
    this.#make(dirname(file))
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
