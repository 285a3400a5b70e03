import type { DateFrom } from '../content/article.ts'
import type { IsoDate } from '../content/date.ts'
import type { Markup } from './page/element.ts'
import type { Passage } from './passage.ts'

/** One line of a source text, or one block of a saved page. White space is folded, the text is never empty. */
export interface Line {
  text: string
  kind: 'paragraph' | 'heading' | 'item' | 'quote'
  /** Blank lines before it; 0 in a saved page. */
  gap: number
  /** Share of its characters that stand in links, 0 to 1; 0 for plain text, where nothing tells. */
  links: number
  /** What the page's markup calls the place, as kinds of removed lines; absent where it says nothing. */
  place?: Removed
  /** Where a block of a saved page stood; absent for plain text. */
  markup?: Markup
}

/** Why a line is not part of the article. The receipt counts these. */
const REMOVED = [
  'navigation',
  'headline',
  'byline',
  'date',
  'related',
  'share',
  'caption',
  'promo',
  'author-box',
  'comments',
  'copyright',
  'other',
] as const
export type Removed = (typeof REMOVED)[number]

/** What becomes of a line, and why in a few words. */
export interface Verdict {
  verdict: 'body' | Removed
  why: string
}

/** A block of the article's body. */
export interface Block {
  kind: Line['kind']
  text: string
}

/** What a saved page says of itself in its head; all empty for plain text. */
export interface PageFacts {
  /** Headlines, the most trustworthy first. */
  titles: string[]
  authors: string[]
  siteName?: string
  canonical?: string
  published?: string
  modified?: string
  lang?: string
  /** What it says of a video, which may be older than the article and another's work. */
  video?: { published?: string; authors: string[] }
}

interface Dateline {
  place?: string
  /** Agency as printed, such as `AP`. */
  agency?: string
  /** Day as printed, such as `March 3`. */
  day?: string
  /** Index of the block at whose head it stands; absent where it stands above the body. */
  block?: number
  /** How many characters it takes there, dash and space included. */
  length: number
}

/** A date that the page prints, before anyone doubted it. */
export interface PrintedDate {
  claimed: string
  date?: IsoDate
  basis: DateFrom['basis']
  /** The day on which the page was changed last, where it prints one besides `date`. */
  updated?: IsoDate
  /** Why `date` is absent or weak, as one sentence. */
  why?: string
}

/**
 * A source text on its way to being an article. Every step reads what earlier ones found and adds its own part; a
 * step that finds nothing leaves its part as it is.
 */
export interface Draft {
  /** Path relative to the folder of sources, with `/`. */
  file: string
  bytes: Uint8Array
  sha256: string
  text: string
  format: 'text' | 'html'
  facts: PageFacts
  lines: Line[]
  verdicts: Verdict[]
  body: Block[]
  /** The body's paragraphs, once a text is cleaned; then that is read only where it is asked for. */
  passage?: Passage
  /** Hashes of the lines at the body's edges, as `RepeatedLines` knows them, once a text is cleaned. */
  edges?: string[]
  /** What spoke most for a line (positive) or against it (negative), in log odds; absent for saved pages. */
  reasons?: (line: number) => { feature: string; value: number }[]
  title?: string
  authors: string[]
  /** Agency that the byline names. */
  credit?: string
  dateline?: Dateline
  publisher?: string
  agency?: string
  url?: string
  lang?: string
  printed?: PrintedDate
  date?: IsoDate
  dateFrom?: DateFrom
  topics: string[]
  summary: string
  /** Lines left out, by kind. */
  removed: Record<string, number>
}

/** A draft before the first step. */
export function emptyDraft(file: string, bytes: Uint8Array, sha256: string): Draft {
  return {
    file,
    bytes,
    sha256,
    text: '',
    format: 'text',
    facts: { titles: [], authors: [] },
    lines: [],
    verdicts: [],
    body: [],
    authors: [],
    topics: [],
    summary: '',
    removed: {},
  }
}

/** A finished draft without the source text and what was worked out about its lines, but for how many were left out. */
export function withoutText(draft: Draft): Draft {
  const removed = Object.fromEntries(
    REMOVED.map(
      (kind) => [kind, draft.verdicts.filter((one) => one.verdict === kind).length] as const,
    ).filter(([, count]) => count > 0),
  )
  return { ...draft, bytes: new Uint8Array(), text: '', lines: [], verdicts: [], reasons: undefined, removed }
}

/** A source text that cannot become an article: the reason, and what its collector can do. */
export class Refusal extends Error {
  readonly field: string
  readonly value: unknown

  constructor(field: string, value: unknown, fix: string) {
    super(fix)
    this.name = 'Refusal'
    this.field = field
    this.value = value
  }
}
