import { hash as hashOnce } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'

const KEY = 32
const SUM = 4
const HEAD = KEY + SUM + 4

/** Hash of what a value was worked out from: 32 bytes, as a string of as many code units below 256. */
export function packKey(...from: string[]): string {
  let all = ''
  for (const part of from) all += `${part.length}\0${part}`
  return hashOnce('sha256', all, 'binary')
}

/**
 * What earlier runs worked out, in one file: values by the hash of everything that they depend on. It may be deleted at
 * any time, and costs only the work of doing it again: a file that cannot be read or is cut off counts as empty from
 * there on, a value that is not as it was written as absent, and a file that cannot be written is not. It is read at the
 * first question, and a value looked at when it is asked for.
 */
export class Pack {
  readonly #path: string | undefined
  readonly #name: string
  #bytes: Buffer = Buffer.alloc(0)
  /** Where the records of the file begin and end, by key. */
  #places: Map<string, [from: number, to: number]> | undefined
  readonly #added = new Map<string, Buffer>()
  readonly #asked = new Set<string>()
  /** Keys of what was added and is not in the file, and of what is. */
  readonly #unsaved = new Set<string>()
  readonly #saved = new Set<string>()
  /** Bytes of the file, if all of them could be read. */
  #fileSize = -1

  /** Without a path nothing is kept. What a program of another `version` kept is not read. */
  constructor(path?: string, version = '') {
    this.#path = path
    this.#name = `pack ${version}\n`
  }

  get(key: string): Buffer | undefined {
    this.#places ??= this.#read()
    const place = this.#places.get(key)
    const value = this.#added.get(key) ?? (place && this.#valueAt(key, place))
    if (value) this.#asked.add(key)
    return value
  }

  put(key: string, value: Buffer): void {
    if (this.#path === undefined) return
    this.#added.set(key, value)
    this.#unsaved.add(key)
    this.#asked.add(key)
  }

  /** What a key stands for, or what `work` makes of it now, as JSON keeps it. */
  remember<T>(key: string, work: () => T): T {
    const kept = this.get(key)
    if (kept) return JSON.parse(kept.toString()) as T
    const value = work()
    if (this.#path !== undefined) this.put(key, Buffer.from(JSON.stringify(value)))
    return value
  }

  /**
   * Writes what was added. Values that nobody asked for go, once they are more than those that somebody did; until then
   * a file that is as it was left only grows.
   */
  save(): void {
    const path = this.#path
    if (path === undefined || this.#unsaved.size === 0) return
    const places = this.#places ?? this.#read()
    const keepsAll = places.size + this.#added.size <= 2 * this.#asked.size
    try {
      mkdirSync(dirname(path), { recursive: true })
      const unsaved = [...this.#unsaved].map((key) => record(key, this.#added.get(key) as Buffer))
      if (keepsAll && this.#mayGrow(path, places)) this.#fileSize += writeParts(path, unsaved)
      else this.#rewrite(path, places, keepsAll)
      for (const key of this.#unsaved) this.#saved.add(key)
      this.#unsaved.clear()
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error
    }
  }

  /** Saves, and lets go of what it holds: the next question reads the file again. */
  saveAndRelease(): void {
    this.save()
    for (const held of [this.#added, this.#asked, this.#unsaved, this.#saved]) held.clear()
    this.#bytes = Buffer.alloc(0)
    this.#places = undefined
    this.#fileSize = -1
  }

  /** Whether the file is the one that was read or written last, whole, and has nothing under the keys to be added. */
  #mayGrow(path: string, places: Map<string, unknown>): boolean {
    const size = statSync(path, { throwIfNoEntry: false })?.size
    if (size === undefined || size !== this.#fileSize) return false
    for (const key of this.#unsaved) if (places.has(key) || this.#saved.has(key)) return false
    return true
  }

  #rewrite(path: string, places: Map<string, [from: number, to: number]>, keepsAll: boolean): void {
    const parts: Buffer[][] = [[Buffer.from(this.#name)]]
    // As they stand there, sum and all: a value that was spoilt must not pass for a sound one.
    for (const [key, place] of places)
      if (!this.#added.has(key) && (keepsAll || this.#asked.has(key)))
        parts.push([this.#bytes.subarray(...place)])
    for (const [key, value] of this.#added) parts.push(record(key, value))
    const fresh = `${path}.${process.pid}`
    try {
      writeFileSync(fresh, '')
      const size = writeParts(fresh, parts)
      renameSync(fresh, path)
      this.#fileSize = size
    } catch (error) {
      rmSync(fresh, { force: true })
      throw error
    }
  }

  /** The value of a record; undefined where it is not as it was written. */
  #valueAt(key: string, [from, to]: [number, number]): Buffer | undefined {
    const value = this.#bytes.subarray(from + HEAD, to)
    const isSound = this.#asked.has(key) || this.#bytes.readUInt32LE(from + KEY) === sumOf(key, value)
    return isSound ? value : undefined
  }

  #read(): Map<string, [number, number]> {
    const places = new Map<string, [number, number]>()
    this.#bytes = this.#path === undefined ? this.#bytes : bytesOf(this.#path)
    const bytes = this.#bytes
    if (bytes.toString('latin1', 0, this.#name.length) !== this.#name) return places
    for (let at = this.#name.length; at + HEAD <= bytes.length; ) {
      const from = at + HEAD
      const to = from + bytes.readUInt32LE(at + KEY + SUM)
      if (to > bytes.length) break
      places.set(bytes.toString('latin1', at, at + KEY), [at, to])
      at = to
      if (at === bytes.length) this.#fileSize = at
    }
    return places
  }
}

/** Records that are written at once. */
const TOGETHER = 4096

/** Writes records at the end of a file; says how many bytes they were. */
function writeParts(path: string, records: Buffer[][]): number {
  let bytes = 0
  for (let from = 0; from < records.length; from += TOGETHER) {
    const together = Buffer.concat(records.slice(from, from + TOGETHER).flat())
    writeFileSync(path, together, { flag: 'a' })
    bytes += together.length
  }
  return bytes
}

function record(key: string, value: Buffer): Buffer[] {
  const head = Buffer.alloc(HEAD)
  head.write(key, 'latin1')
  head.writeUInt32LE(sumOf(key, value), KEY)
  head.writeUInt32LE(value.length, KEY + SUM)
  return [head, value]
}

const sumOf = (key: string, value: Buffer): number => crc32(value, crc32(Buffer.from(key, 'latin1')))

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return Buffer.alloc(0)
    throw error
  }
}
