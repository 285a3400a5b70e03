import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheOf } from '../swap.ts'
import type { WrittenFile } from './site-folder.ts'

/** A file as a build wrote it: what was signed, its size in bytes, when it was written (ms), its anchors. */
type Written = [signature: string, size: number, time: number, ids: string]

interface Stored {
  frame: string
  files: Record<string, Written>
}

/** What becomes of a file that would come out as it was. */
export interface Kept {
  /** Where the last site has it; undefined where it stands in its place already. */
  from?: string
  ids: string
}

/**
 * What the last build wrote into its site, and what the one before wrote into the folder that this one goes on with, so
 * that what would come out the same need not be rendered. It is kept beside the site and may be deleted at any time. A
 * file counts only while it is the one that was written: same size, same time.
 */
export class Manifest {
  readonly #site: string
  readonly #fresh: string
  readonly #frame: string
  readonly #last: Map<string, Written>
  readonly #spare: Map<string, Written>
  #byBeginning: Map<string, [path: string, signature: string][]> | undefined
  readonly #signatures = new Map<string, string>()
  readonly #now = new Map<string, Written>()

  /** `frame` signs all that every page depends on: of a site in another frame nothing is kept. */
  constructor(site: string, fresh: string, frame: string) {
    this.#site = site
    this.#fresh = fresh
    this.#frame = frame
    this.#last = readFiles(cacheOf(site, 'files.json'), frame)
    this.#spare = existsSync(fresh) ? readFiles(cacheOf(site, 'spare.json'), frame) : new Map()
  }

  /** Places where an earlier build left a file, which may be the last site's under another name. */
  get taken(): ReadonlySet<string> {
    return new Set(this.#spare.keys())
  }

  /** The files that the last build wrote with signatures that begin so, up to the first `|`. */
  signedSo(beginning: string): [path: string, signature: string][] {
    this.#byBeginning ??= byBeginning(this.#last)
    return this.#byBeginning.get(beginning) ?? []
  }

  /** Whether this build has signed what a file is made from. */
  isSigned(path: string): boolean {
    return this.#signatures.has(path)
  }

  /**
   * The file that was written from the same, which `isSame` tells by what was signed before; undefined where there is none.
   * From now on the signature is the file's.
   */
  keep(
    path: string,
    signature: string,
    isSame = (before: string): boolean => before === signature,
  ): Kept | undefined {
    this.#signatures.set(path, signature)
    const spare = this.#spare.get(path)
    if (spare && isSame(spare[0]) && isIntact(join(this.#fresh, path), spare)) {
      this.#now.set(path, [signature, spare[1], spare[2], spare[3]])
      return { ids: spare[3] }
    }
    const last = this.#last.get(path)
    const from = join(this.#site, path)
    if (!last || !isSame(last[0]) || !isIntact(from, last)) return undefined
    this.#now.set(path, [signature, last[1], last[2], last[3]])
    return { from, ids: last[3] }
  }

  /** Notes a file that was written, and its anchors. */
  put({ path, size, time }: WrittenFile, ids: string): void {
    this.#now.set(path, [this.#signatures.get(path) ?? '', size, time, ids])
  }

  /** All files of this build. */
  get paths(): Iterable<string> {
    return this.#now.keys()
  }

  /** Whether every page that the last build wrote, and every anchor on it, is still there. */
  get lostNothing(): boolean {
    for (const before of [this.#last, this.#spare]) {
      for (const [path, [, , , ids]] of before) {
        const now = this.#now.get(path)
        if (!now || (now[3] !== ids && !ids.split(' ').every((id) => ` ${now[3]} `.includes(` ${id} `))))
          return false
      }
    }
    return true
  }

  /** To be called when the folder is complete. Until the swap no file fits what is noted, so that nothing is kept. */
  save(): void {
    const [files, spare] = [cacheOf(this.#site, 'files.json'), cacheOf(this.#site, 'spare.json')]
    mkdirSync(dirname(files), { recursive: true })
    const draft = `${files}.${process.pid}`
    const stored: Stored = { frame: this.#frame, files: Object.fromEntries(this.#now) }
    writeFileSync(draft, JSON.stringify(stored))
    if (existsSync(files)) renameSync(files, spare)
    else rmSync(spare, { force: true })
    renameSync(draft, files)
  }
}

/** Files of a build in another frame are known, and their signatures are not: they are in the way. */
function readFiles(file: string, frame: string): Map<string, Written> {
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored
    const files = Object.entries(stored.files)
    if (stored.frame !== frame) for (const [, written] of files) written[0] = ''
    return new Map(files)
  } catch {
    return new Map()
  }
}

function byBeginning(files: Map<string, Written>): Map<string, [path: string, signature: string][]> {
  const found = new Map<string, [string, string][]>()
  for (const [path, [signature]] of files) {
    const end = signature.indexOf('|')
    if (end < 0) continue
    const beginning = signature.slice(0, end)
    const paths = found.get(beginning)
    if (paths) paths.push([path, signature])
    else found.set(beginning, [[path, signature]])
  }
  return found
}

function isIntact(file: string, [, size, time]: Written): boolean {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.size === size && found.mtimeMs === time
}
