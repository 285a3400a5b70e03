import { hash } from 'node:crypto'
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Links, readLinks } from './links.ts'
import type { Manifest } from './manifest.ts'
import { Signatures } from './signature.ts'

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
  readonly #signatures = new Signatures()
  readonly #made = new Set<string>()
  readonly #kept: string[] = []
  /** Files that were rendered, and that were taken over. */
  readonly counts = { rendered: 0, kept: 0 }

  constructor(folder: string, links: Links, manifest: Manifest) {
    this.folder = folder
    this.#links = links
    this.#manifest = manifest
  }

  /** Of these views those whose pages have to be rendered; the others' pages are taken over. */
  due<T extends { output: string }>(views: T[]): T[] {
    return views.filter((view) => !this.#keep(view.output, this.#signatures.of(view)))
  }

  /** Writes a page, by its path below the site's folder. */
  put(path: string, text: string): void {
    if (this.#manifest.isSigned(path)) this.#put(path, text)
    else this.putUnlessSame(path, text)
  }

  /** Writes a file that is made in any case, unless it is there as the last build wrote it. */
  putUnlessSame(path: string, text: string): void {
    if (!this.#keep(path, hash('sha1', text, 'base64'))) this.#put(path, text)
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
    if (!before) return false
    if (before.from) linkSync(before.from, this.#place(path))
    this.#links.keep(path, before.ids)
    this.#kept.push(path)
    this.counts.kept++
    return true
  }

  #put(path: string, text: string): void {
    const file = this.#place(path)
    writeFileSync(file, text)
    this.counts.rendered++
    const isPage = path.endsWith('.html')
    this.#manifest.put(path, isPage ? this.#links.add(path, readLinks(text)) : '')
  }

  #place(path: string): string {
    const file = join(this.folder, path)
    const folder = dirname(file)
    if (!this.#made.has(folder)) {
      mkdirSync(folder, { recursive: true })
      this.#made.add(folder)
    }
    // Never written over: the last site may have the same file under its name.
    if (this.#manifest.isTaken(path)) rmSync(file, { force: true })
    return file
  }
}
