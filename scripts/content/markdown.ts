import MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'

const SAFE_LINK = /^(?:https?:|mailto:|[/#?]|\.{0,2}\/)/i

/**
 * The project's only Markdown reader. Raw HTML stays text, nothing is linked or curled by itself, images are not
 * rendered (a digest loads nothing from other hosts), and links go to the web or to mail only. `href` turns a link to
 * a place of the site, written from its root (`/stories/x/`), into what the page says.
 */
export function createMarkdown(href?: (path: string) => string): MarkdownIt {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image')
  markdown.validateLink = (url) => SAFE_LINK.test(url.trim()) && !url.trim().startsWith('//')
  const open = markdown.renderer.rules.link_open
  markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const token = tokens[index] as Token
    const target = String(token.attrGet('href'))
    if (/^https?:/i.test(target)) token.attrSet('rel', 'external noopener')
    else if (href && target.startsWith('/')) token.attrSet('href', href(target.slice(1)))
    return open ? open(tokens, index, options, env, self) : self.renderToken(tokens, index, options)
  }
  return markdown
}

const reader = createMarkdown()

/** The text of each block of a Markdown body, without marks: what a reader reads. */
export function plainBlocks(body: string): string[] {
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
 * source text can never become a link, a heading or markup.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|{}]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/^(\s*)([#+\-=:!])/gm, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/gm, '$1\\$2')
}
