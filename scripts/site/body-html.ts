import type Token from 'markdown-it/lib/token.mjs'
import { createMarkdown } from '../content/markdown.ts'
import { findMentions, type Registry } from '../content/registry.ts'
import { anchorBlocks } from './anchors.ts'

/**
 * Markdown to HTML; `topics` are the ids whose first mention becomes a link, `dateline` a place that is no mention.
 * Where `anchored`, every block can be linked to.
 */
export type BodyRenderer = (body: string, topics: string[], dateline?: string, anchored?: boolean) => string

/**
 * A renderer that links each of a text's topics where the text first names it: not inside headings, links or code,
 * and never two topics on the same words (the longer form wins).
 */
export function bodyRenderer(registry: Registry, href: (path: string) => string): BodyRenderer {
  const markdown = createMarkdown(href)
  return (body, topics, dateline = '', anchored = false) => {
    const wanted = new Set(topics)
    const tokens = markdown.parse(body, {})
    if (anchored) anchorBlocks(tokens)
    for (const [at, token] of tokens.entries()) {
      if (token.type === 'inline' && token.children && tokens[at - 1]?.type !== 'heading_open') {
        token.children = linkFirstMentions(token.children, wanted, registry, dateline)
      }
    }
    return markdown.renderer.render(tokens, markdown.options, {})
  }
}

function linkFirstMentions(
  children: Token[],
  wanted: Set<string>,
  registry: Registry,
  dateline: string,
): Token[] {
  if (wanted.size === 0) return children
  let inLink = 0
  return joinText(children).flatMap((token) => {
    if (token.type === 'link_open') inLink++
    if (token.type === 'link_close') inLink--
    return token.type === 'text' && inLink === 0 ? linkText(token, wanted, registry, dateline) : [token]
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

function linkText(token: Token, wanted: Set<string>, registry: Registry, dateline: string): Token[] {
  const text = token.content
  const parts: Token[] = []
  const told = dateline && text.startsWith(dateline) ? dateline.length : 0
  let from = 0
  const mentions = findMentions(text, registry).filter((mention) => mention.certain)
  for (const { topic, start, end } of mentions) {
    if (start < Math.max(from, told) || !wanted.has(topic)) continue
    if (
      mentions.some(
        (other) =>
          other.start <= start &&
          end <= other.end &&
          other.end - other.start > end - start &&
          wanted.has(other.topic),
      )
    )
      continue
    wanted.delete(topic)
    const open = new (token.constructor as typeof Token)('link_open', 'a', 1)
    open.attrs = [['href', `/topics/${topic}/`]]
    const close = new (token.constructor as typeof Token)('link_close', 'a', -1)
    parts.push(
      textToken(token, text.slice(from, start)),
      open,
      textToken(token, text.slice(start, end)),
      close,
    )
    from = end
  }
  return [...parts, textToken(token, text.slice(from))]
}

function textToken(like: Token, content: string): Token {
  const token = new (like.constructor as typeof Token)('text', '', 0)
  token.content = content
  token.level = like.level
  return token
}
