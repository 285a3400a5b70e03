import { dirname, join } from 'node:path'
import { writeAll } from '../../content/batch.ts'
import { FileHashes } from '../../content/file-hashes.ts'
import { inside, remove } from '../../content/files.ts'
import { Bases, hash } from './bases.ts'
import { BySource } from './by-source.ts'
import { type Change, intentOf, type Outcome, type Wanted } from './change.ts'
import { combine, leave } from './combine.ts'
import { conflictPath, hasNotes, openConflicts } from './conflict-file.ts'
import { Records, type Say } from './records.ts'
import { DRAFTS, readText } from './state-file.ts'
import { tellHashes } from './told-hashes.ts'
import type { WrittenFile } from './written-file.ts'

/** Changes whose files are written and flushed together. */
const TOGETHER = 1000

/**
 * What ingest wrote last, and the only way it writes.
 *
 * A file is replaced only while it is, but for line ends, what an earlier run wrote; where an editor changed it, the
 * two are merged; one that an editor deleted never comes back. What is to be written is noted first, then written,
 * then noted as done, so that a run that is cut off anywhere leaves no file that looks edited.
 */
export class Written {
  readonly #folder: string
  readonly #bases: Bases
  readonly #records: Records
  readonly #hashes: FileHashes
  /** Folders that are known to be real ones. */
  readonly #folders = new Set<string>()
  readonly #bySource: BySource
  readonly #changes = new Map<string, Change>()
  /** Files written so far, merge bases and conflicts included. */
  filesWritten = 0

  constructor(folder: string, hashes = new FileHashes()) {
    this.#folder = folder
    this.#hashes = hashes
    this.#bases = new Bases(folder)
    this.#records = new Records(folder, this.#bases)
    this.#bySource = new BySource(this.#records.all)
  }

  /** Whether ingest ever wrote a file of this name. */
  has(path: string): boolean {
    return this.#records.all.has(path)
  }

  /** Whether someone else changed or made this file since ingest wrote it. */
  isEdited(path: string, at = path): boolean {
    const standing = this.#hashOf(at)
    if (standing !== undefined && this.#records.isOurs(path, standing)) return false
    const text = this.#read(at)
    return text !== undefined && !this.#records.isOurs(path, hash(text))
  }

  /** Whether an editor changed or made this file; never where no earlier run is known, since nothing tells then. */
  isEditors(path: string, at = path): boolean {
    return this.#records.all.size > 0 && this.isEdited(path, at)
  }

  /** What the next merge of a file starts from: what ingest wrote last, but for what an editor decided in the same way. */
  baseOf(path: string): string | undefined {
    return this.#bases.read(path)
  }

  /** The same, from which is told what is an editor's word; undefined once an editor settled a conflict, since then all is. */
  unsettledBaseOf(path: string): string | undefined {
    const isSettled = this.#records.get(path)?.conflict && this.#hasNoConflictFile(path)
    return isSettled ? undefined : this.baseOf(path)
  }

  /** The source that an article was made from last. */
  sourceOf(path: string): Wanted['source'] {
    return this.#records.sourceOf(path)
  }

  /**
   * The article file that an earlier run wrote for a source, told by its name and its bytes, though it may be gone:
   * `stands` says whether it is there, wherever an editor moved it. Of several it may be the one of whose text, as ingest
   * wrote it, this is a revision.
   */
  ofSource(
    source: { file: string; sha256: string },
    stands: (path: string) => boolean,
    isRevisionOf: (written: string) => boolean,
  ): { path: string; deleted: boolean } | undefined {
    const isDeleted = (path: string) => !stands(path) && this.#read(path) === undefined
    const path = this.#bySource.of(source, {
      isWritten: (one) => !this.#records.isUnwritten(one),
      isDeleted,
      isOwn: (one) => isRevisionOf(this.#bases.read(one) ?? ''),
    })
    return path === undefined ? undefined : { path, deleted: isDeleted(path) }
  }

  /** Puts a file on the list of those to write, if that loses nobody's work. */
  put(wanted: Wanted): Outcome {
    const { path, at = path, source, sha256 } = wanted
    const known = this.#records.get(path)
    const record: WrittenFile = { sha256, source: source?.file, sourceSha256: source?.sha256 }
    // What was told of a file that nobody met may be told of one that is gone.
    if (wanted.at === undefined) this.#hashes.forget(join(this.#folder, path))
    if (this.#hashOf(at) === sha256) return this.#leave(wanted, known, record)
    const before = this.#read(at)
    if (before === undefined) {
      if (known && !this.#records.isUnwritten(path)) return 'deleted and left so'
      const bytes = Buffer.from(wanted.text())
      this.#changes.set(path, { content: { at, text: bytes }, base: bytes, record })
      return 'new'
    }
    const found = hash(before)
    if (found === sha256) return this.#leave(wanted, known, record)
    const text = wanted.text()
    if (this.#records.isOurs(path, found)) {
      const bytes = Buffer.from(text)
      this.#changes.set(path, { content: { at, text: bytes, over: before }, base: bytes, record })
      return 'updated'
    }
    return this.#combine(wanted, text, before, record)
  }

  /** A file that says already what it should. */
  #leave(wanted: Wanted, known: WrittenFile | undefined, record: WrittenFile): Outcome {
    const { path } = wanted
    this.#changes.set(path, leave(wanted, this.#bases.has(path), { known, record }))
    return 'unchanged'
  }

  /** What becomes of a file that an editor changed. */
  #combine(wanted: Wanted, text: string, editor: string, record: WrittenFile): Outcome {
    const { path } = wanted
    const known = this.#records.get(path)
    const isSettled = known?.conflict === record.sha256 && this.#hasNoConflictFile(path)
    const base = this.#bases.read(path)
    const { outcome, change } = combine(wanted, { base, editor, text }, { known, record, isSettled })
    this.#changes.set(path, change)
    return outcome
  }

  #hasNoConflictFile(path: string): boolean {
    return readText(this.#folder, conflictPath(path)) === undefined
  }

  /**
   * Leaves an article deleted: what its source is now is remembered, so that it is known under another name as well,
   * and no conflict is left to settle.
   */
  leaveDeleted(path: string, { file, sha256 }: { file: string; sha256: string }): void {
    const record = this.#records.get(path)
    if (!record) return
    const { conflict, conflictFile, ...rest } = record
    this.#changes.set(path, { record: { ...rest, source: file, sourceSha256: sha256 } })
  }

  /**
   * Writes what was put, and the state. `onFile` is called before each file. Returns the files that an editor saved after
   * it was decided what they become: they stay as they are now, and the next run merges them.
   */
  save(onFile: () => void = () => {}): string[] {
    this.#finish()
    const saved: string[] = []
    if ([...this.#changes.values()].some(({ content }) => content))
      this.#records.write(this.#intent, this.#changes)
    const paths = [...this.#changes.keys()]
    for (let from = 0; from < paths.length; from += TOGETHER) {
      const changes = paths
        .slice(from, from + TOGETHER)
        .map((path): [string, Change] => [path, this.#changes.get(path) as Change])
      this.filesWritten += writeAll(this.#folder, DRAFTS, (batch) => {
        for (const [path, { content, base, conflict }] of changes) {
          onFile()
          const isAsDecided = () => !content || readText(this.#folder, content.at) === content.over
          const isWritten = () => this.#changes.has(path)
          // The content before its base: a base that is ahead of its file would make the old text look like an edit.
          if (content)
            batch.add(content.at, content.text, () => {
              if (isAsDecided()) return true
              saved.push(content.at)
              this.#changes.delete(path)
              return false
            })
          if (base !== undefined) this.#bases.write(path, base, batch, isWritten)
          if (
            conflict &&
            conflict !== readText(this.#folder, conflictPath(path)) &&
            !hasNotes(this.#folder, path, this.#records.get(path))
          )
            batch.add(conflictPath(path), conflict, isWritten)
        }
      })
      for (const [path, change] of changes) {
        tellHashes(this.#hashes, this.#folder, path, change, this.#changes.has(path))
        // Of many texts, those that are written need not be held while the others are.
        if (this.#changes.has(path)) this.#changes.set(path, { record: change.record })
      }
    }
    this.#records.write(this.#done, this.#changes)
    // A conflict file last: while it stands, nothing is taken for settled.
    for (const path of openConflicts(this.#folder))
      if (!this.#records.get(path)?.conflict) remove(this.#folder, conflictPath(path))
    this.#changes.clear()
    return saved
  }

  /** Notes as done what a run that was cut off had written already. */
  #finish(): void {
    for (const [path, { next, ...record }] of this.#records.all) {
      if (next === undefined || this.#changes.has(path)) continue
      const text = readText(this.#folder, path)
      const isDone = text !== undefined && hash(text) === next
      if (isDone) this.#changes.set(path, { base: Buffer.from(text), record: { ...record, sha256: next } })
    }
  }

  /** Whether saving would change nothing on disk. */
  isSettled(): boolean {
    this.#finish()
    const isThere = ({ content, base, conflict }: Change, path: string) =>
      !content && !conflict && (base === undefined || this.#bases.says(path, base))
    return (
      [...this.#changes].every(([path, change]) => isThere(change, path)) &&
      openConflicts(this.#folder).every((path) => this.#records.get(path)?.conflict) &&
      this.#records.areWritten(this.#done, this.#changes)
    )
  }

  readonly #intent: Say = (path, record) => intentOf(this.#changes.get(path), record)
  readonly #done: Say = (path, record) => this.#changes.get(path)?.record ?? record

  /** A text of the content folder as it stands, read so that its hash is known, since something is decided by it. */
  #read(at: string): string | undefined {
    const text = readText(this.#folder, at, (file) => this.#hashes.read(file).bytes)
    if (text === undefined) this.#hashes.forget(join(this.#folder, at))
    return text
  }

  /** The hash of a file's bytes, where it is known without reading them; of a text that ingest wrote it is that text's. */
  #hashOf(at: string): string | undefined {
    const folder = dirname(at)
    if (!this.#folders.has(folder)) inside(this.#folder, at)
    this.#folders.add(folder)
    return this.#hashes.known(join(this.#folder, at))
  }
}
