import type { PageFacts } from '../draft.ts'
import { readJsonLd, type StatedArticle } from './json-ld.ts'
import { plainText } from './plain-text.ts'
import { rankTitles } from './titles.ts'

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
const MOST = 20

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
  text: string
}

/**
 * Collects what a page says of itself, in the course of one pass over it: JSON-LD, meta tags, its title and first
 * headings, `<time>`, `rel=author` and classes such as `byline`.
 */
export class PageStatements {
  readonly #meta = new Map<string, string[]>()
  readonly #heard: Record<Listening['as'], string[]> = { title: [], h1: [], script: [], author: [], time: [] }
  #depth = 0
  #quiet = 0
  #open: Listening[] = []

  opened(name: string, attributes: Record<string, string>): void {
    this.#readAttributes(name, attributes)
    if (VOID.has(name)) return
    this.#depth++
    if (QUIET.has(name)) this.#quiet++
    const as = listensTo(name, attributes)
    if (
      as &&
      (as === 'script' || this.#quiet === 0) &&
      this.#heard[as].length < MOST &&
      this.#open.length < MOST
    )
      this.#open.push({ depth: this.#depth, as, text: '' })
  }

  heard(piece: string): void {
    for (const element of this.#open) {
      if (element.as === 'script' || (this.#quiet === 0 && element.text.length < LONGEST))
        element.text += piece
    }
  }

  closed(name: string): void {
    if (VOID.has(name)) return
    for (const { as, text } of this.#open.filter(({ depth }) => depth >= this.#depth))
      this.#heard[as].push(text)
    this.#open = this.#open.filter(({ depth }) => depth < this.#depth)
    if (QUIET.has(name)) this.#quiet = Math.max(0, this.#quiet - 1)
    this.#depth = Math.max(0, this.#depth - 1)
  }

  /** The texts of its JSON-LD scripts. */
  get scripts(): readonly string[] {
    return this.#heard.script
  }

  /** What it says of its article in a sentence or two. */
  get descriptions(): string[] {
    return ['og:description', 'description'].flatMap((name) => this.#meta.get(name) ?? [])
  }

  /** What was said, once the page is read. */
  facts(): PageFacts {
    const stated = readJsonLd(this.#heard.script)
    const { title, h1, author, time } = this.#heard
    const all = (names: string[]) => names.flatMap((name) => this.#meta.get(name) ?? [])
    const titles = rankTitles(stated.headline, h1, all(META.titles), all(META.structured), title.slice(0, 1))
    const printed = author.map((text) => plainText(text)).filter((text) => text.length <= 100)
    return {
      titles,
      authors: authorsOf(
        stated,
        META.authors.map((name) => this.#meta.get(name) ?? []),
        printed,
      ),
      siteName: stated.publisher ?? all(['og:site_name'])[0],
      canonical: [...all(['canonical', 'og:url']), stated.url].find(
        (url) => url && /^https?:\/\//i.test(url),
      ),
      published: [stated.published, ...all(META.published), ...time].find(isMoment),
      modified: [stated.modified, ...all(META.modified)].find(isMoment),
      lang: this.#meta.get('lang')?.[0] ?? stated.lang,
    }
  }

  #readAttributes(name: string, attributes: Record<string, string>): void {
    const { content, href, lang, datetime } = attributes
    const key = (attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase()
    if (content && (name === 'meta' || attributes.itemprop)) this.#add(key, plainText(content))
    if (name === 'link' && attributes.rel === 'canonical' && href) this.#add('canonical', href)
    if (name === 'html' && lang) this.#add('lang', lang)
    if (name === 'time' && datetime) {
      const published = /publi|pubdate/i.test(
        `${attributes.itemprop ?? ''} ${attributes.class ?? ''} ${'pubdate' in attributes ? 'pubdate' : ''}`,
      )
      const changed = /modif|updat/i.test(`${attributes.itemprop ?? ''} ${attributes.class ?? ''}`)
      if (published) this.#add('datepublished', datetime)
      else if (!changed) this.#heard.time.push(datetime)
    }
  }

  #add(key: string, value: string): void {
    const values = this.#meta.get(key) ?? []
    if (key && value && values.length < MOST) this.#meta.set(key, [...values, value])
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

/** Whether a text is a date or a point in time and not the name of one. */
const isMoment = (text: string | undefined): text is string =>
  text !== undefined && /\b(?:19|20)\d\d\b/.test(text)
