import { hash } from 'node:crypto'
import { readFileSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ContentError } from '../../content/problem.ts'
import { type Links, readLinks } from './links.ts'
import type { Manifest } from './manifest.ts'
import type { Placed, Signatures } from './signature.ts'
import { SiteFolder } from './site-folder.ts'
import { Writing } from './writing.ts'

/** Files that a build writes itself before it begins a thread for the others: after an edit there are hundreds. */
const ALONE = 1000

/** A file that is made from a view together with others; the parts of its bytes are made when they are asked for. */
interface MadeTogether {
  output: string
  parts(): Uint8Array[]
  /** What it shows, and nothing else. */
  shows?: Placed
}

/**
 * Writes the pages of a build into its folder as they are rendered, and takes over from the last site those that would
 * come out the same.
 *
 * Eleventy keeps every page's text until the last is written; what it is given no text for it does not write. Ten
 * thousand articles would otherwise be held in memory whole.
 */
export class PageWriter {
  /** The site's folder. */
  readonly folder: string
  readonly #links: Links
  readonly #manifest: Manifest
  readonly #alone: number
  readonly #site: SiteFolder
  #writing: Writing | undefined
  readonly #signatures: Signatures
  readonly #paths = new Set<string>()
  readonly #kept: string[] = []
  /** Files that were rendered, and that were taken over. */
  readonly counts = { rendered: 0, kept: 0 }

  /** `alone` says how many files are written before a thread is begun. */
  constructor(folder: string, links: Links, manifest: Manifest, signatures: Signatures, alone = ALONE) {
    this.folder = folder
    this.#links = links
    this.#manifest = manifest
    this.#alone = alone
    this.#site = new SiteFolder(folder)
    this.#signatures = signatures
  }

  /** Whether the page of a view has to be rendered, which shows `around` beside it; if not, it is taken over. */
  isDue(path: string, view: Placed, around: unknown): boolean {
    return !this.#keep(path, this.#signatures.of(view, around))
  }

  /**
   * Writes the files that are made from a view together, and whose number that decides, or takes all of them over. They show
   * nothing beside the view; of those that say what they show, the ones that would come out the same are taken over alone.
   */
  async putTogether(view: Placed, files: () => Iterable<MadeTogether>): Promise<void> {
    const all = this.#signatures.of(view, '')
    const before = this.#manifest
      .signedSo(all)
      .map(([path, signature]) => [path, this.#manifest.keep(path, signature)] as const)
    if (before.length > 0 && before.every(([, ids]) => ids !== undefined)) {
      for (const [path, ids = ''] of before) this.#takeOver(path, ids)
      return
    }
    for (const file of files()) {
      const own = `|${file.shows ? this.#signatures.of(file.shows, '') : ''}`
      const isSame = (signed: string) => file.shows !== undefined && signed.endsWith(own)
      const ids = this.#manifest.keep(file.output, all + own, isSame)
      if (ids !== undefined) this.#takeOver(file.output, ids)
      else await this.#put(file.output, file.parts())
    }
  }

  /** Writes a page, by its path below the site's folder. */
  async put(path: string, text: string): Promise<void> {
    if (this.#manifest.isSigned(path)) await this.#put(path, text)
    else await this.putUnlessSame(path, text)
  }

  /** Writes a file that is made in any case, unless it is there as the last build wrote it. */
  async putUnlessSame(path: string, text: string): Promise<void> {
    if (!this.#keep(path, hash('sha1', text, 'base64'))) await this.#put(path, text)
  }

  /** Waits until every file is written. */
  async finish(): Promise<void> {
    await this.#writing?.finish()
  }

  /** To be called at the end in any case. */
  async end(): Promise<void> {
    await this.#writing?.end()
  }

  /** Has the links of the pages that were taken over looked at again: what they lead to may be gone. */
  readKept(): void {
    for (const path of this.#kept)
      if (path.endsWith('.html'))
        this.#links.add(path, readLinks(readFileSync(join(this.folder, path), 'utf8')))
  }

  /** Removes what the last build wrote and this one does not, and the folders that it leaves empty. */
  clear(): void {
    for (const path of this.#manifest.gone) {
      rmSync(join(this.folder, path), { force: true })
      for (let at = dirname(path); at !== '.' && isRemoved(join(this.folder, at)); ) at = dirname(at)
    }
  }

  #keep(path: string, signature: string): boolean {
    const ids = this.#manifest.keep(path, signature)
    if (ids !== undefined) this.#takeOver(path, ids)
    return ids !== undefined
  }

  #takeOver(path: string, ids: string): void {
    this.#claim(path)
    this.#links.keep(path, ids)
    this.#kept.push(path)
    this.counts.kept++
  }

  async #put(path: string, content: string | Uint8Array[]): Promise<void> {
    this.#claim(path)
    if (this.counts.rendered++ === this.#alone) this.#writing = this.#beginWriting()
    if (this.#writing) await this.#writing.write(path, content)
    else {
      const isPage = typeof content === 'string' && path.endsWith('.html')
      const anchors = isPage ? this.#links.add(path, readLinks(content)) : ''
      const whole = typeof content === 'string' ? content : Buffer.concat(content)
      this.#manifest.put(this.#site.write(path, whole), anchors)
    }
  }

  #beginWriting(): Writing {
    const { folder } = this
    return new Writing({ folder, root: this.#links.root }, this.#links, ({ anchors, ...file }) => {
      this.#links.keep(file.path, anchors)
      this.#manifest.put(file, anchors)
    })
  }

  /** No two pages go to one place: the second would silently take the first one's. */
  #claim(path: string): void {
    if (this.#paths.has(path))
      throw new ContentError([
        { file: path, fix: 'two pages would be written here; give what one of them is of another id' },
      ])
    this.#paths.add(path)
  }
}

/** Removes a folder if it is empty; says whether it is gone. */
function isRemoved(folder: string): boolean {
  try {
    rmdirSync(folder)
    return true
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return true
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(code)) return false
    throw error
  }
}
