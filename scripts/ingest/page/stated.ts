import { foldSpace } from '../../content/space.ts'
import { words as tokens } from '../../content/words.ts'
import type { StatedShares } from './element.ts'

/** What a page states about its article in its head, compared with what it prints. */

/** A shorter `articleBody` is a summary. */
const LEAST_WORDS = 60
const MOST_NODES = 50_000
/** Words in a row that must be the same. */
const RUN = 3

/** The longest `articleBody` of a page's JSON-LD, or nothing. */
export function statedBody(scripts: readonly string[]): string {
  let longest = ''
  let nodes = 0
  const open: unknown[] = scripts.map(parse)
  while (open.length > 0 && nodes++ < MOST_NODES) {
    const node = open.pop()
    if (node === null || typeof node !== 'object') continue
    for (const [key, value] of Object.entries(node)) {
      if (key === 'articleBody' && typeof value === 'string' && value.length > longest.length) longest = value
      else if (value !== null && typeof value === 'object') open.push(value)
    }
  }
  return tokens(longest).length >= LEAST_WORDS ? longest : ''
}

/** A page prints its stated body if more than this share of it is there, or so much other prose, for its length. */
const PRINTED = 0.3
const OTHER_PROSE = 0.5
const PROSE_WORDS = 15

/** The stated body as a piece of a page, if the page itself prints neither it nor another text; else nothing. */
export function unprintedBody(body: string, texts: readonly string[]): string {
  if (!body) return ''
  const words = tokens(body)
  const prose = texts.map((text) => text.split(' ').length).filter((length) => length >= PROSE_WORDS)
  if (prose.reduce((sum, length) => sum + length, 0) >= OTHER_PROSE * words.length) return ''
  if (new StatedText(texts).share(words) >= PRINTED) return ''
  const html = /<(?:p|br)\b/i.test(body)
    ? body
    : body
        .split(/\n+/)
        .map((paragraph) => `<p>${paragraph}</p>`)
        .join('')
  return `<main><article class="article-body" itemprop="articleBody">${html}</article></main>`
}

/** Line breaks within strings are no JSON, yet common. */
function parse(script: string): unknown {
  try {
    return JSON.parse(script)
  } catch {
    try {
      return JSON.parse(foldSpace(script))
    } catch {
      return undefined
    }
  }
}

/** The runs of words of some texts, to ask how much of a block is among them. */
class StatedText {
  readonly #runs = new Set<string>()
  readonly #short = new Set<string>()

  constructor(texts: readonly string[]) {
    for (const text of texts) {
      const words = tokens(text)
      for (let i = 0; i + RUN <= words.length; i++) this.#runs.add(words.slice(i, i + RUN).join(' '))
      if (words.length > 0) this.#short.add(words.join(' '))
    }
  }

  /** Share of the block's runs, -1 where nothing is stated. */
  share(words: readonly string[]): number {
    if (this.#short.size === 0) return -1
    if (words.length < RUN) return this.#short.has(words.join(' ')) ? 1 : 0
    let found = 0
    for (let i = 0; i + RUN <= words.length; i++)
      if (this.#runs.has(words.slice(i, i + RUN).join(' '))) found++
    return found / (words.length - RUN + 1)
  }
}

export interface Stated {
  readonly titles: readonly string[]
  readonly body: string
  readonly descriptions: readonly string[]
}

/** For each text its shares in what the page states. */
export function statedShares(
  texts: readonly string[],
  { titles, body, descriptions }: Stated,
): StatedShares[] {
  const inTitles = titles.map((title) => tokens(title).join(' ')).filter(Boolean)
  const title = new StatedText(titles)
  const stated = new StatedText(body ? [body] : [])
  const description = new StatedText(descriptions)
  return texts.map((text) => {
    const words = tokens(text.slice(0, LONGEST))
    const whole = words.join(' ')
    // The very words of a title count for more than a part of them.
    return {
      title: inTitles.includes(whole) ? 2 : title.share(words),
      body: stated.share(words),
      description: description.share(words),
    }
  })
}

const LONGEST = 4000
