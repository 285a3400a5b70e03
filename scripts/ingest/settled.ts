import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { listFiles } from '../content/files.ts'
import { PackHash } from '../content/pack.ts'
import { BASES } from './state/bases.ts'
import { STATE_FOLDER } from './state/state-file.ts'

/**
 * Hash of all that a run reads, byte by byte: source texts, the content folder and what earlier runs left in it. A run
 * that changed none of it would come out the same again.
 */
export function settledKey(sources: string, content: string): string {
  const hash = new PackHash()
  hashFolder(hash, sources, () => true)
  hash.add(stateKey(content))
  hashFolder(hash, join(content, BASES), () => true)
  const below = `${resolve(sources)}/`
  hashFolder(hash, content, (path) => !join(resolve(content), path).startsWith(below))
  return hash.key()
}

/** Hash of what earlier runs left in a content folder, but for the texts that they wrote. */
export function stateKey(content: string): string {
  const hash = new PackHash()
  hashFolder(hash, join(content, STATE_FOLDER), (path) => !NO_STATE.test(path))
  return hash.key()
}

const NO_STATE = /^(?:base|tmp|lock)/

function hashFolder(hash: PackHash, folder: string, isRead: (path: string) => boolean): void {
  const files = listFiles(
    folder,
    () => true,
    (path, why) => hash.add(`${path}\0${why}`),
  )
  hash.add(folder)
  for (const path of files) if (isRead(path)) hash.add(`${path}\0${hashOf(join(folder, path))}`)
}

function hashOf(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('base64')
  } catch (error) {
    return `cannot be read: ${(error as NodeJS.ErrnoException).code}`
  }
}
