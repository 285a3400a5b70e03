import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'
import { isSystemError } from './problem.ts'

/** Bytes that are read at once where one part after the other is asked for. */
const AHEAD = 1 << 18

/** A file of which parts are read and written where they stand, so that nobody holds the whole of it. */
export class RecordFile {
  readonly #file: number
  /** The bytes that were read last, and where they begin. */
  #window: Buffer = Buffer.alloc(0)
  #from = 0
  /** Where the part ended that was asked for last. */
  #end = 0

  /** `flags` as `fs.open` takes them; throws what the file system says. */
  constructor(path: string, flags: 'r' | 'r+' | 'w+') {
    this.#file = openSync(path, flags)
  }

  get size(): number {
    return fstatSync(this.#file).size
  }

  /** Whether it is the file of this number. */
  is({ dev, ino }: { dev: number; ino: number }): boolean {
    const stats = fstatSync(this.#file)
    return stats.dev === dev && stats.ino === ino
  }

  /**
   * The bytes from one place to another, fewer where the file ends or cannot be read. `inOrder` says that what follows
   * will be asked for next.
   */
  read(from: number, to: number, inOrder = from === this.#end): Buffer {
    this.#end = to
    if (from < this.#from || to > this.#from + this.#window.length) {
      this.#window = this.#readAt(from, Math.max(to - from, inOrder ? AHEAD : 0))
      this.#from = from
    }
    return this.#window.subarray(from - this.#from, to - this.#from)
  }

  /** Writes bytes at a place; throws what the file system says. */
  write(bytes: Buffer, at: number): void {
    this.#window = Buffer.alloc(0)
    for (let done = 0; done < bytes.length; )
      done += writeSync(this.#file, bytes, done, bytes.length - done, at + done)
  }

  close(): void {
    closeSync(this.#file)
  }

  #readAt(from: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafeSlow(length)
    let done = 0
    try {
      for (let read = -1; read !== 0 && done < length; done += read)
        read = readSync(this.#file, bytes, done, length - done, from + done)
    } catch (error) {
      if (!isSystemError(error)) throw error
    }
    return bytes.subarray(0, done)
  }
}

/** A file to be read; undefined where it cannot be. */
export function openIfThere(path: string): RecordFile | undefined {
  try {
    return new RecordFile(path, 'r')
  } catch (error) {
    if (isSystemError(error)) return undefined
    throw error
  }
}
