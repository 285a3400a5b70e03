import { hash as hashOnce } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { namelessFile } from './nameless-file.ts'
import { isSystemError } from './problem.ts'
import { findRecords, headOf, type PackRecord, type Place, valueIn, writeRecords } from './record.ts'
import { openIfThere, RecordFile } from './record-file.ts'

/** Bytes of new values that are held before they are put aside. */
const HELD = 1 << 22
/** Less than one of so many values is little. */
const LITTLE = 4

/** Hash of what a value was worked out from: 32 bytes, as a string of as many code units below 256. */
export function packKey(...from: string[]): string {
  let all = ''
  for (const part of from) all += `${part.length}\0${part}`
  return hashOnce('sha256', all, 'binary')
}

/**
 * What earlier runs worked out, in one file: values by the hash of everything that they depend on. It may be deleted at
 * any time, and costs only the work of doing it again: a file that cannot be read or is cut off counts as empty from
 * there on, a value that is not as it was written as absent, and a file that cannot be written is not. Values are read
 * from it when they are asked for, and many new ones wait in a file without a name, so that few lie in memory.
 */
export class Pack {
  readonly #path: string | undefined
  readonly #name: string
  #file: RecordFile | undefined
  /** The records of the file, by key. */
  #places: Map<string, Place> | undefined
  /** Bytes of the file, if all of them could be read. */
  #fileSize = -1
  #asked = 0
  readonly #added = new Map<string, Buffer>()
  #heldBytes = 0
  readonly #most: number
  readonly #seldom: boolean
  /** New values that were put aside, where there is a folder to do so; the others are held. */
  #aside: RecordFile | undefined
  readonly #asidePlaces = new Map<string, Place>()
  #asideSize = 0

  /**
   * Without a path nothing is kept. What a program of another `version` kept is not read. `most` says how many bytes of
   * new values are held. Where a run may ask `seldom`, one that asked for little does not tell what nobody needs.
   */
  constructor(path?: string, version = '', most = HELD, seldom = false) {
    this.#most = most
    this.#seldom = seldom
    this.#path = path
    this.#name = `pack ${version}\n`
  }

  /** Whether anything is kept. */
  get isKept(): boolean {
    return this.#path !== undefined
  }

  /** Whether nothing is known yet. */
  get isEmpty(): boolean {
    return this.#added.size + this.#asidePlaces.size + this.#read().size === 0
  }

  /** Whether there is a value, which is not looked at; it counts as asked for. */
  has(key: string): boolean {
    if (this.#added.has(key) || this.#asidePlaces.has(key)) return true
    const place = this.#read().get(key)
    if (place) this.#note(place)
    return place !== undefined
  }

  get(key: string): Buffer | undefined {
    const places = this.#read()
    const added = this.#added.get(key)
    if (added) return added
    const aside = this.#asidePlaces.get(key)
    if (aside) return valueIn((this.#aside as RecordFile).read(aside.from, aside.to), key)
    const place = places.get(key)
    const value = place && this.#file && valueIn(this.#file.read(place.from, place.to), key)
    if (value) this.#note(place)
    return value
  }

  put(key: string, value: Buffer): void {
    if (this.#path === undefined) return
    this.#asidePlaces.delete(key)
    this.#heldBytes += value.length - (this.#added.get(key)?.length ?? 0)
    this.#added.set(key, value)
    if (this.#heldBytes > this.#most) this.#putAside(this.#path)
  }

  /** What a key stands for, or what `work` makes of it now, as JSON keeps it. */
  remember<T>(key: string, work: () => T): T {
    const kept = this.get(key)
    if (kept) return JSON.parse(kept.toString()) as T
    const json = JSON.stringify(work())
    if (this.#path !== undefined) this.put(key, Buffer.from(json))
    // Read again, since what was cut out of a text would keep all of that in memory.
    return JSON.parse(json) as T
  }

  /**
   * Writes what was added. Values that nobody asked for go, once they are more than those that somebody did; until then
   * a file that is as it was left only grows.
   */
  save(): void {
    const path = this.#path
    const fresh = this.#added.size + this.#asidePlaces.size
    if (path === undefined || fresh === 0) return
    const places = this.#read()
    const tellsLittle = this.#seldom && LITTLE * (this.#asked + fresh) < places.size
    const keepsAll = tellsLittle || places.size <= 2 * this.#asked + fresh
    try {
      mkdirSync(dirname(path), { recursive: true })
      if (keepsAll && this.#mayGrow(path, places)) this.#grow(path, places)
      else this.#rewrite(path, places, keepsAll)
      this.#forgetAdded()
    } catch (error) {
      if (!isSystemError(error)) throw error
    }
  }

  /** Lets go of its files, and of what was not saved. */
  close(): void {
    this.#forgetAdded()
    this.#closeFile()
  }

  #note(place: Place): void {
    if (place.isAsked) return
    place.isAsked = true
    this.#asked++
  }

  #forgetAdded(): void {
    this.#added.clear()
    this.#asidePlaces.clear()
    this.#aside?.close()
    this.#aside = undefined
    this.#heldBytes = this.#asideSize = 0
  }

  #closeFile(): void {
    this.#file?.close()
    this.#file = this.#places = undefined
    this.#fileSize = -1
    this.#asked = 0
  }

  #putAside(path: string): void {
    this.#heldBytes = 0
    try {
      this.#aside ??= namelessFile(dirname(path))
      this.#asideSize = writeRecords(this.#aside, this.#asideSize, this.#held(), this.#asidePlaces)
      this.#added.clear()
    } catch (error) {
      if (!isSystemError(error)) throw error
    }
  }

  /** Whether the file is the one that was read or written last, whole, and has nothing under the keys to be added. */
  #mayGrow(path: string, places: Map<string, unknown>): boolean {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats || !this.#file?.is(stats) || stats.size !== this.#fileSize) return false
    return ![this.#added, this.#asidePlaces].some((one) => [...one.keys()].some((key) => places.has(key)))
  }

  #grow(path: string, places: Map<string, Place>): void {
    const file = new RecordFile(path, 'r+')
    try {
      const asked = places.size
      this.#fileSize = writeRecords(file, this.#fileSize, this.#fresh(), places)
      this.#asked += places.size - asked
    } finally {
      file.close()
    }
  }

  #rewrite(path: string, places: Map<string, Place>, keepsAll: boolean): void {
    const fresh = `${path}.${process.pid}`
    const written = new Map<string, Place>()
    try {
      const size = this.#writeAll(fresh, places, keepsAll, written)
      this.#closeFile()
      renameSync(fresh, path)
      this.#file = openIfThere(path)
      this.#places = written
      this.#fileSize = size
      for (const { isAsked } of written.values()) this.#asked += Number(isAsked)
    } catch (error) {
      rmSync(fresh, { force: true })
      throw error
    }
  }

  #writeAll(
    fresh: string,
    places: Map<string, Place>,
    keepsAll: boolean,
    written: Map<string, Place>,
  ): number {
    const file = new RecordFile(fresh, 'w+')
    try {
      const name = Buffer.from(this.#name)
      file.write(name, 0)
      const kept = writeRecords(file, name.length, this.#old(places, keepsAll), written)
      return writeRecords(file, kept, this.#fresh(), written)
    } finally {
      file.close()
    }
  }

  /** Records of the file as they stand there, sum and all: a value that was spoilt must not pass for a sound one. */
  *#old(places: Map<string, Place>, all: boolean): Iterable<PackRecord> {
    for (const [key, { from, to, isAsked }] of places)
      if ((all || isAsked) && !this.#added.has(key) && !this.#asidePlaces.has(key))
        yield [key, isAsked, (this.#file as RecordFile).read(from, to)]
  }

  *#fresh(): Iterable<PackRecord> {
    for (const [key, { from, to }] of this.#asidePlaces)
      yield [key, true, (this.#aside as RecordFile).read(from, to)]
    yield* this.#held()
  }

  *#held(): Iterable<PackRecord> {
    for (const [key, value] of this.#added) yield [key, true, headOf(key, value), value]
  }

  #read(): Map<string, Place> {
    if (this.#places) return this.#places
    const places = new Map<string, Place>()
    this.#places = places
    this.#file = this.#path === undefined ? undefined : openIfThere(this.#path)
    const file = this.#file
    if (file?.read(0, this.#name.length, true).toString('latin1') !== this.#name) return places
    if (findRecords(file, this.#name.length, places) === file.size) this.#fileSize = file.size
    return places
  }
}
