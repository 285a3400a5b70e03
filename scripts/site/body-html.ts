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
    const texts = inlines.flatMap((inline) =>
      (inline.children ?? []).filter((token) => token.type === 'text'),
    )
    const read = readTopics(
      '',
      texts.map(({ content }) => withoutDateline(content, dateline)),
      registry,
    )
    const mentions = new Map(texts.map((token, at) => [token, read.paragraphs[at] ?? []]))
    const links = new TopicLinks(topics)
    for (const inline of inlines)
      if (!headings.has(inline))
        inline.children = outsideLinks(inline.children ?? [], (token) =>
          links.put(token, mentions.get(token) ?? []),
        )
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

function outsideLinks(children: Token[], link: (token: Token) => Token[]): Token[] {
  let inLink = 0
  return children.flatMap((token) => {
    if (token.type === 'link_open') inLink++
    if (token.type === 'link_close') inLink--
    return token.type === 'text' && inLink === 0 ? link(token) : [token]
  })
}

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

  put(token: Token, mentions: Mention[]): Token[] {
    const parts: Token[] = []
    let from = 0
    for (const { topic, start, end } of mentions.filter(({ by }) => by !== 'part').sort(this.#longestFirst)) {
      if (start < from || this.#linked.has(topic)) continue
      this.#linked.add(topic)
      const open = new (token.constructor as typeof Token)('link_open', 'a', 1)
      open.attrs = [['href', `/topics/${topic}/`]]
      const close = new (token.constructor as typeof Token)('link_close', 'a', -1)
      parts.push(textToken(token, token.content.slice(from, start)), open)
      parts.push(textToken(token, token.content.slice(start, end)), close)
      from = end
    }
    return [...parts, textToken(token, token.content.slice(from))]
  }

  #longestFirst = (a: Mention, b: Mention): number =>
    a.start - b.start || b.end - a.end || this.#rankOf(a) - this.#rankOf(b)

  #rankOf({ topic }: Mention): number {
    return this.#rank.get(topic) ?? this.#rank.size
  }
}

function textToken(like: Token, content: string): Token {
  const token = new (like.constructor as typeof Token)('text', '', 0)
  token.content = content
  token.level = like.level
  return token
}
