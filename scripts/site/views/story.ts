import type { DateFrom } from '../../content/article.ts'
import type { IsoDate } from '../../content/date.ts'
import type { Correction, Reference } from '../../content/story.ts'
import type { WhatIsNew } from '../story/novelty.ts'
import type { SideBySide } from '../story/side-by-side.ts'
import type { ArticleView } from './article.ts'
import type { Located, TopicRef } from './place.ts'
import type { DifferenceView, SpeakersView } from './said.ts'

/** Independent account of an event with the copies of it that others printed. */
export interface Account {
  original: ArticleView
  copies: ArticleView[]
}

/** What a story rests on. */
export interface Basis {
  articles: number
  accounts: number
  /** Agencies or publishers that wrote the accounts, by name. */
  originators: string[]
  references: number
}

export interface StoryView extends Located {
  id: string
  /** Its permanent id in feeds. */
  feedId: string
  title: string
  date?: IsoDate
  dateFrom?: DateFrom
  summary: string
  /** The editor's note as HTML; empty where there is none. */
  html(): string
  /** The note's text by blocks. */
  paragraphs(): string[]
  topics: TopicRef[]
  /** The article that speaks for it where its file sets no title, summary or note. */
  lead?: ArticleView
  accounts: Account[]
  /** Who says what in its accounts; worked out when asked for. */
  speakers(): SpeakersView
  /** All that its page tells of its accounts; worked out when asked for. */
  sections(): StorySections
  references: Reference[]
  basis: Basis
  corrections: Correction[]
  /** Titles of the stories that were merged into it. */
  merged: string[]
  /** When it last said something new, by the log of arrivals and the days of its content: RFC 3339, by whole minutes. */
  updated: string
  /** What that was, where the log tells: its marks, or what there was more of. */
  latestNews: string[]
  /** Its places in the order in which stories and their news arrived, the first ones lowest. */
  arrivals: number[]
  pinned: boolean
  /** Whether any of its articles is one of the invented samples. */
  sample: boolean
  /** Hash of the editor's note. */
  revision: string
  storyline: StorylineView
}

export interface StorySections {
  /** Each account that others copied, beside the copies of it. */
  sideBySide: SideBySide[]
  /** What its accounts give differently. */
  differences: DifferenceView[]
  speakers: SpeakersView
  /** What its articles say that none said before, by day; undefined where they span no two days. */
  whatIsNew?: WhatIsNew
}

/** The sections of a story's page that are worked out of its accounts' texts, as HTML. */
export interface ToldAccounts {
  html: string
  /** Whether anything is given differently, and whether anybody speaks. */
  differ: boolean
  speak: boolean
}

/** Stories whose accounts are told beside the build. */
export interface TellingView {
  /** Waits until a story has been told, or is for the one who asks to tell. */
  ready(story: StoryView): Promise<void>
  /** What it came to, once; undefined where nobody told it. */
  take(story: StoryView): ToldAccounts | undefined
  /** Waits for all stories. */
  finished(): Promise<void>
}

/**
 * What came before and after a story. Located like that, so that it is signed as a step of its own: no other page than the
 * story's shows it.
 */
interface StorylineView extends Located {
  /** Stories that share its rarer topics and words, oldest first. */
  related: RelatedStory[]
}

export interface RelatedStory {
  story: StoryView
  /** Topics of both, the rarest first; empty where only words connect them. */
  shares: TopicRef[]
  newer: boolean
}
