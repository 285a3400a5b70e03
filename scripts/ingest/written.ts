import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inside, writeAtomic } from '../content/files.ts'
import { byCodePoint } from '../content/order.ts'
import { readState, writeState } from './state.ts'

const STATE = 'written.json'

/** What ingest wrote last into one file: the hash of its text, and the source text behind an article. */
interface WrittenFile {
  sha256: string
  source?: string
}

/** What became of a file that ingest wanted to write. */
export type Outcome = 'new' | 'updated' | 'unchanged' | 'edited and kept' | 'deleted and left so'

/**
 * What ingest wrote last, and the only way it writes.
 *
 * A file is replaced only while it is, byte for byte but for line ends, what an earlier run wrote; one that an editor
 * changed or made is never touched, one that an editor deleted never comes back. State follows content, so a crash
 * between the two costs nothing: a file that already says what it should is taken as written.
 */
export class Written {
  readonly #folder: string
  readonly #dryRun: boolean
  readonly #records: Map<string, WrittenFile>
  readonly #paths = new Map<string, string>()

  constructor(folder: string, dryRun: boolean) {
    this.#folder = folder
    this.#dryRun = dryRun
    this.#records = new Map(Object.entries((readState(folder, STATE) ?? {}) as Record<string, WrittenFile>))
    for (const [path, { source }] of this.#records) if (source) this.#paths.set(source, path)
  }

  /** Whether someone else changed or made this file since ingest wrote it. */
  isEdited(path: string): boolean {
    const text = this.#read(path)
    return text !== undefined && hash(text) !== this.#records.get(path)?.sha256
  }

  /** The article file that an earlier run wrote for a source, whether it is still there or not. */
  ofSource(source: string): { path: string; deleted: boolean } | undefined {
    const path = this.#paths.get(source)
    return path === undefined ? undefined : { path, deleted: this.#read(path) === undefined }
  }

  /** Writes a file if that loses nobody's work. `source` is the source text of an article. */
  put(path: string, text: string, source?: string): Outcome {
    const before = this.#read(path)
    if (before === undefined && this.#records.has(path)) return 'deleted and left so'
    if (before !== undefined && sameText(before, text)) {
      this.#remember(path, text, source)
      return 'unchanged'
    }
    if (before !== undefined && hash(before) !== this.#records.get(path)?.sha256) return 'edited and kept'
    if (!this.#dryRun) writeAtomic(this.#folder, path, text)
    this.#remember(path, text, source)
    return before === undefined ? 'new' : 'updated'
  }

  /** Writes the state down. Call it last. */
  save(): void {
    if (!this.#dryRun)
      writeState(
        this.#folder,
        STATE,
        [...this.#records].sort(([a], [b]) => byCodePoint(a, b)),
      )
  }

  #remember(path: string, text: string, source?: string): void {
    this.#records.set(path, { sha256: hash(text), source })
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
