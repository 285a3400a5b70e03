import type { IsoDate } from '../../content/date.ts'
import { byCodePoint } from '../../content/order.ts'
import { sureDay } from '../sure-day.ts'
import type { ArticleView } from '../views.ts'
import { Prints } from './print.ts'
import { Excerpts } from './quotation.ts'
import { type Said, Seen, said } from './seen.ts'
import { Vocabulary } from './vocabulary.ts'

/** What a story's articles say that was not said before, by day. */
export interface WhatIsNew {
  /** The days after the first, in order; a day whose articles add nothing has no `articles`. */
  days: NewDay[]
  first: IsoDate
  /** Articles without a date that nothing speaks against, which no day can claim. */
  unsure: number
}

interface NewDay {
  date: IsoDate
  articles: NewSentences[]
  /** Articles of the day that add nothing. */
  nothingNew: ArticleView[]
}

export interface NewSentences {
  article: ArticleView
  /** How many more of its new sentences another article of the day has too, where they are listed. */
  shared: number
  /** `text` where it may be quoted. */
  sentences: { paragraph: number; words: number; text?: string }[]
  /** Of how many in the article. */
  of: number
}

/** A heading or a stub says nothing new. */
const SHORTEST = 4

/**
 * The sentences of each day's articles that no article of an earlier day has, whatever their spelling. The hour is not
 * known, so what several articles of a day have is new in all of them; it is listed once, where an original has it
 * rather than a copy. Undefined where the articles span no two days. `excerpts` is the room that the page has left for
 * quotations.
 */
export function whatIsNew(
  articles: ArticleView[],
  excerpts = new Excerpts(),
  prints = new Prints(),
): WhatIsNew | undefined {
  const dated = articles.filter(sureDay).sort(inOrder)
  const first = dated[0]?.date
  if (!first || dated.at(-1)?.date === first) return undefined
  const vocabulary = new Vocabulary()
  const seen = new Seen(vocabulary)
  const days: NewDay[] = []
  const last = dated.at(-1)?.date
  for (const date of [...new Set(dated.map((article): IsoDate => article.date ?? first))]) {
    const ofDay = dated.filter((article) => article.date === date)
    const told = ofDay.map((article) => readNew(article, prints, seen, vocabulary))
    if (date !== first) {
      const today = ofDay.length > 1 ? new Seen(vocabulary) : undefined
      const day: NewDay = { date, articles: [], nothingNew: [] }
      for (const one of told) {
        const fresh = newIn(one, seen, today, excerpts)
        if (fresh.sentences.length + fresh.shared > 0) day.articles.push(fresh)
        else day.nothingNew.push(one.article)
      }
      days.push(day)
    }
    if (date !== last) for (const { unknown } of told) for (const sentence of unknown) seen.add(sentence)
  }
  return { days, first, unsure: articles.length - dated.length }
}

const inOrder = (a: ArticleView, b: ArticleView): number =>
  byCodePoint(a.date ?? '', b.date ?? '') ||
  Number(Boolean(a.copyOf)) - Number(Boolean(b.copyOf)) ||
  byCodePoint(a.id, b.id)

interface ReadSentence extends Said {
  paragraph: number
}

/** An article, how many sentences it has, and those of them that were not told word for word. */
interface ReadArticle {
  article: ArticleView
  of: number
  unknown: ReadSentence[]
}

function readNew(article: ArticleView, prints: Prints, seen: Seen, vocabulary: Vocabulary): ReadArticle {
  const { sentences } = prints.of(article)
  const unknown: ReadSentence[] = []
  for (const { paragraph, text } of sentences)
    if (!seen.hasText(text)) unknown.push({ paragraph, ...said(text, vocabulary) })
  return { article, of: sentences.length, unknown }
}

/**
 * What of an article is not `seen`; sentences that `today` has are counted only, and what it has itself is added. The
 * only article of a day needs no `today`.
 */
function newIn(
  { article, of, unknown }: ReadArticle,
  seen: Seen,
  today: Seen | undefined,
  excerpts: Excerpts,
): NewSentences {
  const quotations = excerpts.of(article)
  // Asked before any of them is seen: what an article says twice is not old for that.
  const isNew = unknown.filter((one) => one.keys.all.length >= SHORTEST && !seen.has(one))
  const own = today ? isNew.filter((one) => !today.hasText(one.text) && !today.has(one)) : isNew
  if (today) for (const sentence of isNew) today.add(sentence)
  return {
    article,
    sentences: own.map(({ paragraph, text, keys }) => ({
      paragraph,
      words: keys.all.length,
      text: quotations.quote(text),
    })),
    shared: isNew.length - own.length,
    of,
  }
}
