import { namelessFile } from '../../content/nameless-file.ts'
import { isSystemError } from '../../content/problem.ts'
import type { RecordFile } from '../../content/record-file.ts'
import type { ToldAccounts } from '../views.ts'
import type { Told } from './tell.ts'

/** Bytes that are held before others are put into a file. */
const HELD = 1 << 22

/** HTML as bytes, or where they stand in the file. */
type Waiting = Uint8Array<ArrayBuffer> | [from: number, to: number]

/**
 * What stories' pages tell of their accounts, from when it is told until the page is made. That may be long: the thread tells
 * the last stories first. What is more than a few megabytes waits in a file without a name.
 */
export class ToldPages {
  readonly #most: number
  readonly #waiting = new Map<string, Omit<ToldAccounts, 'html'> & { html: Waiting }>()
  #heldBytes = 0
  #file: RecordFile | undefined
  #size = 0

  /** `most` says how many bytes are held. */
  constructor(most = HELD) {
    this.#most = most
  }

  put(id: string, { html, ...page }: Told['page']): void {
    this.#waiting.set(id, {
      ...page,
      html: this.#heldBytes < this.#most ? this.#hold(html) : this.#aside(html),
    })
  }

  /** What was told of a story, handed out once; undefined where nothing was, or where it cannot be read. */
  take(id: string): ToldAccounts | undefined {
    const told = this.#waiting.get(id)
    if (!told) return undefined
    this.#waiting.delete(id)
    const html = this.#read(told.html)
    return html === undefined ? undefined : { ...told, html }
  }

  /** Lets go of all. */
  clear(): void {
    this.#waiting.clear()
    this.#file?.close()
    this.#file = undefined
    this.#heldBytes = this.#size = 0
  }

  #hold(html: Uint8Array<ArrayBuffer>): Waiting {
    this.#heldBytes += html.length
    return html
  }

  #aside(html: Uint8Array<ArrayBuffer>): Waiting {
    try {
      this.#file ??= namelessFile()
      const from = this.#size
      this.#file.write(Buffer.from(html.buffer), from)
      this.#size += html.length
      return [from, this.#size]
    } catch (error) {
      if (!isSystemError(error)) throw error
      return this.#hold(html)
    }
  }

  #read(html: Waiting): string | undefined {
    if (html instanceof Uint8Array) {
      this.#heldBytes -= html.length
      return Buffer.from(html.buffer).toString()
    }
    const [from, to] = html
    const bytes = this.#file?.read(from, to)
    return bytes?.length === to - from ? bytes.toString() : undefined
  }
}
