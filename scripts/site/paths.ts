import { leadsTo } from '../content/address.ts'
import type { FeedPlace, Located } from './views.ts'

/** Where pages live, under one base address and path prefix. The prefix enters here, once, and nowhere else. */
export class Paths {
  readonly #origin: string
  readonly #prefix: string

  /**
   * `base` is the site's address; `prefix` a path such as `/repo/`, which takes precedence over the path in `base`. Both
   * are such as `siteProblem` and `prefixProblem` find nothing wrong with.
   */
  constructor(base: string, prefix?: string) {
    const url = new URL(base)
    this.#origin = url.origin
    this.#prefix = ['', ...namesIn(prefix ?? url.pathname).map(encodeURIComponent), ''].join('/')
  }

  /** What an href says for a path below the root, such as `about/`. */
  href(path: string): string {
    return this.#prefix + path
  }

  /** The absolute address of an href. */
  absolute(href: string): string {
    return this.#origin + href
  }

  /** A page at a path that ends with `/`, or a file. */
  locate(path: string): Located {
    return { url: this.href(path), output: path.endsWith('/') ? `${path}index.html` : path }
  }

  /** The feeds in a folder, such as `topics/russia/`. */
  feedAt(folder: string): FeedPlace {
    return { ...this.locate(`${folder}feed.xml`), rss: this.locate(`${folder}rss.xml`) }
  }
}

/** The folders of a path, whether it is written with escapes (`%20`) or without. */
const namesIn = (path: string): string[] => path.split('/').filter(Boolean).map(decodeURIComponent)

/** Why a site cannot be published at an address, and what to write instead; undefined where it can. */
export function siteProblem(address: string): string | undefined {
  if (leadsTo(address) !== 'web')
    return 'write an address that begins with http:// or https://, without spaces, backslashes or a user name'
  if (/[?#]/.test(address)) return 'leave out everything from ? or # on'
  return prefixProblem(new URL(address).pathname)
}

/** Why a path cannot stand before all of a site's, and what to write instead; undefined where it can. */
export function prefixProblem(path: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(path))
    return 'write a path such as /repo/ (a shell that makes it a path of this machine passes on //repo/ or repo)'
  if (/[\\?#\p{Cc}\p{Cf}\p{Cs}]/u.test(path)) return 'write a path of plain folder names, such as /repo/'
  try {
    const names = namesIn(path)
    if (names.some((name) => /^\.{1,2}$|[/\\\p{Cc}\p{Cf}]/u.test(name)))
      return 'write a path without . and .., slashes or control characters in its names, such as /repo/'
  } catch {
    return 'write % as %25: it begins an escape'
  }
  return undefined
}
