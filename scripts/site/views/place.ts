import type { TopicFields } from '../../content/topic.ts'

/** What every kind of page has: `url` is ready for an href (path prefix included), `output` is its file below _site. */
export interface Located {
  url: string
  output: string
}

export interface TopicRef extends Located {
  id: string
  name: string
  kind: TopicFields['kind']
}

export interface PublisherRef {
  id?: string
  name: string
  /** Anchor on the publishers page. */
  url?: string
  sample: boolean
}
