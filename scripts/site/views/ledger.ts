import type { IsoDate } from '../../content/date.ts'
import type { Located, TopicRef } from './place.ts'
import type { StoryView } from './story.ts'

/** A measure that a body took: a resolution, an order, a round of listings. */
export interface InstrumentView {
  id: string
  name: string
  date: IsoDate
  kind?: string
  /** Its entry in the ledger, as an href. */
  url: string
  officialUrl?: string
  /** What it does. */
  html: string
  /** What came of it, where that is recorded. */
  outcome?: string
  /** The topic that stands for this very instrument. */
  topic?: TopicRef
  issuers: LedgerName[]
  /** Whether it puts restrictions on its targets or lifts some. */
  effect: 'restricts' | 'eases'
  targets: LedgerName[]
  stories: StoryView[]
}

/** A topic with its page, or the name of what is none. */
export interface LedgerName {
  id?: string
  name: string
  url?: string
}

/** Instruments of one issuing body or of what is part of it, or aimed at one target; `anchor` is unique on the ledger's page. */
export interface InstrumentGroup {
  anchor: string
  topicId?: string
  name: string
  /** Page of its topic, where it has one. */
  url?: string
  entries: InstrumentView[]
}

export interface LedgerView extends Located {
  title: string
  introHtml: string
  /** Newest first. */
  entries: InstrumentView[]
  byIssuer: InstrumentGroup[]
  byTarget: InstrumentGroup[]
}
