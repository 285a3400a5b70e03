import { escapeXml } from '../xml.ts'

/**
 * Text without what feed readers or validators stop at: characters that XML does not allow, control characters of
 * Windows-1252 and the replacement character.
 */
export const feedText = (text: string): string =>
  text.toWellFormed().replace(/[^\t\n\r\u0020-\u007e\u00a0-\ufffc]/g, '')

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/**
 * Text of an element of which it is not said, or not heeded, whether it is HTML: a word joiner, which prints as nothing,
 * keeps a sign from being taken for the beginning of a tag or of a character reference.
 */
export const unmistakable = (text: string): string => text.replace(/<(?=[a-z/!?])|&(?=#?\w+;)/gi, '$&\u2060')

/** An element with a text; nothing where there is none. */
export const element = (name: string, text: string | undefined): string =>
  text ? `<${name}>${escapeXml(text)}</${name}>` : ''

/** A tag that stands for itself, or opens an element; attributes without a value are left out. */
export function tag(
  name: string,
  attributes: Record<string, string | undefined>,
  end: '/' | '' = '/',
): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(value)}"`],
  )
  return `<${name}${said.join('')}${end}>`
}

/** What HTML of our own making prints, without any space: for comparing. */
export function inkOf(html: string): string {
  return html
    .replace(/<[^<>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, '')
}
