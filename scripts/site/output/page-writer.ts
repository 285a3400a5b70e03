import { hash } from 'node:crypto'
import { linkSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ContentError } from '../../content/problem.ts'
import { type Links, readLinks } from './links.ts'
import type { Kept, Manifest } from './manifest.ts'
import { Signatures } from './signature.ts'
import { SiteFolder } from './site-folder.ts'
import { Writing } from './writing.ts'

/** Files that a build writes itself before it begins a thread for the others: after an edit there are hundreds. */
const ALONE = 1000

/** A file that is made from a view together with others; its bytes are made when they are asked for. */
interface MadeTogether {
  output: string
  bytes(): Uint8Array
  /** What it shows, and nothing else. */
  shows?: object
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
  readonly #signatures = new Signatures()
  readonly #paths = new Set<string>()
  readonly #kept: string[] = []
  /** Files that were rendered, and that were taken over. */
  readonly counts = { rendered: 0, kept: 0 }

  /** `alone` says how many files are written before a thread is begun. */
  constructor(folder: string, links: Links, manifest: Manifest, alone = ALONE) {
    this.folder = folder
    this.#links = links
    this.#manifest = manifest
    this.#alone = alone
    this.#site = new SiteFolder(folder, manifest.taken)
  }

  /** Whether the page of a view has to be rendered, which shows `around` beside it; if not, it is taken over. */
  isDue(path: string, view: object, around: unknown): boolean {
    return !this.#keep(path, this.#signatures.of(view, around))
  }

  /**
   * Writes the files that are made from a view together, and whose number that decides, or takes all of them over. They show
   * nothing beside the view; of those that say what they show, the ones that would come out the same are taken over alone.
   */
  async putTogether(view: object, files: () => Iterable<MadeTogether>): Promise<void> {
    const all = this.#signatures.of(view, '')
    const before = this.#manifest
      .signedSo(all)
      .map(([path, signature]) => [path, this.#manifest.keep(path, signature)] as const)
    if (before.length > 0 && before.every(([, kept]) => kept)) {
      for (const [path, kept] of before) if (kept) this.#takeOver(path, kept)
      return
    }
    for (const file of files()) {
      const own = `|${file.shows ? this.#signatures.of(file.shows, '') : ''}`
      const isSame = (signed: string) => file.shows !== undefined && signed.endsWith(own)
      const kept = this.#manifest.keep(file.output, all + own, isSame)
      if (kept) this.#takeOver(file.output, kept)
      else await this.#put(file.output, file.bytes())
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

  /** Removes all that the folder holds beside the files of this build and what stands below `others`. */
  clear(others: string[]): void {
    const wanted = new Set(others)
    for (const path of this.#manifest.paths)
      for (let at = path; at !== '.' && !wanted.has(at); at = dirname(at)) wanted.add(at)
    const visit = (below: string) => {
      for (const entry of readdirSync(join(this.folder, below), { withFileTypes: true })) {
        const path = below ? `${below}/${entry.name}` : entry.name
        if (!wanted.has(path)) rmSync(join(this.folder, path), { recursive: true, force: true })
        else if (entry.isDirectory() && !others.includes(path)) visit(path)
      }
    }
    visit('')
  }

  #keep(path: string, signature: string): boolean {
    const before = this.#manifest.keep(path, signature)
    if (before) this.#takeOver(path, before)
    return before !== undefined
  }

  #takeOver(path: string, { from, ids }: Kept): void {
    this.#claim(path)
    if (from) linkSync(from, this.#site.place(path))
    this.#links.keep(path, ids)
    this.#kept.push(path)
    this.counts.kept++
  }

  async #put(path: string, content: string | Uint8Array): Promise<void> {
    this.#claim(path)
    if (this.counts.rendered++ === this.#alone) this.#writing = this.#beginWriting()
    if (this.#writing) await this.#writing.write(path, content)
    else {
      const isPage = typeof content === 'string' && path.endsWith('.html')
      const anchors = isPage ? this.#links.add(path, readLinks(content)) : ''
      this.#manifest.put(this.#site.write(path, content), anchors)
    }
  }

  #beginWriting(): Writing {
    const { folder } = this
    const data = { folder, taken: this.#manifest.taken, root: this.#links.root }
    return new Writing(data, this.#links, ({ anchors, ...file }) => {
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
