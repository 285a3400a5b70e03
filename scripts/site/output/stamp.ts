import { lstatSync } from 'node:fs'

/** By which a file is told from what came in its place: its size in bytes, and when it was written (ms). */
export type Stamp = [size: number, time: number]

/** The stamp of a file, of a link its own; undefined where there is none. */
export function stampOf(file: string): Stamp | undefined {
  const found = lstatSync(file, { throwIfNoEntry: false })
  return found && [found.size, found.mtimeMs]
}

/** Whether a file is the one that had this stamp. */
export function isStill(file: string, [size, time]: Stamp): boolean {
  const now = stampOf(file)
  return now?.[0] === size && now[1] === time
}
