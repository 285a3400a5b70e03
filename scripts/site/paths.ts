import type { FeedPlace, Located } from './views.ts'

/** Where pages live, under one base address and path prefix. The prefix enters here, once, and nowhere else. */
export class Paths {
  readonly #origin: string
  readonly #prefix: string

  /** `base` is the site's address; `prefix` a path such as `/repo/`, which takes precedence over the path in `base`. */
  constructor(base: string, prefix?: string) {
    const url = new URL(base)
    this.#origin = url.origin
    this.#prefix = `/${(prefix ?? url.pathname).split('/').filter(Boolean).join('/')}/`.replace('//', '/')
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
