import type { DateFrom } from '../content/article.ts'
import type { IsoDate } from '../content/date.ts'
import type { Republish } from '../content/fields.ts'
import type { Site } from '../content/site.ts'
import type { Correction, Reference } from '../content/story.ts'
import type { TopicFields } from '../content/topic.ts'
import type { SpeakerKind } from './attribution/statement.ts'
import type { Period } from './chart.ts'
import type { WhatIsNew } from './story/novelty.ts'
import type { SideBySide } from './story/side-by-side.ts'

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

export interface ArticleView extends Located {
  id: string
  title: string
  titleFrom: 'page' | 'copy' | 'lead' | 'editor'
  /** Absent when nothing supports one; `dateFrom` then says why. */
  date?: IsoDate
  dateFrom?: DateFrom
  publisher?: PublisherRef
  agency?: string
  authors: string[]
  dateline?: string
  /** Address of the original. */
  sourceUrl?: string
  lang: string
  topics: TopicRef[]
  summary: string
  /** What may be printed of it. */
  republish: Republish
  /** Body as HTML, topic names linked at first mention; empty unless `republish` is full. */
  html(): string
  /** Its text by blocks, to be read by rules: what of it may be printed, `republish` says. */
  paragraphs(): string[]
  /** Article whose text this one's is; told by the text, never by a label. */
  copyOf?: ArticleView
  /** Whether it is one of the invented samples: its publisher is, or that of a copy of its text. */
  sample: boolean
  copies: ArticleView[]
  story?: StoryView
  /** Lines left out on the way in, by kind, most first. */
  removed: { kind: string; count: number }[]
  source?: { file: string; sha256: string }
}

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

/** A sentence of an account, as much of it as may be printed, and where it stands. */
export interface Cited {
  article: ArticleView
  /** Of its paragraph, or of the article where that is not printed. */
  url: string
  /** Empty where nothing of the text may be printed. */
  sentence: string
}

/** A figure or a day that accounts give differently. */
export interface DifferenceView {
  about: 'figure' | 'amount' | 'date'
  /** What is counted, or the unit; empty for a day. */
  counted: string
  /** One an account; `value` as printed. */
  versions: (Cited & { value: string })[]
}

/** One statement of a speaker, with every account that has it. */
export interface StatementView {
  verb: string
  quotes: string[]
  /** The speaker was carried over from an earlier sentence. */
  carried: boolean
  cited: Cited[]
}

export interface SpeakerView {
  kind: SpeakerKind
  speaker: string
  role?: string
  statements: StatementView[]
}

/** A statement of a topic, in a story. */
export interface SayingView {
  story: StoryView
  speaker: string
  role?: string
  statement: StatementView
}

export interface SpeakersView {
  /** By kind, in the order in which the accounts bring them. */
  speakers: SpeakerView[]
  /** Accounts that may only be linked: how many speak there, by kind. */
  unprinted: { article: ArticleView; kinds: { kind: SpeakerKind; count: number }[] }[]
}

export interface StoryView extends Located {
  id: string
  title: string
  date?: IsoDate
  dateFrom?: DateFrom
  summary: string
  /** The editor's note as HTML; empty where there is none. */
  html(): string
  topics: TopicRef[]
  accounts: Account[]
  /** What its accounts give differently; worked out when asked for. */
  differences(): DifferenceView[]
  /** Who says what in its accounts; worked out when asked for. */
  speakers(): SpeakersView
  references: Reference[]
  basis: Basis
  /** Each account that others copied, beside the copies of it. */
  sideBySide(): SideBySide[]
  /** What its articles say that none said before, by day; undefined where they span no two days. */
  whatIsNew(): WhatIsNew | undefined
  corrections: Correction[]
  pinned: boolean
  /** Whether any of its articles is one of the invented samples. */
  sample: boolean
  /** What came before and after it: stories that share its rarer topics and words, oldest first. */
  related: RelatedStory[]
}

export interface RelatedStory {
  story: StoryView
  /** Topics of both, the rarest first; empty where only words connect them. */
  shares: TopicRef[]
  newer: boolean
}

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
  sayings(): SayingView[]
  feed: Located
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
  /** Newest first. */
  stories: StoryView[]
  pages: IntersectionPage[]
  feed: Located
  /** Intersections of some of its topics only. */
  wider: IntersectionView[]
  /** Intersections of its topics with further ones. */
  narrower: IntersectionView[]
}

/** One page of an intersection. */
export interface IntersectionPage extends StoriesPage {
  intersection: IntersectionView
}

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
  issuers: { name: string; url?: string }[]
  targets: TopicRef[]
  stories: StoryView[]
}

/** Instruments of one issuing body, or aimed at one target; `anchor` is unique on the ledger's page. */
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

export interface PublisherView extends PublisherRef {
  id: string
  agency: boolean
  domains: string[]
  republish: Republish
  articles: ArticleView[]
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

interface PageView {
  title: string
  html: string
}

/** The whole digest as the pages see it. Stories stand newest first, undated ones last. */
export interface Digest {
  site: Site
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
  redirects: RedirectView[]
  about: PageView
}
