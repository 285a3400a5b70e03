import type { Digest, TopicRef, TopicView } from '../views.ts'
import type { Thing } from './thing.ts'

const TYPES: Record<TopicRef['kind'], string> = {
  country: 'Country',
  person: 'Person',
  organisation: 'Organization',
  place: 'Place',
  topic: 'Thing',
  instrument: 'Thing',
  weapon: 'Thing',
}

/** What a topic stands for, where it is only named. */
export function topicRefThing(digest: Digest, { kind, name, url }: TopicRef): Thing {
  const page = digest.absolute(url)
  return { '@type': TYPES[kind], '@id': `${page}#topic`, name, url: page }
}

/** The same on the topic's own page, with what others call it and where they tell of it. */
export function topicThing(digest: Digest, topic: TopicView): Thing {
  const { aliases, description, officialUrl, wikidata } = topic
  const elsewhere = [wikidata && `https://www.wikidata.org/entity/${wikidata}`, officialUrl].filter(Boolean)
  return {
    ...topicRefThing(digest, topic),
    description: description || undefined,
    alternateName: aliases.length > 0 ? aliases : undefined,
    sameAs: elsewhere.length > 0 ? elsewhere : undefined,
  }
}
