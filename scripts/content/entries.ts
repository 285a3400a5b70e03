import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { FileHashes } from './file-hashes.ts'
import { bytesOf, type Entry, entryFrom } from './kept-entry.ts'
import { type Pack, packKey } from './pack.ts'
import { ContentError } from './problem.ts'

/** An entry as it was read, and the SHA-256 of its file in hexadecimal. */
interface Read<T> {
  entry: T
  sha256: string
}

/** Entries as they were read, by their files, for who reads a folder once more. */
export type Met = Map<string, Read<unknown>>

/**
 * Reads the files of entries. What `parsed` keeps of earlier runs is not parsed again, nor is it read where `hashes` knows
 * that the file did not change, and the same object again where it was `met`.
 */
export class EntryReader {
  readonly #folder: string
  readonly #parsed: Pack
  readonly #hashes: FileHashes
  readonly #met: Met

  constructor(folder: string, parsed: Pack, hashes: FileHashes, met: Met) {
    this.#folder = folder
    this.#parsed = parsed
    this.#hashes = hashes
    this.#met = met
  }

  /** The entry of a file, given relative to the folder. What reading and `parse` throw is thrown. */
  read<T extends Entry>(file: string, parse: (text: string) => T): Read<T> {
    const known = this.#hashes.known(join(this.#folder, file))
    if (known === undefined) return this.#readAnew(file, parse)
    const met = this.#met.get(file)
    if (met?.sha256 === known) return met as Read<T>
    const bytes = this.#parsed.get(packKey(file, known))
    const read = bytes ? this.#kept(file, known, bytes, parse) : this.#readAnew(file, parse)
    this.#met.set(file, read)
    return read
  }

  /** A file's text and hash, of a plain file alone. */
  text(file: string): { text: string; sha256: string } {
    const path = join(this.#folder, file)
    try {
      if (!lstatSync(path).isFile())
        throw new ContentError([
          { file, fix: 'a symbolic link or special file is not read; put a plain file there' },
        ])
      const { bytes, sha256 } = this.#hashes.read(path)
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), sha256 }
    } catch (error) {
      if (error instanceof TypeError)
        throw new ContentError([{ file, fix: 'not UTF-8; save the file as UTF-8' }])
      throw error
    }
  }

  #readAnew<T extends Entry>(file: string, parse: (text: string) => T): Read<T> {
    const { text, sha256 } = this.text(file)
    if (!this.#parsed.isKept) return { entry: parse(text), sha256 }
    const key = packKey(file, sha256)
    const kept = this.#parsed.get(key)
    if (kept) return this.#kept(file, sha256, kept, parse)
    const bytes = bytesOf(parse(text))
    this.#parsed.put(key, bytes)
    return this.#kept(file, sha256, bytes, parse)
  }

  #kept<T extends Entry>(file: string, sha256: string, bytes: Buffer, parse: (text: string) => T): Read<T> {
    const again = () =>
      this.#parsed.get(packKey(file, sha256)) ?? bytesOf(parse(this.#sameText(file, sha256)))
    return { entry: entryFrom<T>(bytes, again), sha256 }
  }

  /** What a pack has lost is read again, of the file as it was. */
  #sameText(file: string, sha256: string): string {
    const now = this.text(file)
    if (now.sha256 !== sha256)
      throw new ContentError([{ file, fix: 'it changed while it was read; run the command again' }])
    return now.text
  }
}
