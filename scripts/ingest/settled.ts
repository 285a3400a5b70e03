import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { FileHashes } from '../content/file-hashes.ts'
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

/** All of them, as everything stood when `hashes` looked last but for the state, which a run itself writes. */
export function readKeys(sources: string, content: string, hashes: FileHashes): ReadKeys {
  const state = listingOf(join(content, STATE_FOLDER), (path) => !NO_STATE.test(path))
  return {
    sources: keyOf(listingOf(sources), hashes),
    content: keyOf(contentListing(sources, content), hashes),
    state: keyOf(state, new FileHashes()),
    bases: keyOf(listingOf(join(content, BASES)), hashes),
  }
}

const NO_STATE = /^(?:base|tmp|lock)/

/** The files of a folder that are read, and what of it cannot be, with the reason. */
export interface Listing {
  folder: string
  files: string[]
  refused: [path: string, why: string][]
}

/** What there is of the content folder now; the source texts may be in it, and are none of it. */
export function contentListing(sources: string, content: string): Listing {
  const [from, below] = [`${resolve(content)}/`, `${resolve(sources)}/`]
  const isRead = below.startsWith(from) ? (path: string) => !(from + path).startsWith(below) : undefined
  return listingOf(content, isRead)
}

/** What there is of a folder now. */
export function listingOf(folder: string, isRead: (path: string) => boolean = () => true): Listing {
  const refused: Listing['refused'] = []
  const files = listFiles(
    folder,
    () => true,
    (path, why) => refused.push([path, why]),
  )
  return { folder, files: files.filter(isRead), refused }
}

/** Hash of what was listed, each file with the hash of its bytes. */
export function keyOf({ folder, files, refused }: Listing, hashes: FileHashes): string {
  const hash = createHash('sha256').update(folder)
  for (const [path, why] of refused) hash.update(`\0${path}\0${why}`)
  for (const path of files) hash.update(`\0${path}\0${hashOf(join(folder, path), hashes)}`)
  return hash.digest('binary')
}

function hashOf(path: string, hashes: FileHashes): string {
  try {
    return hashes.of(path)
  } catch (error) {
    return `cannot be read: ${(error as NodeJS.ErrnoException).code}`
  }
}
