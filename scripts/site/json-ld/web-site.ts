import type { Digest } from '../views.ts'
import { publisherOf, type Thing } from './thing.ts'

/** The whole digest, which the front page stands for. */
export function webSite(digest: Digest): Thing {
  const { description, language, title } = digest.site
  return {
    ...webSiteRef(digest),
    name: title,
    description,
    inLanguage: language,
    publisher: publisherOf(digest),
  }
}

/** The digest where it is only named. */
export function webSiteRef(digest: Digest): Thing {
  const home = digest.absolute(digest.href(''))
  return { '@type': 'WebSite', '@id': `${home}#site`, url: home, name: digest.site.title }
}
