import { join } from 'node:path'
import { stampOf } from './stamp.ts'

/** When folders were changed last (ms), 0 for those not there, by their paths below one: an entry that comes or goes changes that. */
export type FolderTimes = [path: string, time: number][]

/** The times of some folders now. */
export const timesOf = (root: string, folders: Iterable<string>): FolderTimes =>
  Array.from(folders, (path): [string, number] => [path, timeOf(root, path)])

/** Whether no entry of any of these folders came or went. */
export function areStill(root: string, times: FolderTimes): boolean {
  for (const [path, time] of times) if (timeOf(root, path) !== time) return false
  return true
}

const timeOf = (root: string, path: string): number => stampOf(join(root, path))?.[1] ?? 0
