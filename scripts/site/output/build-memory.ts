import type { Met } from '../../content/entries.ts'
import { FileHashes } from '../../content/file-hashes.ts'
import { type LoadedContent, loadContent } from '../../content/load.ts'
import { Pack } from '../../content/pack.ts'
import { cacheOf } from '../swap.ts'
import { readerVersion } from './frame.ts'
import type { Prepared } from './last-site.ts'
import type { LastSigned } from './signature.ts'

/**
 * What builds of one site keep for the next, beside it or, where one process builds again and again, `atHand`. All of it
 * may be deleted at any time.
 */
export class BuildMemory {
  readonly #target: string
  readonly #parsed: Pack
  readonly #hashPack: Pack
  readonly #hashes: FileHashes
  /** Where one process builds again and again: entries as they were read. */
  readonly #met: Met | undefined
  /** The same: what the last build signed. */
  signed: LastSigned | undefined
  /** What was done for the next build. */
  prepared: Prepared | undefined
  #workedOut: { frame: string; pack: Pack } | undefined

  constructor(target: string, atHand = false) {
    this.#target = target
    if (atHand) {
      this.#met = new Map()
      this.signed = new Map()
    }
    const version = readerVersion()
    this.#parsed = new Pack(cacheOf(target, 'parsed'), version)
    this.#hashPack = new Pack(cacheOf(target, 'hashes'), version)
    this.#hashes = new FileHashes(this.#hashPack)
  }

  /** Content as `loadContent` reads it; files that did not change are not read again. */
  load(content: string): LoadedContent {
    return loadContent(content, this.#parsed, this.#hashes, this.#met)
  }

  /** What was worked out of texts in the same frame. */
  workedOut(frame: string): Pack {
    if (this.#workedOut?.frame !== frame) {
      this.#workedOut?.pack.close()
      this.#workedOut = { frame, pack: new Pack(cacheOf(this.#target, 'memory'), frame) }
    }
    return this.#workedOut.pack
  }

  save(): void {
    this.#hashes.keep()
    for (const pack of [this.#parsed, this.#hashPack, this.#workedOut?.pack]) pack?.save()
  }
}
