import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { FileHashes } from '../content/file-hashes.ts'
import { listFiles } from '../content/files.ts'
import { BASES } from './state/bases.ts'
import { STATE_FOLDER } from './state/state-file.ts'

/** Hashes of what a run reads, byte by byte. One that changed none of it would come out the same again. */
export interface ReadKeys {
  /** Of the source texts and of the content folder. */
  sources: string
  content: string
  /** Of what earlier runs left in it, but for the texts that they wrote; of those texts. */
  state: string
  bases: string
}

/** All of them, as everything stood when `hashes` looked last. */
export function readKeys(sources: string, content: string, hashes: FileHashes): ReadKeys {
  return {
    sources: keyOfFolder(sources, hashes),
    content: contentKey(sources, content, hashes),
    state: stateKey(content, hashes),
    bases: keyOfFolder(join(content, BASES), hashes),
  }
}

/** Hash of the content folder; the source texts may be in it, and are none of it. */
export function contentKey(sources: string, content: string, hashes: FileHashes): string {
  const [from, below] = [`${resolve(content)}/`, `${resolve(sources)}/`]
  const isRead = below.startsWith(from) ? (path: string) => !(from + path).startsWith(below) : undefined
  return keyOfFolder(content, hashes, isRead)
}

/** Hash of what earlier runs left in a content folder, but for the texts that they wrote. */
export function stateKey(content: string, hashes: FileHashes): string {
  return keyOfFolder(join(content, STATE_FOLDER), hashes, (path) => !NO_STATE.test(path))
}

const NO_STATE = /^(?:base|tmp|lock)/

/** Hash of a folder's files, each with the hash of its bytes, and of what of it cannot be read. */
export function keyOfFolder(
  folder: string,
  hashes: FileHashes,
  isRead: (path: string) => boolean = () => true,
): string {
  const hash = createHash('sha256').update(folder)
  const files = listFiles(
    folder,
    () => true,
    (path, why) => hash.update(`\0${path}\0${why}`),
  )
  for (const path of files) if (isRead(path)) hash.update(`\0${path}\0${hashOf(join(folder, path), hashes)}`)
  return hash.digest('binary')
}

function hashOf(path: string, hashes: FileHashes): string {
  try {
    return hashes.of(path)
  } catch (error) {
    return `cannot be read: ${(error as NodeJS.ErrnoException).code}`
  }
}
