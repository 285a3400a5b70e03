import { hash as hashOnce } from 'node:crypto'
import { lstatSync, readFileSync, type Stats } from 'node:fs'
import { resolve } from 'node:path'
import { Pack, packKey } from './pack.ts'

const KEY = packKey('file hashes')
/**
 * A file that changed less than so many milliseconds before it was read may change again without its times telling:
 * the coarsest disks count in steps of two seconds. Its hash is not kept, as git does not trust such an entry.
 */
const RACY = 2_000

/** What the file system says of a file whose hash is known: size, times of change in milliseconds, device and number. */
type Stamp = [size: number, modified: number, changed: number, device: number, inode: number]

/** The hashes as they are kept: one file after the other, with five numbers of stamp each. */
interface Stored {
  paths: string[]
  hashes: string[]
  stamps: number[]
}

/**
 * SHA-256 of files' bytes, in hexadecimal. A file that the file system says is as it was when an earlier run read it is
 * not read again: neither size, times nor number may differ, and nobody can set the time of a change of an inode.
 */
export class FileHashes {
  readonly #pack: Pack
  readonly #racy: number
  #known: Map<string, [hash: string, stamp: Stamp]> | undefined
  /** Files asked about in this run; what is kept of others is dropped. */
  readonly #met = new Map<string, [hash: string, stamp: Stamp]>()
  #isNew = false

  /** Without a pack, no earlier run is known. `racy` is how fine the disk's times are, in milliseconds. */
  constructor(pack = new Pack(), racy = RACY) {
    this.#pack = pack
    this.#racy = racy
  }

  /** The hash of a file that did not change since it was read last; undefined where that is not sure. */
  known(path: string): string | undefined {
    return this.#recall(resolve(path), stampOf(path))
  }

  /** A file's hash. What reading it throws is thrown. */
  of(path: string): string {
    return this.known(path) ?? this.read(path).sha256
  }

  /** Reads a file, and notes its hash as of the moment before. */
  read(path: string): { bytes: Buffer; sha256: string } {
    const now = Date.now()
    const stamp = stampOf(path)
    const bytes = readFileSync(path)
    const sha256 = hashOnce('sha256', bytes)
    const full = resolve(path)
    const isSettled = stamp !== undefined && Math.max(stamp[1], stamp[2]) < now - this.#racy
    this.#isNew ||= isSettled || this.#met.has(full)
    if (isSettled) this.#met.set(full, [sha256, stamp])
    else this.#met.delete(full)
    return { bytes, sha256 }
  }

  /** Hands what was learnt to the pack. */
  keep(): void {
    if (!this.#isNew) return
    const stored: Stored = { paths: [], hashes: [], stamps: [] }
    for (const [path, [hash, stamp]] of this.#met) {
      stored.paths.push(path)
      stored.hashes.push(hash)
      stored.stamps.push(...stamp)
    }
    this.#pack.put(KEY, Buffer.from(JSON.stringify(stored)))
    this.#isNew = false
  }

  #recall(full: string, stamp: Stamp | undefined): string | undefined {
    this.#known ??= this.#load()
    const found = this.#met.get(full) ?? this.#known.get(full)
    if (!found || !stamp || !isSame(found[1], stamp)) return undefined
    this.#met.set(full, found)
    return found[0]
  }

  #load(): Map<string, [string, Stamp]> {
    const kept = this.#pack.get(KEY)
    if (!kept) return new Map()
    const { paths, hashes, stamps } = JSON.parse(kept.toString()) as Stored
    return new Map(
      paths.map((path, at) => [path, [hashes[at] as string, stamps.slice(5 * at, 5 * at + 5) as Stamp]]),
    )
  }
}

/** Undefined for what is no plain file or is not there. */
function stampOf(path: string): Stamp | undefined {
  let stats: Stats | undefined
  try {
    stats = lstatSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
  if (!stats?.isFile()) return undefined
  const { size, mtimeMs, ctimeMs, dev, ino } = stats
  return [size, mtimeMs, ctimeMs, dev, ino]
}

const isSame = (a: Stamp, b: Stamp): boolean => a.every((value, at) => value === b[at])
