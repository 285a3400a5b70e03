import { words } from '../../content/words.ts'
import type { Account, ArticleView } from '../views.ts'
import { type Change, changeKey, changesOf } from './changes.ts'
import { compareBodies, type Excerpt, type Fate, type Shared } from './comparison.ts'
import { inContext } from './context.ts'
import { type MarkedParagraph, markedText } from './marked-text.ts'
import { Prints } from './print.ts'
import { Excerpts, type Quotations } from './quotation.ts'
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
  /** Places so altered for whose words there is no room. */
  unquoted: number
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

/**
 * What stands over the text in other words: as the original and as the copy print it, and `spans` where they are akin.
 * Nothing of it where it may not be quoted.
 */
export interface PrintedChange {
  original?: string
  copy?: string
  spans?: Span[]
}

interface AlteredPassage {
  paragraph: number
  to: number
  words: number
  /** The whole passage, or the altered places with a few words around them. */
  spans?: Span[]
}

/** Sentences that one side lacks; `text` where it may be quoted. */
export interface Quotable {
  paragraph: number
  words: number
  whole: boolean
  text?: string
}

/** Each account that has copies, beside them. `excerpts` is the room that the page has for quotations. */
export function sideBySide(
  accounts: Account[],
  excerpts = new Excerpts(),
  prints = new Prints(),
): SideBySide[] {
  return accounts
    .filter(({ copies }) => copies.length > 0)
    .map((account) => besideCopies(account, excerpts, prints))
}

function besideCopies({ original, copies }: Account, excerpts: Excerpts, prints: Prints): SideBySide {
  const body = prints.of(original)
  const compared = copies.map((copy) => {
    const print = prints.of(copy)
    return {
      copy,
      dateline: print.dateline,
      comparison: compareBodies(body, print),
      quotations: excerpts.of(copy),
    }
  })
  const quotations = excerpts.of(original)
  // What was altered is quoted before what was cut: there only the words can tell.
  const altered = compared.map((one) => alteredPassages(one.comparison.shared, quotations, one.quotations))
  const texts = body.paragraphs.filter(Boolean)
  return {
    original,
    paragraphs: texts.length,
    words: texts.reduce((sum, text) => sum + words(text).length, 0),
    copies: compared
      .map(({ copy, comparison, dateline, ...own }, at) => ({
        copy,
        fates: comparison.fates,
        joined: comparison.joined,
        headline: change(headlineOf(original), headlineOf(copy)),
        dateline: quotedChange(change(body.dateline, dateline), quotations, own.quotations),
        byline: change(original.authors.join(', '), copy.authors.join(', ')),
        altered: altered[at] ?? [],
        ...throughoutIn(comparison.shared, quotations, own.quotations),
        cut: comparison.cut.map((one) => quotable(one, quotations)),
        added: comparison.added.map((one) => quotable(one, own.quotations)),
      }))
      // Of respelled words the number says most: they come when all else of all copies is quoted.
      .map((changes, at) => ({
        ...changes,
        ...respellingsIn(compared[at]?.comparison.shared ?? [], quotations, excerpts.of(changes.copy)),
      })),
    text: original.republish === 'full' ? markedText(body, compared) : undefined,
  }
}

/** A headline that the digest lent a text is not what its outlet printed. */
function headlineOf({ title, titleFrom }: ArticleView): string | undefined {
  return titleFrom === 'page' || titleFrom === 'editor' ? title : undefined
}

function change(original: string | undefined, copy: string | undefined): PrintedChange | undefined {
  if ((original || undefined) === (copy || undefined)) return undefined
  if (!original || !copy) return { original: original || undefined, copy: copy || undefined }
  const spans = wordChanges(original, copy)
  if (!spans.some(({ kind }) => kind === 'altered')) return undefined
  const kept = spans.filter(({ kind }) => kind !== 'altered').flatMap((span) => words(span.original)).length
  return { original, copy, spans: 2 * kept >= words(original).length ? spans : undefined }
}

function quotedChange(
  change: PrintedChange | undefined,
  ofOriginal: Quotations,
  ofCopy: Quotations,
): PrintedChange | undefined {
  if (!change || quoteBoth(ofOriginal, change.original, ofCopy, change.copy)) return change
  return {}
}

function throughoutIn(shared: Shared[], ofOriginal: Quotations, ofCopy: Quotations) {
  const alterations = changesOf(
    'altered',
    shared.flatMap((one) => one.spans),
  )
  const all = throughoutOf(alterations)
  const throughout = all.filter((one) => quoteBoth(ofOriginal, one.original, ofCopy, one.copy))
  return { throughout, unquoted: sum(all) - sum(throughout), alterations: sum(alterations) }
}

function respellingsIn(shared: Shared[], ofOriginal: Quotations, ofCopy: Quotations) {
  const spans = shared.flatMap((one) => one.spans)
  const all = changesOf('respelled', spans)
  return {
    respelled: all.filter((one) => quoteBoth(ofOriginal, one.original, ofCopy, one.copy)),
    respellings: sum(all),
    punctuation: spans.filter(({ kind }) => kind === 'marks').length,
  }
}

const throughoutOf = (alterations: Change[]): Change[] => alterations.filter(({ times }) => times > 1)

/** Altered passages; one in which all was altered as it is throughout need not be shown for that. */
function alteredPassages(shared: Shared[], ofOriginal: Quotations, ofCopy: Quotations): AlteredPassage[] {
  const said = new Set(
    throughoutOf(
      changesOf(
        'altered',
        shared.flatMap(({ spans }) => spans),
      ),
    ).map(changeKey),
  )
  return shared.flatMap(({ paragraph, spans, to }) => {
    if (!spans.some((span) => span.kind === 'altered' && !said.has(changeKey(span)))) return []
    const [, copy] = bothTexts(spans)
    return [{ paragraph, to, words: words(copy).length, spans: quoted(spans, ofOriginal, ofCopy) }]
  })
}

/** The whole passage, or else the altered places with a few words around them, if both texts may be quoted so far. */
function quoted(spans: Span[], ofOriginal: Quotations, ofCopy: Quotations): Span[] | undefined {
  return [spans, inContext(spans)].find((some) => {
    const [original, copy] = bothTexts(some)
    return quoteBoth(ofOriginal, original, ofCopy, copy)
  })
}

/** Whether both may be quoted, each beside the other; then both count. */
function quoteBoth(ofOriginal: Quotations, original = '', ofCopy: Quotations, copy = ''): boolean {
  if (!ofOriginal.allow(original) || !ofCopy.allow(copy)) return false
  ofOriginal.quote(original)
  ofCopy.quote(copy)
  return true
}

const bothTexts = (spans: Span[]): [original: string, copy: string] => [
  spans.map((span) => span.original).join(''),
  spans.map((span) => span.copy).join(''),
]

function quotable({ paragraph, text, whole, words: length }: Excerpt, quotations: Quotations): Quotable {
  return { paragraph, words: length, whole, text: quotations.quote(text) }
}

const sum = (changes: Change[]): number => changes.reduce((all, { times }) => all + times, 0)
