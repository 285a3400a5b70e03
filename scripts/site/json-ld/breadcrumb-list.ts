import type { Digest } from '../views.ts'
import type { Thing } from './thing.ts'

/** A page on the way from the front page to another. */
export interface Crumb {
  name: string
  url: string
}

/** The way from the front page to a page, the page itself included. */
export function breadcrumbList(digest: Digest, crumbs: Crumb[], page: Crumb): Thing {
  const way = [{ name: digest.site.title, url: digest.href('') }, ...crumbs, page]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: way.map(({ name, url }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: digest.absolute(url),
    })),
  }
}
