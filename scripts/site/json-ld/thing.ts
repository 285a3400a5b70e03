import type { Digest } from '../views.ts'

/** A node of a page's structured data, in the words of schema.org. What is undefined is not written. */
export interface Thing {
  '@type': string
  '@id'?: string
  [property: string]: unknown
}

/** All that a page says of itself to machines, as one JSON-LD document. */
export function graphOf(things: Thing[]): object {
  return { '@context': 'https://schema.org', '@graph': things }
}

/** The digest as an organisation: it publishes the stories. */
export function publisherOf(digest: Digest): Thing {
  const { author, title } = digest.site
  const home = digest.absolute(digest.href(''))
  return {
    '@type': 'Organization',
    '@id': `${home}#publisher`,
    name: title,
    url: home,
    alternateName: author === title ? undefined : author,
  }
}
