import type Token from 'markdown-it/lib/token.mjs'
import { createMarkdown } from '../content/markdown.ts'
import { type Mention, readTopics } from '../content/mentions.ts'
import type { Registry } from '../content/registry.ts'
import { anchorBlocks } from './anchors.ts'

/**
 * Markdown to HTML. `topics` are the text's tags, most salient first, `dateline` a place that is no mention. Where
 * `anchored`, every block can be linked to.
 */
export type BodyRenderer = (body: string, topics: string[], dateline?: string, anchored?: boolean) => string

/**
 * A renderer that links each topic where the text first speaks of it, tag or not: not inside headings, links or code,
 * and never two topics on the same words. The longer form wins, of equal ones the tag that comes first.
 */
export function bodyRenderer(registry: Registry, href: (path: string) => string): BodyRenderer {
  const markdown = createMarkdown(href)
  return (body, topics, dateline = '', anchored = false) => {
    const tokens = markdown.parse(body, {})
    if (anchored) anchorBlocks(tokens)
    const inlines = tokens.filter((token) => token.type === 'inline' && token.children)
    const headings = new Set(tokens.filter((_, at) => tokens[at - 1]?.type === 'heading_open'))
    for (const inline of inlines) inline.children = joinText(inline.children ?? [])
    const texts = inlines.map((inline) => withoutDateline(readable(inline.children ?? []), dateline))
    const { paragraphs } = readTopics('', texts, registry)
    const links = new TopicLinks(topics)
    for (const [at, inline] of inlines.entries())
      if (!headings.has(inline)) inline.children = links.put(inline.children ?? [], paragraphs[at] ?? [])
    return markdown.renderer.render(tokens, markdown.options, {})
  }
}

const DATELINE = 80
const AFTER_PLACE = /^[^\n–—-]*\s[–—-]{1,2}\s/

/** A text whose dateline, up to its dash, is blank: it keeps every other word where it stands. */
function withoutDateline(text: string, place: string): string {
  if (!place || !text.startsWith(place)) return text
  const rest = AFTER_PLACE.exec(text.slice(place.length, DATELINE))?.[0] ?? ''
  const length = place.length + rest.length
  return ' '.repeat(length) + text.slice(length)
}

/** Stands for what is no word of the text, such as code. */
const OBJECT = '\ufffc'

/** What a token adds to its paragraph as a reader sees it: a line break is a space, marks of emphasis are nothing. */
function readAs({ type, content }: Token): string {
  if (type === 'text') return content
  if (type === 'softbreak' || type === 'hardbreak') return ' '
  return content ? OBJECT : ''
}

const readable = (children: Token[]): string => children.map(readAs).join('')

/** Escapes split a text into pieces; a name may run over them. */
function joinText(children: Token[]): Token[] {
  const joined: Token[] = []
  for (const token of children) {
    const before = joined.at(-1)
    const isText = token.type === 'text' || token.type === 'text_special'
    if (isText && before?.type === 'text') before.content += token.content
    else if (isText) joined.push(textToken(token, token.content))
    else joined.push(token)
  }
  return joined
}

/** Puts links into a body's texts, one for each topic. */
class TopicLinks {
  readonly #linked = new Set<string>()
  readonly #rank: Map<string, number>

  constructor(tags: string[]) {
    this.#rank = new Map(tags.map((topic, at) => [topic, at]))
  }

  /**
   * The tokens of a paragraph with links put in. Mentions are places in its readable text; one that emphasis, a link or
   * code cuts is not linked.
   */
  put(children: Token[], mentions: Mention[]): Token[] {
    const found = mentions.filter(({ by }) => by !== 'part').sort(this.#longestFirst)
    const put: Token[] = []
    let at = 0
    let next = 0
    for (const { tokens, mayLink } of runsOfText(children)) {
      const end = at + readable(tokens).length
      let from = at
      for (; mayLink && (found[next]?.start ?? end) < end; next++) {
        const mention = found[next] as Mention
        if (mention.start < from || mention.end > end || this.#linked.has(mention.topic)) continue
        this.#linked.add(mention.topic)
        put.push(...cut(tokens, from - at, mention.start - at))
        put.push(...linkTo(mention.topic, cut(tokens, mention.start - at, mention.end - at)))
        from = mention.end
      }
      put.push(...(from > at ? cut(tokens, from - at, end - at) : tokens))
      at = end
    }
    return put
  }

  #longestFirst = (a: Mention, b: Mention): number =>
    a.start - b.start || b.end - a.end || this.#rankOf(a) - this.#rankOf(b)

  #rankOf({ topic }: Mention): number {
    return this.#rank.get(topic) ?? this.#rank.size
  }
}

interface Run {
  tokens: Token[]
  mayLink: boolean
}

/** Tokens in runs that one link may go over: text and line breaks outside links. Each other token is by itself. */
function runsOfText(children: Token[]): Run[] {
  const runs: Run[] = []
  let inLink = 0
  for (const token of children) {
    if (token.type === 'link_open') inLink++
    if (token.type === 'link_close') inLink--
    const mayLink = inLink === 0 && (token.type === 'text' || token.type === 'softbreak')
    const last = runs.at(-1)
    if (mayLink && last?.mayLink) last.tokens.push(token)
    else runs.push({ tokens: [token], mayLink })
  }
  return runs
}

/** What stands between two places of a run's readable text. */
function cut(run: Token[], from: number, to: number): Token[] {
  const tokens: Token[] = []
  let at = 0
  for (const token of run) {
    const text = readAs(token)
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, text.length)]
    if (start < end) tokens.push(token.type === 'text' ? textToken(token, text.slice(start, end)) : token)
    at += text.length
  }
  return tokens
}

function linkTo(topic: string, tokens: Token[]): Token[] {
  const Made = (tokens[0] as Token).constructor as typeof Token
  const open = new Made('link_open', 'a', 1)
  open.attrs = [['href', `/topics/${topic}/`]]
  return [open, ...tokens, new Made('link_close', 'a', -1)]
}

function textToken(like: Token, content: string): Token {
  const token = new (like.constructor as typeof Token)('text', '', 0)
  token.content = content
  token.level = like.level
  return token
}
