import { withoutInvisibles } from '../../content/space.ts'
import type { PageFacts } from '../draft.ts'
import { isTitleOf } from './titles.ts'

/** What a page's JSON-LD says of its article. */
export interface StatedArticle {
  headline?: string
  authors: string[]
  publisher?: string
  url?: string
  published?: string
  modified?: string
  lang?: string
  /** What it says of a video on the page. */
  video?: PageFacts['video']
}

const ARTICLE =
  /^(?:(?:News|Reportage|Analysis|AskPublic|Background|Opinion|Review|ReviewNews|AdvertiserContent|Satirical|Scholarly|Tech|Medical\w{0,9})*Article|(?:Live|Social\w{0,5}|Blog)*(?:BlogPosting|Posting)|Report)$/
/** What may speak for an article that the page describes nowhere else. */
const PAGE = /^(?:WebPage|ItemPage|Article\w*Page)$/
const VIDEO = /^VideoObject$/
const DEEPEST = 12
const MOST = 50
const LONGEST = 500_000

type Node = Record<string, unknown>

/**
 * The article that the JSON-LD scripts of a page speak of, of several one with a title that the page gives itself; its
 * authors are found by their ids where it only names those. A script that cannot be read, even mended, is passed over:
 * pages have them.
 */
export function readJsonLd(scripts: readonly string[], titles: string[]): StatedArticle {
  const nodes = scripts.slice(0, MOST).flatMap((script) => nodesOf(parse(script), 0))
  const byId = new Map(
    nodes.flatMap((node) => (text(node['@id']) && text(node.name) ? [[text(node['@id']), node]] : [])),
  )
  const isOf = (types: RegExp) => (node: Node) =>
    [node['@type']].flat().some((type) => typeof type === 'string' && types.test(type.replace(/^.*[/#]/, '')))
  const articles = nodes.filter(isOf(ARTICLE)).filter(headlineOf)
  const own = articles.filter((node) => titles.some((title) => title && isTitleOf(headlineOf(node), title)))
  const likely = own.length > 0 ? own : articles
  const article = likely.find((node) => node.author && node.datePublished) ?? likely[0]
  const page = nodes.filter(isOf(PAGE)).find((node) => text(node.datePublished))
  const video = nodes.filter(isOf(VIDEO)).find((node) => text(node.datePublished))
  const stated = describe(article ?? {}, byId)
  return {
    ...stated,
    video: video && { published: text(video.datePublished), authors: names(video.author, byId) },
    published: stated.published ?? text(page?.datePublished),
    modified: stated.modified ?? text(page?.dateModified),
    authors: stated.authors.length > 0 || !page ? stated.authors : names(page.author, byId),
  }
}

function parse(script: string): unknown {
  if (script.length > LONGEST) return undefined
  const bare = script.trim().replace(/^(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
  for (const attempt of [bare, mended(bare)]) {
    try {
      return JSON.parse(attempt)
    } catch {}
  }
  return undefined
}

/** JSON with the faults that templates make: line breaks inside strings, commas before a closing bracket, marks of a comment behind it. */
function mended(script: string): string {
  const kept: string[] = []
  let quoted = false
  let comma = -1
  for (let at = 0; at < script.length; at++) {
    const char = script.charAt(at)
    if (quoted) {
      if (char === '\\') kept.push(char + script.charAt(++at))
      else kept.push(char < ' ' ? ' ' : char)
    } else {
      if ((char === '}' || char === ']') && comma >= 0) kept[comma] = ''
      if (char === ',') comma = kept.length
      else if (char > ' ') comma = -1
      kept.push(char)
    }
    if (char === '"') quoted = !quoted
  }
  const whole = kept.join('')
  return whole.slice(0, Math.max(whole.lastIndexOf('}'), whole.lastIndexOf(']')) + 1)
}

/** Every node, outer before inner, that may be or lead to an article. */
function nodesOf(value: unknown, depth: number): Node[] {
  if (depth > DEEPEST || value === null || typeof value !== 'object') return []
  if (Array.isArray(value)) return value.slice(0, 10 * MOST).flatMap((entry) => nodesOf(entry, depth + 1))
  const node = value as Node
  return [
    node,
    ...['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'author'].flatMap((key) =>
      nodesOf(node[key], depth + 1),
    ),
  ]
}

const headlineOf = (node: Node): string => text(node.headline) ?? text(node.name) ?? ''

function describe(node: Node, byId: Map<unknown, Node>): StatedArticle {
  return {
    headline: headlineOf(node) || undefined,
    authors: names(node.author ?? node.creator, byId),
    publisher: names(node.publisher, byId)[0],
    url:
      text(node.url) ??
      text(node.mainEntityOfPage) ??
      text((node.mainEntityOfPage as Node | undefined)?.['@id']),
    published: text(node.datePublished) ?? text(node.dateCreated),
    modified: text(node.dateModified),
    lang: text(node.inLanguage),
  }
}

function text(value: unknown): string | undefined {
  const plain = typeof value === 'string' ? withoutInvisibles(value).trim() : ''
  return plain || undefined
}

function names(value: unknown, byId: Map<unknown, Node>): string[] {
  return [value]
    .flat(3)
    .slice(0, MOST)
    .flatMap((entry) => {
      const node = entry as Node | null | undefined
      const name =
        text(entry) ??
        (text(node?.name) || text([node?.name].flat()[0])) ??
        text(byId.get(node?.['@id'])?.name)
      return name && !/^https?:/.test(name) ? [name] : []
    })
}
