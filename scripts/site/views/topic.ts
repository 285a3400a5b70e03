import type { FeedPlace } from './feed.ts'
import type { Located, TopicRef } from './place.ts'
import type { SayingView } from './said.ts'
import type { StoryView } from './story.ts'

/** One of the numbered pages over which the stories of something are spread. */
export interface StoriesPage extends Located {
  number: number
  stories: StoryView[]
}

/** One page of a topic: the first carries what the topic is. */
export interface TopicPage extends StoriesPage {
  topic: TopicView
}

export interface TopicView extends TopicRef {
  descriptionHtml: string
  /** The description as plain text. */
  description: string
  aliases: string[]
  wikidata?: string
  officialUrl?: string
  parent?: TopicRef
  children: TopicRef[]
  related: TopicRef[]
  /** Newest first. */
  stories: StoryView[]
  pages: TopicPage[]
  /** What it is reported to have said, in the latest stories. */
  sayings: SayingView[]
  feed: FeedPlace
  /** Topics that it is seen with more than chance would have it, the most telling first. */
  company: CompanyView[]
  /** Pages of the stories that it has in common with others, by id. */
  intersections: IntersectionView[]
}

/** A topic in the company of another: they are `together` on so many of its `of` stories. */
export interface CompanyView {
  topic: TopicRef
  together: number
  of: number
  /** Page of the stories they have in common, where that is a page of its own. */
  page?: Located
}

/** The stories that two or more topics have in common. */
export interface IntersectionView extends Located {
  /** The topics' ids in code-point order, joined by `+`. */
  id: string
  /** In the order of their ids. */
  topics: TopicRef[]
  /** Number of stories of each of its topics, in their order. */
  alone: number[]
  /** Newest first. */
  stories: StoryView[]
  pages: IntersectionPage[]
  feed: FeedPlace
  /** Intersections of some of its topics only. */
  wider: IntersectionView[]
  /** Intersections of its topics with further ones. */
  narrower: IntersectionView[]
}

/** One page of an intersection. */
export interface IntersectionPage extends StoriesPage {
  intersection: IntersectionView
}
