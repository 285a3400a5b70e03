import { readTopics } from '../content/mentions.ts'
import type { Registry } from '../content/registry.ts'
import { type Tokens, tokenize } from '../content/tokens.ts'
import { quotations } from './attribution/quotation.ts'
import type { ArticleView, StatementView } from './views.ts'

const BREAK = '\n'
const ARTICLES = new Set(['the', 'a', 'an'])

/** A stretch of an account's text, in UTF-16 units. */
interface Stretch {
  start: number
  end: number
}

/** Where an account names a speaker in its own words, and whether it speaks of the topic there. */
interface Place extends Stretch {
  isTopic: boolean
}

/** One account as its topics are read in it, its paragraphs joined. */
interface Read {
  text: string
  keys: string[]
  starts: number[]
  ends: number[]
  mentions: Map<string, Stretch[]>
  quoted: Stretch[]
}

/** Tells by each account's own reading whether those who speak in it are the topics that bear their names. */
export class SpeakerPlaces {
  readonly #registry: Registry
  readonly #read = new Map<ArticleView, Read>()

  constructor(registry: Registry) {
    this.#registry = registry
  }

  /**
   * What of a speaker's statements stands where an account names the topic: `the Treasury` of a text on another
   * country's is none of ours. A statement goes by the speaker's names in its sentence outside quotation marks, all of
   * which must be the topic's; without one there, by the last before it. A person is looked for by the last name.
   */
  ofTopic(topic: string, speaker: string, statements: StatementView[]): StatementView[] {
    const tellers = new Map<ArticleView, (sentence: string) => boolean>()
    const isTopics = ({ article, sentence }: StatementView['cited'][number]): boolean => {
      const tell = tellers.get(article) ?? this.#teller(topic, speaker, article)
      tellers.set(article, tell)
      return sentence !== '' && tell(sentence)
    }
    return statements
      .map((statement) => ({ ...statement, cited: statement.cited.filter(isTopics) }))
      .filter(({ cited }) => cited.length > 0)
  }

  /** Answers for the sentences of one account. They come in order, so that the text is gone through once. */
  #teller(topic: string, speaker: string, article: ArticleView): (sentence: string) => boolean {
    const read = this.#readingOf(article)
    const isPerson = this.#registry.topics.get(topic)?.kind === 'person'
    const places = placesOf(nameKeys(speaker, isPerson), read, read.mentions.get(topic) ?? [])
    let from = 0
    return (sentence) => {
      const start = placeOf(sentence, read.text, from)
      if (start < 0) return false
      from = start + 1
      const first = firstFrom(places, start)
      const within = places.slice(first, firstFrom(places, start + sentence.length))
      return within.length > 0
        ? within.every(({ isTopic }) => isTopic)
        : (places[first - 1]?.isTopic ?? false)
    }
  }

  #readingOf(article: ArticleView): Read {
    const known = this.#read.get(article)
    if (known) return known
    const paragraphs = article.paragraphs()
    const tokens = paragraphs.map(tokenize)
    const reading = readTopics(article.title, paragraphs, this.#registry, tokens)
    const mentions: Read['mentions'] = new Map()
    const quoted: Stretch[] = []
    const [keys, starts, ends]: [string[], number[], number[]] = [[], [], []]
    let at = 0
    for (const [number, paragraph] of paragraphs.entries()) {
      for (const { start, end } of quotations(paragraph)) quoted.push({ start: at + start, end: at + end })
      for (const { topic, start, end, by } of reading.paragraphs[number] ?? []) {
        if (by === 'part') continue
        const list = mentions.get(topic) ?? []
        list.push({ start: at + start, end: at + end })
        mentions.set(topic, list)
      }
      const own = tokens[number] as Tokens
      for (let token = 0; token < own.keys.length; token++) {
        keys.push(own.keys[token] as string)
        starts.push(at + (own.starts[token] as number))
        ends.push(at + (own.ends[token] as number))
      }
      at += paragraph.length + BREAK.length
    }
    const read = { text: paragraphs.join(BREAK), keys, starts, ends, mentions, quoted }
    this.#read.set(article, read)
    return read
  }
}

/** The words that a speaker is looked for by: the name without its article, of a person the last one. */
function nameKeys(speaker: string, isPerson: boolean): string[] {
  const { keys } = tokenize(speaker)
  if (isPerson) return keys.slice(-1)
  return ARTICLES.has(keys[0] ?? '') ? keys.slice(1) : keys
}

function placesOf(name: string[], read: Read, mentions: Stretch[]): Place[] {
  const { keys, starts, ends, quoted } = read
  const places: Place[] = []
  let quotation = 0
  let mention = 0
  for (let token = keys.indexOf(name[0] ?? ''); token >= 0; token = keys.indexOf(name[0] ?? '', token + 1)) {
    if (name.some((key, word) => keys[token + word] !== key)) continue
    const start = starts[token] ?? 0
    const end = ends[token + name.length - 1] ?? 0
    while (quotation < quoted.length && (quoted[quotation] as Stretch).end <= start) quotation++
    if ((quoted[quotation]?.start ?? end) < end) continue
    while (mention < mentions.length && (mentions[mention] as Stretch).end <= start) mention++
    const { start: from = end, end: to = 0 } = mentions[mention] ?? {}
    places.push({ start, end, isTopic: from <= start && to >= end })
  }
  return places
}

/** Where a sentence stands, of which no more than its beginning may have been printed. */
function placeOf(sentence: string, text: string, from: number): number {
  const printed = sentence.replace(/ …$/, '')
  const at = text.indexOf(printed, from)
  return at < 0 ? text.indexOf(printed) : at
}

/** How many places begin before a point of the text. */
function firstFrom(places: Place[], point: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.start ?? 0) < point) low = middle + 1
    else high = middle
  }
  return low
}
