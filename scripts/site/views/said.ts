import type { SpeakerKind } from '../attribution/statement.ts'
import type { ArticleView } from './article.ts'
import type { StoryView } from './story.ts'

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
