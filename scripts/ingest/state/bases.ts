import { hash as hashOnce } from 'node:crypto'
import { join } from 'node:path'
import type { Batch } from '../../content/batch.ts'
import { listFiles } from '../../content/files.ts'
import { canonical } from '../merge/merge.ts'
import { readText, STATE_FOLDER } from './state-file.ts'

export const BASES = `${STATE_FOLDER}/base`

/** Hash of a text, whatever its line ends. */
export const hash = (text: string): string => hashOnce('sha256', canonical(text))

/** The texts that ingest wrote last: what an editor's file and a new text are compared with to merge them. */
export class Bases {
  readonly #content: string
  readonly #there: Set<string>

  constructor(content: string) {
    this.#content = content
    this.#there = new Set(
      listFiles(
        join(content, BASES),
        () => true,
        () => {},
      ),
    )
  }

  has(path: string): boolean {
    return this.#there.has(path)
  }

  read(path: string): string | undefined {
    return this.has(path) ? readText(this.#content, `${BASES}/${path}`) : undefined
  }

  /** Whether the base of a file is this text. */
  says(path: string, text: Buffer): boolean {
    return this.has(path) && this.read(path) === text.toString()
  }

  /** Does nothing where it says so already. */
  write(path: string, text: Buffer, batch: Batch, isWanted: () => boolean): void {
    if (this.says(path, text)) return
    batch.add(`${BASES}/${path}`, text, () => {
      if (!isWanted()) return false
      this.#there.add(path)
      return true
    })
  }
}
