import type { Republish } from '../../content/fields.ts'
import { foldSpace } from '../../content/space.ts'
import { words } from '../../content/words.ts'
import type { Account, ArticleView } from '../views.ts'
import { type Change, changeKey, changesOf } from './changes.ts'
import { type Comparison, compareBodies, type Excerpt, type Fate, type Shared } from './comparison.ts'
import { takeDateline } from './dateline.ts'
import { type MarkedParagraph, markedText } from './marked-text.ts'
import { mayQuote, Quotations, strictest } from './quotation.ts'
import { type Span, wordChanges } from './word-changes.ts'

/** An account that others copied, beside the copies of it. */
export interface SideBySide {
  original: ArticleView
  /** Of the original's body. */
  paragraphs: number
  words: number
  copies: CopyChanges[]
  /** The original with the places of changes marked; absent where it may not be printed in full. */
  text?: MarkedParagraph[]
}

/** All that one outlet made of the account. Texts are absent where its rights or the original's forbid to quote them. */
export interface CopyChanges {
  copy: ArticleView
  fates: Fate[]
  joined: number[][]
  headline?: PrintedChange
  dateline?: PrintedChange
  byline?: PrintedChange
  /** Words altered in the same way in several places. */
  throughout: Change[]
  /** Passages altered otherwise, stretch by stretch. */
  altered: AlteredPassage[]
  /** Altered places in all. */
  alterations: number
  respelled: Change[]
  /** Respelled words in all. */
  respellings: number
  /** Places with other punctuation. */
  punctuation: number
  cut: Quotable[]
  added: Quotable[]
}

/** What stands over the text: as the original and as the copy print it. `spans` where the two are akin. */
export interface PrintedChange {
  original?: string
  copy?: string
  spans?: Span[]
}

export interface AlteredPassage {
  paragraph: number
  to: number
  moved: boolean
  words: number
  spans?: Span[]
}

/** Sentences that one side lacks; `text` where it may be quoted. */
export interface Quotable {
  paragraph: number
  words: number
  whole: boolean
  text?: string
}

/** Each account that has copies, beside them. */
export function sideBySide(accounts: Account[]): SideBySide[] {
  return accounts.filter(({ copies }) => copies.length > 0).map(besideCopies)
}

function besideCopies({ original, copies }: Account): SideBySide {
  const body = printOf(original)
  const compared = copies.map((copy) => {
    const print = printOf(copy)
    return { copy, dateline: print.dateline, comparison: compareBodies(body.paragraphs, print.paragraphs) }
  })
  const changes = compared.map(({ copy, dateline, comparison }) => ({
    ...bodyChanges(comparison, original.republish, copy),
    headline: change(headlineOf(original), headlineOf(copy)),
    dateline: change(body.dateline, dateline),
    byline: change(original.authors.join(', '), copy.authors.join(', ')),
  }))
  const texts = body.paragraphs.filter(Boolean)
  return {
    original,
    paragraphs: texts.length,
    words: texts.reduce((sum, text) => sum + words(text).length, 0),
    copies: changes,
    text: original.republish === 'full' ? markedText(body.paragraphs, compared) : undefined,
  }
}

function printOf({ dateline, paragraphs }: ArticleView) {
  return takeDateline(paragraphs.map(foldSpace), dateline)
}

/** A headline that the digest lent a text is not what its outlet printed. */
function headlineOf({ title, titleFrom }: ArticleView): string | undefined {
  return titleFrom === 'page' || titleFrom === 'editor' ? title : undefined
}

function change(original: string | undefined, copy: string | undefined): PrintedChange | undefined {
  if ((original || undefined) === (copy || undefined)) return undefined
  if (!original || !copy) return { original: original || undefined, copy: copy || undefined }
  const spans = wordChanges(original, copy)
  const kept = spans.filter(({ kind }) => kind !== 'altered').flatMap((span) => words(span.original)).length
  return { original, copy, spans: 2 * kept >= words(original).length ? spans : undefined }
}

function bodyChanges(comparison: Comparison, rights: Republish, copy: ArticleView) {
  const { fates, joined, shared } = comparison
  const both = strictest(rights, copy.republish)
  const quotations = new Quotations(both)
  const spans = shared.flatMap((one) => one.spans)
  const [alterations, respelled] = [changesOf('altered', spans), changesOf('respelled', spans)]
  const throughout = alterations.filter(({ times }) => times > 1)
  const said = new Set(throughout.map(changeKey))
  return {
    copy,
    fates,
    joined,
    throughout: throughout.filter((one) => mayQuote(both, one.original, one.copy)),
    altered: shared.filter((one) => needsShowing(one, said, both)).map((one) => passageOf(one, quotations)),
    alterations: sum(alterations),
    respelled: respelled.filter((one) => mayQuote(both, one.original, one.copy)),
    respellings: sum(respelled),
    punctuation: spans.filter(({ kind }) => kind === 'marks').length,
    ...bothSides(comparison, rights, copy),
  }
}

/** Changes made throughout are said once; a passage with no others is not shown for them, unless nothing may be quoted. */
function needsShowing({ spans }: Shared, said: Set<string>, rights: Republish): boolean {
  return spans.some((span) => span.kind === 'altered' && (rights === 'link' || !said.has(changeKey(span))))
}

function passageOf({ paragraph, to, moved, spans }: Shared, quotations: Quotations): AlteredPassage {
  const [original, copy] = [
    spans.map((span) => span.original).join(''),
    spans.map((span) => span.copy).join(''),
  ]
  return {
    paragraph,
    to,
    moved,
    words: words(copy).length,
    spans: quotations.allow(original, copy) ? spans : undefined,
  }
}

function bothSides({ cut, added }: Comparison, rights: Republish, copy: ArticleView) {
  const [ofOriginal, ofCopy] = [new Quotations(rights), new Quotations(copy.republish)]
  return {
    cut: cut.map((one) => quotable(one, ofOriginal)),
    added: added.map((one) => quotable(one, ofCopy)),
  }
}

function quotable({ paragraph, words: count, whole, text }: Excerpt, quotations: Quotations): Quotable {
  return { paragraph, words: count, whole, text: quotations.allow(text) ? text : undefined }
}

const sum = (changes: Change[]): number => changes.reduce((all, { times }) => all + times, 0)
