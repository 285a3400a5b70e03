import MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'
import { leadsTo } from './address.ts'
import { plainParagraphs } from './plain-paragraphs.ts'
import { printable } from './printable.ts'

/** A place of the site or of the page itself; `//host` would be another site's. */
const OWN_PLACE = /^(?:\/(?!\/)|[#?]|\.{1,2}\/)/

/**
 * The project's only Markdown reader. Raw HTML stays text, nothing is linked or curled by itself, and links go to the
 * web or to mail only. A picture becomes a link to it, since a digest loads nothing from other hosts. `href` turns a
 * link to a place of the site, written from its root (`/stories/x/`), into what the page says.
 */
export function createMarkdown(href?: (path: string) => string): MarkdownIt {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })
  markdown.validateLink = (url) => OWN_PLACE.test(url) || leadsTo(url) !== undefined
  markdown.core.ruler.push('pictures', ({ tokens }) => {
    for (const token of tokens) if (token.children) token.children = withoutPictures(token.children)
  })
  const open = markdown.renderer.rules.link_open
  markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const token = tokens[index] as Token
    const target = String(token.attrGet('href'))
    if (leadsTo(target) === 'web') token.attrSet('rel', 'external noopener')
    else if (href && target.startsWith('/')) token.attrSet('href', href(target.slice(1)))
    return open ? open(tokens, index, options, env, self) : self.renderToken(tokens, index, options)
  }
  return markdown
}

/** Tokens with each picture turned into a link that says what it shows, or into that text alone inside another link. */
function withoutPictures(children: Token[]): Token[] {
  if (!children.some(({ type }) => type === 'image')) return children
  let inLink = 0
  return children.flatMap((token) => {
    if (token.type === 'link_open') inLink++
    if (token.type === 'link_close') inLink--
    if (token.type !== 'image') return [token]
    const address = token.attrGet('src')
    const shown = withoutPictures(token.children ?? [])
    if (!address || inLink > 0) return shown
    const Made = token.constructor as typeof Token
    const open = new Made('link_open', 'a', 1)
    open.attrs = [['href', address]]
    const text = new Made('text', '', 0)
    text.content = address
    return [open, ...(shown.length > 0 ? shown : [text]), new Made('link_close', 'a', -1)]
  })
}

const reader = createMarkdown()

/** The text of each block of a Markdown body, without marks: what a reader reads. */
export function plainBlocks(body: string): string[] {
  return plainParagraphs(body) ?? parsedBlocks(body)
}

/** The same of any body, as the parser reads it. */
export function parsedBlocks(body: string): string[] {
  return reader.parse(body, {}).flatMap((token) => {
    if (token.type === 'inline') return [inlineText(token.children ?? [])]
    if (token.type === 'fence' || token.type === 'code_block') return [token.content]
    return []
  })
}

function inlineText(tokens: Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' '
      return token.type === 'text' || token.type === 'code_inline' || token.type === 'text_special'
        ? token.content
        : ''
    })
    .join('')
    .trim()
}

/**
 * Plain text as Markdown that renders as that text. Every character that could open a construct is escaped, so a
 * source text can never become a link, a heading or markup. What cannot be printed is left out first: it would stand
 * between a construct and the pattern that escapes it.
 */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]<>~|{}]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/^(\s*)([#+\-=:!])/gm, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/gm, '$1\\$2')
}
