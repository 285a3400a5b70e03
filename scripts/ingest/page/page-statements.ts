import type { PageFacts } from '../draft.ts'
import { type Apart, isApart, wrap } from './apart.ts'
import { readJsonLd, type StatedArticle } from './json-ld.ts'
import { plainText } from './plain-text.ts'
import { hasRoom, MOST, own, type Said, textsOf } from './said.ts'
import { isTitleOf, rankTitles } from './titles.ts'

const QUIET = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'select',
  'textarea',
])
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const AUTHOR_CLASS =
  /^(?:(?:article|post|entry|story|c|o|m|content)?[-_]*(?:byline|authors?)(?:[-_]*(?:names?|links?))?|by-?author|vcard)$/i
const LONGEST = 300

const META = {
  titles: ['og:title', 'twitter:title'],
  structured: [
    'sailthru.title',
    'parsely-title',
    'cxenseparse:title',
    'title',
    'dc.title',
    'dcterms.title',
    'headline',
  ],
  authors: [
    'author',
    'article:author_name',
    'parsely-author',
    'sailthru.author',
    'og:author',
    'article:author',
    'cxenseparse:author',
    'mrf:authors',
    'dc.creator',
    'dcterms.creator',
    'byl',
    'twitter:data1',
  ],
  published: [
    'article:published_time',
    'article:published',
    'og:published_time',
    'og:article:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'cxenseparse:publishtime',
    'cxenseparse:recs:publishtime',
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.created',
    'dc.date',
    'dcterms.date',
    'publish-date',
    'publish_date',
    'published',
    'pub_date',
    'pubdate',
    'date',
    'article_published_time',
    'article_date_original',
    'originalpublicationdate',
  ],
  modified: [
    'article:modified_time',
    'datemodified',
    'og:updated_time',
    'dcterms.modified',
    'last-modified',
    'last_modified',
    'lastmod',
  ],
}

/** An element whose text says something of the page, while it is open. */
interface Listening {
  depth: number
  as: 'title' | 'h1' | 'script' | 'author' | 'time'
  apart: Apart | undefined
  text: string
}

/**
 * Collects what a page says of itself, in the course of one pass over it: JSON-LD, meta tags, its title and first
 * headings, `<time>`, `rel=author` and classes such as `byline`. What readers' comments, menus and lists of other stories
 * say of themselves is not the page's own word.
 */
export class PageStatements {
  readonly #meta = new Map<string, Said[]>()
  readonly #heard: Record<Listening['as'], Said[]> = { title: [], h1: [], script: [], author: [], time: [] }
  /** Where each `<article>` that is none of a comment stands, up to the second: only a single one is known to be the page's. */
  readonly #articles: (Apart | undefined)[] = []
  #depth = 0
  #quiet = 0
  #open: Listening[] = []
  #apart: Apart | undefined

  opened(name: string, attributes: Record<string, string>): void {
    const apart = isApart(name, attributes)
    if (apart) this.#apart = { depth: this.#depth + 1, above: this.#apart, wraps: false }
    this.#readAttributes(name, attributes)
    if (VOID.has(name)) {
      if (apart) this.#apart = this.#apart?.above
      return
    }
    this.#depth++
    if (name === 'article' && !apart && this.#articles.length < 2) this.#articles.push(this.#apart)
    if (name === 'main' || /articlebody/i.test(attributes.itemprop ?? '')) wrap(this.#apart)
    if (QUIET.has(name)) this.#quiet++
    const as = listensTo(name, attributes)
    if (
      as &&
      (as === 'script' || this.#quiet === 0) &&
      hasRoom(this.#heard[as], this.#apart) &&
      this.#open.length < MOST
    )
      this.#open.push({ depth: this.#depth, as, apart: this.#apart, text: '' })
  }

  heard(piece: string): void {
    for (const element of this.#open) {
      if (element.as === 'script' || (this.#quiet === 0 && element.text.length < LONGEST))
        element.text += piece
    }
  }

  closed(name: string): void {
    if (VOID.has(name)) return
    for (const { as, text, apart } of this.#open.filter(({ depth }) => depth >= this.#depth))
      this.#heard[as].push({ text, apart })
    this.#open = this.#open.filter(({ depth }) => depth < this.#depth)
    if (QUIET.has(name)) this.#quiet = Math.max(0, this.#quiet - 1)
    while (this.#apart && this.#apart.depth >= this.#depth) this.#apart = this.#apart.above
    this.#depth = Math.max(0, this.#depth - 1)
  }

  /** The texts of its JSON-LD scripts. */
  get scripts(): readonly string[] {
    return this.#heard.script.map(({ text }) => text)
  }

  /** What it says of its article in a sentence or two. */
  get descriptions(): string[] {
    return ['og:description', 'description'].flatMap((name) => this.#said(name))
  }

  /** What was said, once the page is read. */
  facts(): PageFacts {
    const all = (names: string[]) => names.flatMap((name) => this.#said(name))
    const h1 = textsOf(this.#heard.h1)
    const title = textsOf(this.#heard.title).slice(0, 1)
    const stated = readJsonLd(this.scripts, [...h1, ...all(META.titles), ...title])
    this.#findArticle([stated.headline ?? '', ...all(META.titles), ...all(META.structured), ...title])
    const printed = own(this.#heard.author)
      .map((text) => plainText(text))
      .filter((text) => text.length <= 100)
    return {
      titles: rankTitles(stated.headline, h1, all(META.titles), all(META.structured), title),
      authors: authorsOf(
        stated,
        META.authors.map((name) => this.#said(name)),
        printed,
      ),
      siteName: stated.publisher ?? all(['og:site_name'])[0],
      canonical: [...all(['canonical', 'og:url']), stated.url].find(
        (url) => url && /^https?:\/\//i.test(url),
      ),
      published: [stated.published, ...all(META.published), ...own(this.#heard.time)].find(isMoment),
      modified: [stated.modified, ...all(META.modified)].find(isMoment),
      lang: all(['lang'])[0] ?? stated.lang,
      video: stated.video,
    }
  }

  /** Finds the places that hold the headline, or else the only article: the heading that is a title of the page, or all of them where none stands elsewhere. */
  #findArticle(titles: string[]): void {
    const { h1 } = this.#heard
    const headlines = h1.filter(({ text }) => titles.some((title) => title && isTitleOf(text, title)))
    const likely = headlines.length > 0 || h1.some(({ apart }) => !apart) ? headlines : h1
    for (const { apart } of likely) wrap(apart)
    if (likely.length === 0 && this.#articles.length === 1) wrap(this.#articles[0])
  }

  #said(key: string): string[] {
    return own(this.#meta.get(key) ?? [])
  }

  #readAttributes(name: string, attributes: Record<string, string>): void {
    const { content, href, lang, datetime } = attributes
    const key = (attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase()
    if (content && (name === 'meta' || attributes.itemprop))
      this.#add(key, plainText(content), attributes.itemprop ? this.#apart : undefined)
    if (name === 'link' && attributes.rel === 'canonical' && href) this.#add('canonical', href)
    if (name === 'html' && lang) this.#add('lang', lang)
    if (name === 'time' && datetime) {
      const published = /publi|pubdate/i.test(
        `${attributes.itemprop ?? ''} ${attributes.class ?? ''} ${'pubdate' in attributes ? 'pubdate' : ''}`,
      )
      const changed = /modif|updat/i.test(`${attributes.itemprop ?? ''} ${attributes.class ?? ''}`)
      if (published) this.#add('datepublished', datetime, this.#apart)
      else if (!changed && hasRoom(this.#heard.time, this.#apart))
        this.#heard.time.push({ text: datetime, apart: this.#apart })
    }
  }

  #add(key: string, text: string, apart?: Apart): void {
    const said = this.#meta.get(key) ?? []
    if (key && text && hasRoom(said, apart)) this.#meta.set(key, [...said, { text, apart }])
  }
}

function listensTo(
  name: string,
  { type, rel, itemprop, class: label }: Record<string, string>,
): Listening['as'] | undefined {
  if (name === 'title' || name === 'h1') return name
  if (name === 'script') return type?.toLowerCase().startsWith('application/ld+json') ? 'script' : undefined
  const words = (label ?? '').slice(0, 200).split(/\s+/)
  return rel === 'author' || itemprop === 'author' || words.some((word) => AUTHOR_CLASS.test(word))
    ? 'author'
    : undefined
}

/** Names of the first place that states some: JSON-LD, then the meta tags in order, then what the page prints. */
function authorsOf(stated: StatedArticle, meta: string[][], printed: string[]): string[] {
  if (stated.authors.length > 0) return stated.authors
  const named = meta
    .map((texts) => texts.filter((text) => !/:\/\/|^[a-z0-9_.-]+$/.test(text)))
    .find((texts) => texts.length > 0)
  return named ?? printed.slice(0, 1)
}

/** Whether a text is a date or a point in time and not the name of one. Systems that know of none print the day their clock begins. */
const isMoment = (text: string | undefined): text is string =>
  text !== undefined && /\b(?:19|20)\d\d\b/.test(text) && !/^(?:1970-01-01|1969-12-31)/.test(text)
