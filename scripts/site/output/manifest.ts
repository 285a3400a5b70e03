import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { isSystemError } from '../../content/problem.ts'
import { discard, notesOf } from '../swap.ts'
import type { NotedFile, NotedFiles } from './noted-files.ts'
import type { WrittenFile } from './site-folder.ts'
import { othersIn } from './whole.ts'

/**
 * What the last build wrote into its site, so that what would come out the same need not be rendered, and what this one
 * does. It is kept beside the site and may be deleted at any time.
 */
export class Manifest {
  readonly #site: string
  readonly #frame: string
  readonly #last: NotedFiles['files']
  readonly #lost: ReadonlySet<string>
  /** Of a site in another frame nothing is kept. */
  readonly #isInFrame: boolean
  #byBeginning: Map<string, [path: string, signature: string][]> | undefined
  readonly #signatures = new Map<string, string>()
  readonly #now = new Map<string, NotedFile>()

  /**
   * `frame` signs all that every page depends on. `lost` are files that the last build wrote and that are not to be had;
   * the others stand in the new site's folder.
   */
  constructor(site: string, frame: string, last: NotedFiles | undefined, lost: Iterable<string>) {
    this.#site = site
    this.#frame = frame
    this.#last = last?.files ?? {}
    this.#lost = new Set(lost)
    this.#isInFrame = last?.frame === frame
  }

  /** The files that the last build wrote with signatures that begin so, up to the first `|`. */
  signedSo(beginning: string): [path: string, signature: string][] {
    this.#byBeginning ??= byBeginning(this.#isInFrame ? this.#last : {})
    return this.#byBeginning.get(beginning) ?? []
  }

  /** Whether this build has signed what a file is made from. */
  isSigned(path: string): boolean {
    return this.#signatures.has(path)
  }

  /**
   * The anchors of the file that was written from the same, which `isSame` tells by what was signed before; undefined where
   * there is none. From now on the signature is the file's.
   */
  keep(
    path: string,
    signature: string,
    isSame = (before: string): boolean => before === signature,
  ): string | undefined {
    const last = this.#isInFrame ? this.#last[path] : undefined
    if (!last || !isSame(last[0]) || this.#lost.has(path)) {
      this.#signatures.set(path, signature)
      return undefined
    }
    const [before, size, time, ids] = last
    this.#now.set(path, before === signature ? last : [signature, size, time, ids])
    return ids
  }

  /** Notes a file that was written, and its anchors. */
  put({ path, size, time }: WrittenFile, ids: string): void {
    this.#now.set(path, [this.#signatures.get(path) ?? '', size, time, ids])
    this.#signatures.delete(path)
  }

  /** Files that the last build wrote and this one does not. */
  get gone(): string[] {
    return Object.keys(this.#last).filter((path) => !this.#now.has(path))
  }

  /** Whether every page that the last build wrote, and every anchor on it, is still there. */
  get lostNothing(): boolean {
    for (const path in this.#last) {
      const ids = this.#last[path]?.[3] ?? ''
      const now = this.#now.get(path)
      if (!now || (now[3] !== ids && !ids.split(' ').every((id) => ` ${now[3]} `.includes(` ${id} `))))
        return false
    }
    return true
  }

  /**
   * To be called when the site is in its place. Until then the notes are those of the site before: no file that was written
   * anew fits them, so that none of these is kept and the site is not taken for the one noted; so it stays where notes
   * cannot be written. `others` are the names at the site's root of what is no page and no feed.
   */
  save(others: readonly string[], made: Pick<NotedFiles, 'from' | 'counts'>): void {
    const notes = notesOf(this.#site)
    const files = Object.fromEntries(this.#now)
    const draft = `${notes}.${process.pid}`
    try {
      mkdirSync(dirname(notes), { recursive: true })
      const noted: NotedFiles = {
        frame: this.#frame,
        files,
        others: othersIn(this.#site, others, files),
        ...made,
      }
      writeFileSync(draft, JSON.stringify(noted))
      renameSync(draft, notes)
    } catch (error) {
      if (!isSystemError(error)) throw error
      discard(draft)
    }
  }
}

function byBeginning(files: NotedFiles['files']): Map<string, [path: string, signature: string][]> {
  const found = new Map<string, [string, string][]>()
  for (const path in files) {
    const signature = files[path]?.[0] ?? ''
    const end = signature.indexOf('|')
    if (end < 0) continue
    const beginning = signature.slice(0, end)
    const paths = found.get(beginning)
    if (paths) paths.push([path, signature])
    else found.set(beginning, [[path, signature]])
  }
  return found
}
