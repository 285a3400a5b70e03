import type { Instrument } from '../../scripts/content/instrument.ts'
import type { Content } from '../../scripts/content/load.ts'
import { siteSchema } from '../../scripts/content/site.ts'
import { storySchema } from '../../scripts/content/story.ts'
import { topicSchema } from '../../scripts/content/topic.ts'

/** What `site.yaml` has to say of the made-up subject. */
export const SITE = {
  title: 'Salt Wire',
  tagline: 'All about salt',
  description: 'A digest of a made-up subject.',
  url: 'https://salt.example/',
  authority: { domain: 'salt.example', date: '2024-01-01' },
  author: 'Salt Wire',
}

/** A topic of the made-up subject: its id, and the id of the broader one. */
type MadeUpTopic = [id: string, parent?: string]

/** A story of the made-up subject: its day, if it has one, and its topics. */
export type MadeUpStory = [date: string | undefined, ...topics: string[]]

interface MadeUp {
  topics: MadeUpTopic[]
  stories: MadeUpStory[]
  intersections?: string[][]
  instruments?: Instrument[]
}

/** Content without a file: topics named like their ids, stories `story-0` and so on in the order given. */
export function madeUpContent({ topics, stories, intersections = [], instruments = [] }: MadeUp): Content {
  return {
    articles: [],
    publishers: [],
    pages: [],
    unread: [],
    problems: [],
    site: siteSchema.parse({ ...SITE, intersections }),
    topics: topics.map(([id, parent]) => ({
      ...topicSchema.parse({ id, kind: 'topic', name: id, parent }),
      body: '',
      file: `topics/${id}.md`,
    })),
    stories: stories.map(([date, ...tags], at) => ({
      ...storySchema.parse({ id: `story-${at}`, title: `Story ${at}`, date, topics: tags }),
      body: '',
      file: `stories/story-${at}.md`,
    })),
    instruments,
  }
}
