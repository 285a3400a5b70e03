import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inside, writeAtomic } from '../content/files.ts'
import { byCodePoint } from '../content/order.ts'
import { readState, writeState } from './state.ts'

const STATE = 'written.json'

/** What ingest wrote last into one file. */
interface WrittenFile {
  /** Hash of the text. */
  sha256: string
  /** Hash of the text that a run was about to write; only a run that was cut off leaves one. */
  next?: string
  /** The source text behind an article, and the hash of its bytes. */
  source?: string
  sourceSha256?: string
}

/** What became of a file that ingest wanted to write. */
export type Outcome =
  | 'new'
  | 'updated'
  | 'unchanged'
  | 'edited and kept'
  | 'in conflict'
  | 'deleted and left so'

/**
 * What ingest wrote last, and the only way it writes.
 *
 * A file is replaced only while it is, byte for byte but for line ends, what an earlier run wrote; one that an editor
 * changed or made is never touched, one that an editor deleted never comes back. What is to be written is noted first,
 * then written, then noted as done, so that a run that is cut off anywhere leaves no file that looks edited.
 */
export class Written {
  readonly #folder: string
  readonly #records: Map<string, WrittenFile>
  readonly #bySource = new Map<string, string>()
  readonly #queue = new Map<string, string>()

  constructor(folder: string) {
    this.#folder = folder
    this.#records = new Map(Object.entries((readState(folder, STATE) ?? {}) as Record<string, WrittenFile>))
    for (const [path, { source, sourceSha256 }] of this.#records) {
      for (const key of [source, sourceSha256]) if (key) this.#bySource.set(key, path)
    }
  }

  /** Whether someone else changed or made this file since ingest wrote it. */
  isEdited(path: string): boolean {
    const text = this.#read(path)
    return text !== undefined && !this.#wrote(path, text)
  }

  /** Whether an editor changed or made this file; never where no earlier run is known, since nothing tells then. */
  isEditors(path: string): boolean {
    return this.#records.size > 0 && this.isEdited(path)
  }

  /** The article file that an earlier run wrote for a source, told by its name or its bytes, though it may be gone. */
  ofSource({
    file,
    sha256,
  }: {
    file: string
    sha256: string
  }): { path: string; deleted: boolean } | undefined {
    const path = this.#bySource.get(file) ?? this.#bySource.get(sha256)
    return path === undefined || this.#isUnwritten(path)
      ? undefined
      : { path, deleted: this.#read(path) === undefined }
  }

  /** Puts a file on the list of those to write, if that loses nobody's work. `source` is the text behind an article. */
  put(path: string, text: string, source?: { file: string; sha256: string }): Outcome {
    const before = this.#read(path)
    const record: WrittenFile = { sha256: hash(text), source: source?.file, sourceSha256: source?.sha256 }
    if (before === undefined && this.#records.has(path) && !this.#isUnwritten(path))
      return 'deleted and left so'
    if (before !== undefined && sameText(before, text)) {
      this.#records.set(path, record)
      return 'unchanged'
    }
    if (before !== undefined && !this.#wrote(path, before)) return 'edited and kept'
    this.#queue.set(path, text)
    this.#records.set(path, {
      ...record,
      sha256: before === undefined ? record.sha256 : hash(before),
      next: record.sha256,
    })
    return before === undefined ? 'new' : 'updated'
  }

  /** Writes what was put, and the state. */
  save(): void {
    if (this.#queue.size > 0) this.#note()
    for (const [path, text] of this.#queue) {
      writeAtomic(this.#folder, path, text)
      const { next = '', ...record } = this.#records.get(path) as WrittenFile
      this.#records.set(path, { ...record, sha256: next })
    }
    this.#queue.clear()
    this.#note()
  }

  #note(): void {
    const entries = [...this.#records].filter(([path]) => !this.#isUnwritten(path))
    writeState(
      this.#folder,
      STATE,
      entries.sort(([a], [b]) => byCodePoint(a, b)),
    )
  }

  /** A new file that a run was cut off before writing: it was never there, so nobody deleted it. */
  #isUnwritten(path: string): boolean {
    const record = this.#records.get(path)
    return record?.next !== undefined && !this.#queue.has(path) && this.#read(path) === undefined
  }

  #wrote(path: string, text: string): boolean {
    const { sha256, next } = this.#records.get(path) ?? {}
    const found = hash(text)
    return found === sha256 || found === next
  }

  #read(path: string): string | undefined {
    try {
      return readFileSync(inside(this.#folder, path), 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }
}

/** Line ends and a byte order mark are no edit: git and some editors change them by themselves. */
const canonical = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
const hash = (text: string): string => createHash('sha256').update(canonical(text)).digest('hex')
const sameText = (a: string, b: string): boolean => canonical(a) === canonical(b)
