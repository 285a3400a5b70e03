import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser } from 'htmlparser2'
import { leadsTo } from '../content/address.ts'
import { listFiles } from '../content/files.ts'
import type { Problem } from '../content/problem.ts'

/**
 * Internal links, images and anchors of a built site that lead nowhere, and others that lead where none may. `root` is the
 * path prefix, such as `/repo/`.
 */
export function findDeadLinks(folder: string, root: string): Problem[] {
  const pages = listFiles(
    folder,
    (name) => name.endsWith('.html'),
    () => undefined,
  )
  const read = pages.map((page) => ({ page, ...readLinks(readFileSync(join(folder, page), 'utf8')) }))
  const anchors = new Map(read.map(({ page, ids }) => [page, ids]))
  const present = new Map<string, boolean>()
  const exists = (path: string) => {
    const known = present.get(path)
    if (known !== undefined) return known
    const found = existsSync(join(folder, path))
    present.set(path, found)
    return found
  }
  return read.flatMap(({ page, links }) =>
    [...links].flatMap((link) => {
      const why = deadReason(link, page, root, anchors, exists)
      return why ? [{ file: page, field: 'link', value: link, fix: why }] : []
    }),
  )
}

function deadReason(
  link: string,
  page: string,
  root: string,
  anchors: Map<string, Set<string>>,
  exists: (path: string) => boolean,
): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link))
    return leadsTo(link) ? undefined : 'a link may lead to the web or to mail only'
  const [path = '', anchor] = link.split('#')
  if (path && !path.startsWith(root)) return `the link leaves the site's root ${root}`
  const below = decoded(path.slice(root.length))
  if (/(?:^|[\\/])\.{1,2}(?:[\\/]|$)/.test(below)) return 'write where it leads without . and ..'
  const file = path ? (below === '' || below.endsWith('/') ? `${below}index.html` : below) : page
  if (!exists(file)) return 'no page stands there'
  return anchor && !anchors.get(file)?.has(decoded(anchor)) ? 'the page has no such anchor' : undefined
}

/** A path with its escapes undone; as it is where they are broken. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function readLinks(html: string): { links: Set<string>; ids: Set<string> } {
  const links = new Set<string>()
  const ids = new Set<string>()
  new Parser({
    onopentag(_, { href, src, id }) {
      if (href !== undefined) links.add(href)
      if (src !== undefined) links.add(src)
      if (id !== undefined) ids.add(id)
    },
  }).end(html)
  return { links, ids }
}
