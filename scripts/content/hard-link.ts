import { linkSync } from 'node:fs'

/** What a disk without hard links answers, such as exFAT or a network share. */
const LINKLESS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])

/** Gives a file a second place; false where the disk has no hard links. Anything else that fails is thrown. */
export function hardLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (LINKLESS.has((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}
