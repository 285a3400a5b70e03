import type { Located } from './place.ts'
import type { StoryView } from './story.ts'

/** Where the feeds of something are: the Atom feed, and the same in RSS. */
export interface FeedPlace extends Located {
  rss: Located
}

/** What a feed says of itself, whatever its entries are. */
export interface FeedHead {
  /** What its id says after the site's authority, such as `feed` or `topics/russia`. It never changes. */
  name: string
  /** What it is about, as lists of feeds say it. */
  label: string
  title: string
  subtitle: string
  /** Href of the page that it follows. */
  page: string
}

/** The feed of weekly editions. */
export type EditionsFeed = FeedHead & FeedPlace

/** A feed of stories. */
export interface FeedView extends FeedHead, FeedPlace {
  of: 'all' | 'topic' | 'intersection' | 'publisher'
  /** In JSON Feed format, where it has that. */
  json?: Located
  /** Href of the folder of its archives, where it may have some. */
  archives?: string
  /** Newest arrival first. */
  stories: StoryView[]
}
