import type { DateFrom } from '../../content/article.ts'
import type { IsoDate } from '../../content/date.ts'
import type { Republish } from '../../content/fields.ts'
import type { Located, PublisherRef, TopicRef } from './place.ts'
import type { StoryView } from './story.ts'

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
  /** SHA-256 of the source text, in hexadecimal. What its file is called stays with the editor. */
  sha256?: string
  /** Hash of its text, by which everything that is worked out of the text is signed. */
  revision: string
}
