import type { Republish } from '../content/fields.ts'
import type { Site } from '../content/site.ts'
import type { Period } from './chart.ts'
import type { ArticleView } from './views/article.ts'
import type { EditionView } from './views/edition.ts'
import type { FeedPlace, FeedView } from './views/feed.ts'
import type { LedgerView } from './views/ledger.ts'
import type { Located, PublisherRef } from './views/place.ts'
import type { StoryView, TellingView } from './views/story.ts'
import type { IntersectionPage, IntersectionView, TopicPage, TopicView } from './views/topic.ts'

export type * from './views/article.ts'
export type * from './views/edition.ts'
export type * from './views/feed.ts'
export type * from './views/ledger.ts'
export type * from './views/place.ts'
export type * from './views/said.ts'
export type * from './views/story.ts'
export type * from './views/topic.ts'

export interface PublisherView extends PublisherRef {
  id: string
  agency: boolean
  domains: string[]
  republish: Republish
  articles: ArticleView[]
  feed: FeedPlace
}

/** Stories of one month; `month` is 1 to 12. */
export interface MonthView extends Located {
  year: number
  month: number
  stories: StoryView[]
}

export interface YearView extends Located {
  year: number
  months: MonthView[]
  count: number
}

/** Redirect left where a merged story stood. */
export interface RedirectView extends Located {
  title: string
  to: StoryView
}

/** The picture shown where a link to the digest is shared. */
export interface PictureView extends Located {
  /** In pixels. */
  width: number
  height: number
  alt: string
}

interface PageView {
  title: string
  html: string
}

/** The whole digest as the pages see it. Stories stand newest first, undated ones last. */
export interface Digest {
  site: Site
  picture?: PictureView
  /** Absolute address of a `url`. */
  absolute(url: string): string
  /** `url` of a path below the site's root, such as `about/` or `assets/style.css`. */
  href(path: string): string
  stories: StoryView[]
  articles: ArticleView[]
  /** By name. */
  topics: TopicView[]
  topicPages: TopicPage[]
  leadTopics: TopicView[]
  /** By id. */
  intersections: IntersectionView[]
  intersectionPages: IntersectionPage[]
  /** Those that the site names, in its order. */
  namedIntersections: IntersectionView[]
  /** The ledger, or nothing where the content has no instruments. */
  ledgers: LedgerView[]
  /** What the bars of every chart stand for, the same on all pages so that they can be compared. */
  periods: Period[]
  publishers: PublisherView[]
  years: YearView[]
  months: MonthView[]
  undated: StoryView[]
  /** Newest first. */
  editions: EditionView[]
  redirects: RedirectView[]
  /** The main one, then those of topics, intersections and publishers, by name. */
  feeds: FeedView[]
  /** The feed of a publisher, by a name that the registry or an article has for it. */
  publisherFeed(name: string): FeedView | undefined
  about: PageView
  /** Tells of accounts beside the build, where there is much to tell. */
  telling?: TellingView
}
