import type { Digest, StoryView } from '../views.ts'
import type { Thing } from './thing.ts'
import { webSiteRef } from './web-site.ts'

interface Collection {
  name: string
  url: string
  /** What the stories have in common, where that is a subject. */
  about?: Thing[]
  /** Those of this page, in the order in which it lists them. */
  stories: StoryView[]
}

/** A page that lists stories. */
export function collectionPage(digest: Digest, { name, url, about, stories }: Collection): Thing {
  const address = digest.absolute(url)
  return {
    '@type': 'CollectionPage',
    '@id': `${address}#page`,
    url: address,
    name,
    inLanguage: digest.site.language,
    isAccessibleForFree: true,
    isPartOf: webSiteRef(digest),
    about,
    mainEntity:
      stories.length > 0
        ? {
            '@type': 'ItemList',
            numberOfItems: stories.length,
            itemListElement: stories.map((story, at) => ({
              '@type': 'ListItem',
              position: at + 1,
              name: story.title,
              url: digest.absolute(story.url),
            })),
          }
        : undefined,
  }
}
