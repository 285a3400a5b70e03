/** What a page's JSON-LD says of its article. */
export interface StatedArticle {
  headline?: string
  authors: string[]
  publisher?: string
  url?: string
  published?: string
  modified?: string
  lang?: string
}

const ARTICLE =
  /^(?:News|Report|Analysis|Opinion|Review|Blog|Live|Background|Tech)?(?:Article|NewsArticle|BlogPosting|Posting|Report)$/
const DEEPEST = 12

type Node = Record<string, unknown>

/** The first article among the JSON-LD scripts of a page. A script that is not JSON is passed over: pages have them. */
export function readJsonLd(scripts: string[]): StatedArticle {
  for (const script of scripts) {
    const article = findArticle(parse(script), 0)
    if (article) return describe(article)
  }
  return { authors: [] }
}

function parse(script: string): unknown {
  try {
    return JSON.parse(script)
  } catch {
    return undefined
  }
}

function findArticle(value: unknown, depth: number): Node | undefined {
  if (depth > DEEPEST || value === null || typeof value !== 'object') return undefined
  if (Array.isArray(value)) {
    for (const entry of value) {
      const found = findArticle(entry, depth + 1)
      if (found) return found
    }
    return undefined
  }
  const node = value as Node
  const types = [node['@type']].flat().filter((type) => typeof type === 'string')
  if (types.some((type) => ARTICLE.test(type)) && (text(node.headline) || text(node.name))) return node
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart']) {
    const found = findArticle(node[key], depth + 1)
    if (found) return found
  }
  return undefined
}

function describe(node: Node): StatedArticle {
  return {
    headline: text(node.headline) ?? text(node.name),
    authors: names(node.author),
    publisher: names(node.publisher)[0],
    url:
      text(node.url) ??
      text(node.mainEntityOfPage) ??
      text((node.mainEntityOfPage as Node | undefined)?.['@id']),
    published: text(node.datePublished),
    modified: text(node.dateModified),
    lang: text(node.inLanguage),
  }
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined

function names(value: unknown): string[] {
  return [value].flat().flatMap((entry) => {
    const name = text(entry) ?? text((entry as Node | null | undefined)?.name)
    return name && !/^https?:/.test(name) ? [name] : []
  })
}
