import { Parser } from 'htmlparser2'
import { foldSpace } from './blocks.ts'
import type { Draft, Line, PageFacts, Removed } from './draft.ts'
import { readJsonLd } from './json-ld.ts'

const BLOCK = new Set(
  'address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const SILENT = new Set(
  'script style noscript template svg math iframe object select textarea button canvas video audio head'.split(
    ' ',
  ),
)
const PLACES: Partial<Record<Removed, string>> = {
  navigation: 'nav menu navigation navbar breadcrumb breadcrumbs',
  caption: 'figcaption caption credit credits',
  comments: 'comment comments disqus',
  related:
    'aside related recommend recommended recommendations popular trending sidebar teaser teasers mostread',
  share: 'share sharing social',
  promo:
    'newsletter subscribe signup cookie cookies consent paywall advert advertisement ad ads sponsor sponsored promo',
  'author-box': 'authorbox bio',
  copyright: 'footer copyright',
}
const PLACE_OF = new Map(
  Object.entries(PLACES).flatMap(([place, words]) =>
    words.split(' ').map((word) => [word, place as Removed] as const),
  ),
)
/** Their classes say how the page is laid out, not what they are. */
const WHOLE_PAGE = new Set(['html', 'body', 'main', 'article'])

/** What an element's name, classes, id and role call the place: `most-read` and `inlineRelated` are read word by word. */
function placeOf(
  name: string,
  { class: classes = '', id = '', role = '' }: Record<string, string>,
): Removed | undefined {
  if (WHOLE_PAGE.has(name)) return undefined
  for (const label of [name, ...`${classes} ${id} ${role}`.slice(0, 300).split(/\s+/)]) {
    const words = label
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[-_]+/)
    if (/^(?:no|has|with|without)$/.test(words[0] ?? '')) continue
    for (const word of [...words, words.slice(0, 2).join('')]) {
      const place = PLACE_OF.get(word)
      if (place) return place
    }
  }
  return undefined
}

interface Open {
  name: string
  place?: Removed
  silent: boolean
}

/**
 * A saved page as blocks, in one pass and without a tree, so that nesting can be as deep as it likes. The page's own
 * statements (JSON-LD, meta tags, title) are collected on the way.
 */
export function htmlBlocks(source: string): Pick<Draft, 'lines' | 'facts'> {
  const lines: Line[] = []
  const stack: Open[] = []
  const meta = new Map<string, string>()
  const scripts: string[] = []
  let text = ''
  let linked = 0
  let title: string | undefined
  let heading: string | undefined
  let script: string | undefined
  let inLink = 0

  const flush = () => {
    const folded = foldSpace(text)
    if (folded) {
      const kind = kindOf(stack)
      if (stack.some(({ name }) => name === 'h1')) heading ??= folded
      lines.push({
        text: folded,
        kind,
        gap: 0,
        links: Math.min(1, linked / folded.length),
        place: stack.at(-1)?.place,
      })
    }
    text = ''
    linked = 0
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      if (BLOCK.has(name)) flush()
      if (name === 'meta') readMeta(attributes, meta)
      if (name === 'link' && attributes.rel === 'canonical' && attributes.href)
        meta.set('canonical', attributes.href)
      if (name === 'html' && attributes.lang) meta.set('lang', attributes.lang)
      if (name === 'time' && attributes.datetime && !meta.has('time')) meta.set('time', attributes.datetime)
      if (name === 'script' && attributes.type?.toLowerCase() === 'application/ld+json') script = ''
      if (name === 'title') title ??= ''
      if (name === 'a') inLink++
      const place = placeOf(name, attributes)
      const above = stack.at(-1)
      stack.push({ name, place: above?.place ?? place, silent: (above?.silent ?? false) || SILENT.has(name) })
    },
    ontext(piece) {
      if (script !== undefined) script += piece
      const top = stack.at(-1)
      if (top?.name === 'title' && title !== undefined) title += piece
      if (top?.silent || top?.name === 'title') return
      text += piece
      if (inLink > 0) linked += piece.length
    },
    onclosetag(name) {
      if (BLOCK.has(name)) flush()
      if (name === 'script' && script !== undefined) {
        scripts.push(script)
        script = undefined
      }
      if (name === 'a') inLink = Math.max(0, inLink - 1)
      stack.pop()
    },
  })
  parser.end(source)
  flush()
  return { lines, facts: pageFacts(scripts, meta, foldSpace(title ?? ''), heading) }
}

function kindOf(stack: Open[]): Line['kind'] {
  for (const { name } of stack.slice(-6).reverse()) {
    if (/^h[1-6]$/.test(name)) return 'heading'
    if (name === 'li') return 'item'
    if (name === 'blockquote') return 'quote'
  }
  return 'paragraph'
}

function readMeta(attributes: Record<string, string>, meta: Map<string, string>): void {
  const name = (attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase()
  if (name && attributes.content && !meta.has(name)) meta.set(name, attributes.content)
}

function pageFacts(scripts: string[], meta: Map<string, string>, title: string, heading?: string): PageFacts {
  const stated = readJsonLd(scripts)
  const author = meta.get('author') ?? meta.get('article:author')
  return {
    titles: [stated.headline, heading, meta.get('og:title'), title].flatMap((text) =>
      text ? [foldSpace(text)] : [],
    ),
    authors: stated.authors.length > 0 ? stated.authors : author && !/^https?:/.test(author) ? [author] : [],
    siteName: stated.publisher ?? meta.get('og:site_name'),
    canonical: meta.get('canonical') ?? meta.get('og:url') ?? stated.url,
    published:
      stated.published ??
      meta.get('article:published_time') ??
      meta.get('datepublished') ??
      meta.get('date') ??
      meta.get('time'),
    modified: stated.modified ?? meta.get('article:modified_time') ?? meta.get('datemodified'),
    lang: meta.get('lang') ?? stated.lang,
  }
}
