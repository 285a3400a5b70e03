import { join, resolve } from 'node:path'
import type { FileHashes } from '../content/file-hashes.ts'
import { listFiles } from '../content/files.ts'
import { packKey } from '../content/pack.ts'
import { BASES } from './state/bases.ts'
import { STATE_FOLDER } from './state/state-file.ts'

/**
 * Hash of all that a run reads, byte by byte: source texts, the content folder and what earlier runs left in it. A run
 * that changed none of it would come out the same again.
 */
export function settledKey(sources: string, content: string, hashes: FileHashes): string {
  return packKey(
    textsKey(sources, content, hashes),
    stateKey(content, hashes),
    sayFolder(join(content, BASES), hashes, () => true),
  )
}

/** Hash of the source texts and the content folder alone. */
export function textsKey(sources: string, content: string, hashes: FileHashes): string {
  const below = `${resolve(sources)}/`
  return packKey(
    sourcesKey(sources, hashes),
    sayFolder(content, hashes, (path) => !join(resolve(content), path).startsWith(below)),
  )
}

/** Hash of the source texts. */
export const sourcesKey = (sources: string, hashes: FileHashes): string =>
  packKey(sayFolder(sources, hashes, () => true))

/** Hash of what earlier runs left in a content folder, but for the texts that they wrote. */
export function stateKey(content: string, hashes: FileHashes): string {
  return packKey(sayFolder(join(content, STATE_FOLDER), hashes, (path) => !NO_STATE.test(path)))
}

const NO_STATE = /^(?:base|tmp|lock)/

/** A folder's files, each with the hash of its bytes, and what of it cannot be read. */
function sayFolder(folder: string, hashes: FileHashes, isRead: (path: string) => boolean): string {
  const said = [folder]
  const files = listFiles(
    folder,
    () => true,
    (path, why) => said.push(`${path}\0${why}`),
  )
  for (const path of files) if (isRead(path)) said.push(`${path}\0${hashOf(join(folder, path), hashes)}`)
  return said.join('\0')
}

function hashOf(path: string, hashes: FileHashes): string {
  try {
    return hashes.of(path)
  } catch (error) {
    return `cannot be read: ${(error as NodeJS.ErrnoException).code}`
  }
}
