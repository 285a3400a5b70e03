import { byCodePoint } from '../../content/order.ts'
import type { Bases } from './bases.ts'
import type { Wanted } from './change.ts'
import { isState, readState, readText, writeState } from './state-file.ts'
import { type WrittenFile, writtenFiles } from './written-file.ts'

const STATE = 'written.json'

/** What is said of a file now, by what was said of it before; undefined for nothing. */
export type Say = (path: string, record: WrittenFile | undefined) => WrittenFile | undefined

/** What is known of the files that ingest wrote, by their names. It is what tells edited files from others. */
export class Records {
  readonly #folder: string
  readonly #bases: Bases
  readonly #all: Map<string, WrittenFile>

  constructor(folder: string, bases: Bases) {
    this.#folder = folder
    this.#bases = bases
    this.#all = new Map(Object.entries(readState(folder, STATE, writtenFiles) ?? {}))
  }

  get all(): ReadonlyMap<string, WrittenFile> {
    return this.#all
  }

  get(path: string): WrittenFile | undefined {
    return this.#all.get(path)
  }

  /** The source that an article was made from last. */
  sourceOf(path: string): Wanted['source'] {
    const { source, sourceSha256 } = this.#all.get(path) ?? {}
    return source && sourceSha256 ? { file: source, sha256: sourceSha256 } : undefined
  }

  /** Whether a text of this hash is what ingest wrote into a file, or was about to. */
  isOurs(path: string, found: string): boolean {
    const { sha256, next } = this.#all.get(path) ?? {}
    return found === sha256 || found === next
  }

  /** A new file that a run was cut off before writing: it was never there, so nobody deleted it. */
  isUnwritten(path: string): boolean {
    const { sha256, next } = this.#all.get(path) ?? {}
    return (
      next !== undefined &&
      next === sha256 &&
      !this.#bases.has(path) &&
      readText(this.#folder, path) === undefined
    )
  }

  /** Notes what is said of each file, those that are changed among them, and writes all that is known then. */
  write(say: Say, changed: ReadonlyMap<string, unknown>): void {
    writeState(this.#folder, STATE, this.#note(say, changed))
  }

  /** Notes the same, and says whether it is written already. */
  areWritten(say: Say, changed: ReadonlyMap<string, unknown>): boolean {
    return isState(this.#folder, STATE, this.#note(say, changed))
  }

  #note(say: Say, changed: ReadonlyMap<string, unknown>): [string, WrittenFile][] {
    const paths = new Set([...this.#all.keys(), ...changed.keys()])
    for (const path of paths) {
      const record = say(path, this.#all.get(path))
      if (record) this.#all.set(path, record)
    }
    return [...this.#all]
      .filter(([path]) => changed.has(path) || !this.isUnwritten(path))
      .sort(([a], [b]) => byCodePoint(a, b))
  }
}
