import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { leadsTo } from '../../content/address.ts'
import { detached } from '../../content/detached.ts'
import { listFiles } from '../../content/files.ts'
import { byCodePoint } from '../../content/order.ts'
import type { Problem } from '../../content/problem.ts'

/** What a page links to, and the anchors that stand on it. */
export interface PageLinks {
  links: Set<string>
  ids: Set<string>
}

/** Links to other pages with the first page that has each, and those that lead nowhere at first sight. */
export interface LinksFound {
  from: ReadonlyMap<string, string>
  dead: readonly Problem[]
}

/**
 * The links of a site, gathered page by page. A link to another page is kept once, with the first page that has it, and
 * anchors as one text a page: the lists of ten thousand pages would fill hundreds of megabytes.
 */
export class Links {
  readonly root: string
  readonly #from = new Map<string, string>()
  readonly #anchors = new Map<string, string>()
  readonly #dead: Problem[] = []

  /** `root` is the path prefix, such as `/repo/`. */
  constructor(root: string) {
    this.root = root
  }

  /** Takes in a page, by its path below the site's folder; gives back its anchors. */
  add(page: string, { links, ids }: PageLinks): string {
    const anchors = [...ids].join(' ')
    this.keep(page, anchors)
    for (const link of links) {
      if (link.startsWith('#')) {
        if (link.length > 1 && !ids.has(decoded(link.slice(1))))
          this.#dead.push(problem(page, link, NO_ANCHOR))
      } else if (!link.startsWith('/') && /^[a-z][a-z0-9+.-]*:/i.test(link)) {
        if (!leadsTo(link)) this.#dead.push(problem(page, link, 'a link may lead to the web or to mail only'))
      } else this.#note(link, page)
    }
    return anchors
  }

  /** Takes in a page whose links were found right before; what they lead to has to be there still. */
  keep(page: string, anchors: string): void {
    this.#anchors.set(page, anchors)
  }

  /** What was found, to be joined to the links that were found elsewhere. */
  get found(): LinksFound {
    return { from: this.#from, dead: this.#dead }
  }

  /** Takes in what was found elsewhere; the pages' anchors are to be told by `keep`. */
  join({ from, dead }: LinksFound): void {
    for (const [link, page] of from) this.#note(link, page)
    for (const problem of dead) this.#dead.push(problem)
  }

  /** The first page that has a link is told of it, so that nothing depends on which are read first. */
  #note(link: string, page: string): void {
    const before = this.#from.get(link)
    if (before === undefined) this.#from.set(detached(link), page)
    else if (page < before) this.#from.set(link, page)
  }

  /** Internal links that lead nowhere, each named once. `folder` is asked for what is no page. */
  dead(folder: string): Problem[] {
    const found = [...this.#from].flatMap(([link, page]) => {
      const why = this.#deadReason(link, folder)
      return why ? [problem(page, link, why)] : []
    })
    return [...this.#dead, ...found].sort(
      (a, b) => byCodePoint(a.file, b.file) || byCodePoint(String(a.value), String(b.value)),
    )
  }

  #deadReason(link: string, folder: string): string | undefined {
    const [address = '', anchor] = link.split('#')
    // What is asked of a page is no part of where it stands.
    const [path = ''] = address.split('?')
    if (!path.startsWith(this.root)) return `the link leaves the site's root ${this.root}`
    const below = decoded(path.slice(this.root.length))
    if (/(?:^|[\\/])\.{1,2}(?:[\\/]|$)/.test(below)) return 'write where it leads without . and ..'
    const file = below === '' || below.endsWith('/') ? `${below}index.html` : below
    if (!this.#anchors.has(file) && !existsSync(join(folder, file))) return 'no page stands there'
    return anchor && !` ${this.#anchors.get(file) ?? ''} `.includes(` ${decoded(anchor)} `)
      ? NO_ANCHOR
      : undefined
  }
}

const NO_ANCHOR = 'the page has no such anchor'

const problem = (file: string, value: string, fix: string): Problem => ({ file, field: 'link', value, fix })

/**
 * Internal links, images and anchors of a built site that lead nowhere, and others that lead where none may. `root` is
 * the path prefix, such as `/repo/`.
 */
export function findDeadLinks(folder: string, root: string): Problem[] {
  const pages = listFiles(
    folder,
    (name) => name.endsWith('.html'),
    () => undefined,
  )
  const links = new Links(root)
  for (const page of pages) links.add(page, readLinks(readFileSync(join(folder, page), 'utf8')))
  return links.dead(folder)
}

/** A path with its escapes undone; as it is where they are broken. */
function decoded(path: string): string {
  if (!path.includes('%')) return path
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * Links and anchors of a page that this site's components wrote: attributes stand in double quotes, which text never
 * holds unescaped. Reading pages with a parser took as long as rendering them.
 */
export function readLinks(html: string): PageLinks {
  const links = new Set<string>()
  const ids = new Set<string>()
  for (let at = html.indexOf('="'); at >= 0; ) {
    const from = at + 2
    const name = nameBefore(html, at)
    const to = name ? html.indexOf('"', from) : at + 1
    if (to < 0) break
    if (name) {
      const value = html.slice(from, to)
      ;(name === 'id' ? ids : links).add(value.includes('&') ? unescaped(value) : value)
    }
    at = html.indexOf('="', to + 1)
  }
  return { links, ids }
}

/** Names of the attributes that are read, by the code unit that they end with. */
const NAMES = new Map(['href', 'src', 'id'].map((name) => [name.charCodeAt(name.length - 1), name]))

/** Which of them it is that ends right before `at`. */
function nameBefore(html: string, at: number): string | undefined {
  const name = NAMES.get(html.charCodeAt(at - 1))
  if (!name) return undefined
  const before = at - name.length - 1
  return before >= 0 && html.startsWith(name, before + 1) && isSpace(html.charCodeAt(before))
    ? name
    : undefined
}

const isSpace = (code: number): boolean => code === 0x20 || /\s/.test(String.fromCharCode(code))

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** The escapes that the renderers of components and of Markdown write. */
const unescaped = (value: string): string =>
  value.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '')
