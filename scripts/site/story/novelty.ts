import type { IsoDate } from '../../content/date.ts'
import { byCodePoint } from '../../content/order.ts'
import { sentences } from '../../content/sentences.ts'
import { foldSpace } from '../../content/space.ts'
import { contentWords, words } from '../../content/words.ts'
import type { ArticleView } from '../views.ts'
import { takeDateline } from './dateline.ts'
import { Quotations } from './quotation.ts'
import { spellingKey } from './spelling.ts'

/** What a story's articles say that was not said before, by day. */
export interface WhatIsNew {
  /** The days after the first, in order; a day whose articles add nothing has no `articles`. */
  days: NewDay[]
  first: IsoDate
  /** Articles without a date, which no day can claim. */
  undated: number
}

export interface NewDay {
  date: IsoDate
  articles: NewSentences[]
  /** Articles of the day that add nothing. */
  nothingNew: ArticleView[]
}

export interface NewSentences {
  article: ArticleView
  /** `text` where it may be quoted. */
  sentences: { paragraph: number; words: number; text?: string }[]
  /** Of how many in the article. */
  of: number
}

/** A sentence is not new if so large a share of its runs of words stood in earlier articles, */
const RUNS = 0.5
/** or so large a share of its words of meaning in one earlier sentence. A figure that none had makes it new. */
const WORDS = 0.75
/** Words in a run. */
const RUN = 4
/** A word in so many earlier sentences tells none from another. */
const COMMON = 40
/** Words of meaning that a sentence needs to be told by them. */
const LEAST = 3
/** A heading or a stub says nothing new. */
const SHORTEST = 4

/**
 * The sentences of each day's articles that no earlier article has, whatever their spelling; within a day in the
 * order of publication as far as it is known: originals before copies, then by id. Undefined where the articles span
 * no two days.
 */
export function whatIsNew(articles: ArticleView[]): WhatIsNew | undefined {
  const dated = articles.filter(({ date }) => date).sort(inOrder)
  const first = dated[0]?.date
  if (!first || dated.at(-1)?.date === first) return undefined
  const seen = new Seen()
  const days = new Map<IsoDate, NewDay>()
  for (const article of dated) {
    const fresh = newIn(article, seen)
    const date: IsoDate = article.date ?? first
    if (date === first) continue
    const day: NewDay = days.get(date) ?? { date, articles: [], nothingNew: [] }
    days.set(date, day)
    if (fresh.sentences.length > 0) day.articles.push(fresh)
    else day.nothingNew.push(article)
  }
  return { days: [...days.values()], first, undated: articles.length - dated.length }
}

const inOrder = (a: ArticleView, b: ArticleView): number =>
  byCodePoint(a.date ?? '', b.date ?? '') ||
  Number(Boolean(a.copyOf)) - Number(Boolean(b.copyOf)) ||
  byCodePoint(a.id, b.id)

function newIn(article: ArticleView, seen: Seen): NewSentences {
  const quotations = new Quotations(article.republish)
  const { paragraphs } = takeDateline(article.paragraphs.map(foldSpace), article.dateline)
  const all = paragraphs.flatMap((paragraph, at) =>
    sentences(paragraph).map((text) => ({ paragraph: at + 1, text, words: words(text).length })),
  )
  // Asked before any of them is seen: what an article says twice is not old for that.
  const fresh = all.filter(({ text, words: count }) => count >= SHORTEST && !seen.has(text))
  for (const { text } of all) seen.add(text)
  return {
    article,
    sentences: fresh.map(({ text, ...place }) => ({
      ...place,
      text: quotations.allow(text) ? text : undefined,
    })),
    of: all.length,
  }
}

/** Sentences of earlier articles, by their runs of words and by their words of meaning. */
class Seen {
  readonly #texts = new Set<string>()
  readonly #runs = new Set<string>()
  readonly #figures = new Set<string>()
  readonly #places = new Map<string, number[]>()
  #count = 0

  has(sentence: string): boolean {
    if (this.#texts.has(sentence)) return true
    if (figuresOf(sentence).some((figure) => !this.#figures.has(figure))) return false
    const runs = runsOf(sentence)
    if (runs.filter((run) => this.#runs.has(run)).length >= RUNS * runs.length) return true
    const telling = [...new Set(contentWords(sentence).map(spellingKey))].filter(
      (key) => (this.#places.get(key)?.length ?? 0) < COMMON,
    )
    const shared = new Map<number, number>()
    for (const key of telling)
      for (const at of this.#places.get(key) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    return telling.length >= LEAST && [...shared.values()].some((count) => count >= WORDS * telling.length)
  }

  add(sentence: string): void {
    if (this.#texts.has(sentence)) return
    this.#texts.add(sentence)
    for (const figure of figuresOf(sentence)) this.#figures.add(figure)
    for (const run of runsOf(sentence)) this.#runs.add(run)
    for (const key of new Set(contentWords(sentence).map(spellingKey))) {
      const places = this.#places.get(key)
      if (!places) this.#places.set(key, [this.#count])
      else if (places.length < COMMON) places.push(this.#count)
    }
    this.#count++
  }
}

function runsOf(sentence: string): string[] {
  const keys = words(sentence).map(spellingKey)
  const count = Math.max(1, keys.length - RUN + 1)
  return Array.from({ length: count }, (_, at) => keys.slice(at, at + RUN).join(' '))
}

/** Numbers, whether printed in figures or words; "one" is more often no number. */
function figuresOf(sentence: string): string[] {
  return words(sentence)
    .map(spellingKey)
    .filter((key) => /^\d/.test(key) && key !== '1')
}
