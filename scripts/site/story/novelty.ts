import type { IsoDate } from '../../content/date.ts'
import { byCodePoint } from '../../content/order.ts'
import { sentences } from '../../content/sentences.ts'
import { foldSpace } from '../../content/space.ts'
import type { ArticleView } from '../views.ts'
import { takeDateline } from './dateline.ts'
import { type Keys, keysOf } from './keys.ts'
import { Excerpts } from './quotation.ts'

/** What a story's articles say that was not said before, by day. */
export interface WhatIsNew {
  /** The days after the first, in order; a day whose articles add nothing has no `articles`. */
  days: NewDay[]
  first: IsoDate
  /** Articles without a date, which no day can claim. */
  undated: number
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
 * The sentences of each day's articles that no article of an earlier day has, whatever their spelling. The hour is not
 * known, so what several articles of a day have is new in all of them; it is listed once, where an original has it
 * rather than a copy. Undefined where the articles span no two days. `excerpts` is the room that the page has left for
 * quotations.
 */
export function whatIsNew(articles: ArticleView[], excerpts = new Excerpts()): WhatIsNew | undefined {
  const dated = articles.filter(({ date }) => date).sort(inOrder)
  const first = dated[0]?.date
  if (!first || dated.at(-1)?.date === first) return undefined
  const seen = new Seen()
  const days: NewDay[] = []
  for (const date of [...new Set(dated.map((article): IsoDate => article.date ?? first))]) {
    const day: NewDay = { date, articles: [], nothingNew: [] }
    const today = new Seen()
    const told = dated
      .filter((article) => article.date === date)
      .map((article) => newIn(article, seen, today, excerpts))
    for (const { fresh, article } of told) {
      if (fresh.sentences.length + fresh.shared > 0) day.articles.push(fresh)
      else day.nothingNew.push(article)
    }
    for (const { unknown } of told) for (const sentence of unknown) seen.add(sentence)
    if (date !== first) days.push(day)
  }
  return { days, first, undated: articles.length - dated.length }
}

const inOrder = (a: ArticleView, b: ArticleView): number =>
  byCodePoint(a.date ?? '', b.date ?? '') ||
  Number(Boolean(a.copyOf)) - Number(Boolean(b.copyOf)) ||
  byCodePoint(a.id, b.id)

interface ReadSentence {
  paragraph: number
  text: string
  keys: Keys
}

/** What of an article is not `seen`; sentences that `today` has are counted only, and what it has itself is added. */
function newIn(
  article: ArticleView,
  seen: Seen,
  today: Seen,
  excerpts: Excerpts,
): { article: ArticleView; fresh: NewSentences; unknown: ReadSentence[] } {
  const quotations = excerpts.of(article)
  const { paragraphs } = takeDateline(article.paragraphs().map(foldSpace), article.dateline)
  const all = paragraphs.flatMap((paragraph, at) =>
    sentences(paragraph).map((text) => ({ paragraph: at + 1, text })),
  )
  const unknown = all
    .filter(({ text }) => !seen.hasText(text))
    .map((one) => ({ ...one, keys: keysOf(one.text) }))
  // Asked before any of them is seen: what an article says twice is not old for that.
  const isNew = unknown.filter((one) => one.keys.all.length >= SHORTEST && !seen.has(one))
  const own = isNew.filter((one) => !today.hasText(one.text) && !today.has(one))
  for (const sentence of isNew) today.add(sentence)
  return {
    article,
    unknown,
    fresh: {
      article,
      sentences: own.map(({ paragraph, text, keys }) => ({
        paragraph,
        words: keys.all.length,
        text: quotations.quote(text),
      })),
      shared: isNew.length - own.length,
      of: all.length,
    },
  }
}

/** Words that turn a sentence into its contrary, which is another statement however alike the words are. */
const NEGATION = /\b(?:not|no|never|nor|neither|none|nobody|nothing|without|cannot)\b|n['’]t\b/i

/** Sentences told already. Those that deny something are kept apart from those that state it. */
class Seen {
  readonly #stated = new SeenWords()
  readonly #denied = new SeenWords()

  hasText(sentence: string): boolean {
    return this.#kind(sentence).hasText(sentence)
  }

  has({ text, keys }: ReadSentence): boolean {
    return this.#kind(text).has(keys)
  }

  add({ text, keys }: ReadSentence): void {
    this.#kind(text).add(text, keys)
  }

  #kind(sentence: string): SeenWords {
    return NEGATION.test(sentence) ? this.#denied : this.#stated
  }
}

/** Sentences by their runs of words and by their words of meaning. */
class SeenWords {
  readonly #texts = new Set<string>()
  readonly #runs = new Set<number>()
  /** Numbers for the words, counted from 1 as they come; what a word's number has in `#places` are its sentences. */
  readonly #numbers = new Map<string, number>()
  readonly #places: number[][] = [[]]

  hasText(sentence: string): boolean {
    return this.#texts.has(sentence)
  }

  has(keys: Keys): boolean {
    if (keys.all.some((key) => isFigure(key) && !this.#numbers.has(key))) return false
    const runs = runsOf(keys.all.map((key) => this.#numbers.get(key) ?? 0))
    let known = 0
    for (const run of runs) if (this.#runs.has(run)) known++
    return known >= RUNS * runs.length || this.#hasWords(keys)
  }

  #hasWords({ meaning }: Keys): boolean {
    const places = [...meaning].map((key) => this.#places[this.#numbers.get(key) ?? 0] ?? [])
    const telling = places.filter(({ length }) => length < COMMON)
    const enough = WORDS * telling.length
    if (telling.length < LEAST || telling.filter(({ length }) => length > 0).length < enough) return false
    const shared = new Map<number, number>()
    for (const list of telling) for (const at of list) shared.set(at, (shared.get(at) ?? 0) + 1)
    return [...shared.values()].some((count) => count >= enough)
  }

  add(text: string, { all, meaning }: Keys): void {
    const at = this.#texts.add(text).size
    const numbers = all.map((key) => this.#numberOf(key))
    for (const run of runsOf(numbers)) this.#runs.add(run)
    for (const key of meaning) {
      const places = this.#places[this.#numberOf(key)]
      if (places && places.length < COMMON) places.push(at)
    }
  }

  #numberOf(key: string): number {
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.#places.push([]) - 1
      this.#numbers.set(key, number)
    }
    return number
  }
}

/** Hashes of the runs of words, given by their numbers (32-bit FNV-1a). A shorter sentence is one run. */
function runsOf(numbers: number[]): number[] {
  const runs: number[] = []
  for (let at = 0; at === 0 || at + RUN <= numbers.length; at++) {
    let hash = 0x811c9dc5
    for (let next = at; next < at + RUN && next < numbers.length; next++)
      hash = Math.imul(hash ^ (numbers[next] ?? 0), 0x01000193)
    runs.push(hash)
  }
  return runs
}

/** A number, whether printed in figures or words; "one" is more often no number. */
function isFigure(key: string): boolean {
  const first = key.charCodeAt(0)
  return first >= 0x30 && first <= 0x39 && key !== '1'
}
