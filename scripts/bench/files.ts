import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const made = new Set<string>()

/** Writes a file, making its folder at the first. */
export function write(path: string, text: string): void {
  const folder = dirname(path)
  try {
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    writeFileSync(path, text)
  } catch (error) {
    // The folder was removed since it was made.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, text)
  }
  made.add(folder)
}
