import { hash as hashOnce } from 'node:crypto'
import { lstatSync, readFileSync, type Stats } from 'node:fs'
import { resolve } from 'node:path'
import { ownMemory } from './numbers.ts'
import { Pack, packKey } from './pack.ts'

const KEY = packKey('file hashes')
/**
 * A file that changed less than so many milliseconds before it was read may change again without its times telling:
 * the coarsest disks count in steps of two seconds. Its hash is not kept, as git does not trust such an entry.
 */
const RACY = 2_000

/** What the file system says of a file: size, times of change in milliseconds, device and number. */
type Stamp = [size: number, modified: number, changed: number, device: number, inode: number]

const NUMBERS = 5
/** Bytes of a hash. */
const HASH = 32

/** Hashes as an earlier run kept them: the place of each file among all, and by that its hash and its stamp. */
interface Kept {
  places: Map<string, number>
  hashes: Buffer
  stamps: Float64Array
  /** 1 for each file that this run asked about: what is kept of others is dropped. */
  asked: Uint8Array
}

/**
 * SHA-256 of files' bytes, in hexadecimal. A file that the file system says is as it was when an earlier run read it is
 * not read again: neither size, times nor number may differ, and nobody can set the time of a change of an inode.
 */
export class FileHashes {
  readonly #pack: Pack
  readonly #racy: number
  #kept: Kept | undefined
  /** Files read since what is kept was written. */
  readonly #read = new Map<string, [hash: string, stamp: Stamp]>()
  #isNew = false
  /** What was said of files since they were last looked at, while that holds. */
  #said: Map<string, string | undefined> | undefined

  /** Without a pack, no earlier run is known. `racy` is how fine the disk's times are, in milliseconds. */
  constructor(pack = new Pack(), racy = RACY) {
    this.#pack = pack
    this.#racy = racy
  }

  /**
   * From now on the file system is asked of each file but once, and a file that was read is as it was read, so that whoever
   * asks sees it as it stood then, until this is called again. Who writes a file says so by `wrote` or `forget`.
   */
  look(): void {
    this.#said = new Map()
  }

  /** Notes the hash of what was written into a file. */
  wrote(path: string, sha256: string): void {
    this.#said?.set(resolve(path), sha256)
  }

  /** Asks the file system again of a file of which something else may have been said. */
  forget(path: string): void {
    this.#said?.delete(resolve(path))
  }

  /**
   * The hash of a file that did not change since it was read last, as far as was looked; undefined where that is not sure.
   */
  known(path: string): string | undefined {
    const full = resolve(path)
    if (this.#said?.has(full)) return this.#said.get(full)
    const known = this.#recall(full)
    this.#said?.set(full, known)
    return known
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
    this.#isNew ||= isSettled || this.#read.has(full)
    if (isSettled) this.#read.set(full, [sha256, stamp])
    else this.#read.delete(full)
    this.#said?.set(full, sha256)
    return { bytes, sha256 }
  }

  /** Hands what was learnt to the pack. */
  keep(): void {
    if (!this.#isNew) return
    const { places, hashes, stamps, asked } = this.#before()
    const old = [...places].filter(([path, place]) => asked[place] === 1 && !this.#read.has(path))
    const files = old.length + this.#read.size
    const all = { hashes: Buffer.alloc(HASH * files), stamps: new Float64Array(NUMBERS * files) }
    let at = 0
    for (const [, place] of old) {
      hashes.copy(all.hashes, HASH * at, HASH * place, HASH * (place + 1))
      all.stamps.set(stamps.subarray(NUMBERS * place, NUMBERS * (place + 1)), NUMBERS * at++)
    }
    for (const [hash, stamp] of this.#read.values()) {
      all.hashes.write(hash, HASH * at, 'hex')
      all.stamps.set(stamp, NUMBERS * at++)
    }
    const paths = [...old.map(([path]) => path), ...this.#read.keys()]
    this.#pack.put(
      KEY,
      Buffer.concat([
        Buffer.from(Uint32Array.of(files).buffer),
        all.hashes,
        Buffer.from(all.stamps.buffer),
        Buffer.from(paths.join(BETWEEN)),
      ]),
    )
    this.#isNew = false
  }

  /** The file system is asked only of what there is something to hold against. */
  #recall(full: string): string | undefined {
    const read = this.#read.get(full)
    if (read) return stampOf(full)?.every((value, at) => value === read[1][at]) ? read[0] : undefined
    const { places, hashes, stamps, asked } = this.#before()
    const place = places.get(full)
    if (place === undefined) return undefined
    if (!stampOf(full)?.every((value, at) => value === stamps[NUMBERS * place + at])) return undefined
    asked[place] = 1
    return hashes.toString('hex', HASH * place, HASH * (place + 1))
  }

  #before(): Kept {
    this.#kept ??= keptIn(this.#pack.get(KEY))
    return this.#kept
  }
}

/** Stands between paths, none of which can have it. */
const BETWEEN = '\0'

function keptIn(bytes: Buffer = Buffer.alloc(4)): Kept {
  const files = bytes.readUInt32LE(0)
  const stampsAt = 4 + HASH * files
  const pathsAt = stampsAt + 8 * NUMBERS * files
  const stamps = new Float64Array(ownMemory(bytes.subarray(stampsAt, pathsAt)))
  const paths = bytes.toString('utf8', pathsAt).split(BETWEEN).slice(0, files)
  return {
    places: new Map(paths.map((path, at) => [path, at])),
    hashes: Buffer.from(bytes.subarray(4, stampsAt)),
    stamps,
    asked: new Uint8Array(files),
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
