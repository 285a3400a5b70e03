import { escapeXml } from '../xml.ts'

/**
 * Text without what feed readers or validators stop at: characters that XML does not allow, control characters of
 * Windows-1252 and the replacement character.
 */
export const feedText = (text: string): string =>
  text.toWellFormed().replace(/[^\t\n\r\u0020-\u007e\u00a0-\ufffc]/g, '')

/** Text as it stands in HTML between tags. */
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
  let text = `<${name}`
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined) text += ` ${key}="${escapeXml(value)}"`
  }
  return `${text}${end}>`
}

const TAG = /<[^<>]*>/y
const REFERENCE = /&(?:(lt)|(gt)|(quot)|amp);/y

/** Whether all that HTML of our own making prints, white space aside, is a text without its spaces. */
export function prints(html: string, text: string): boolean {
  let read = 0
  for (let at = 0; at < html.length; at++) {
    let sign = html[at] as string
    if (sign === '<') {
      TAG.lastIndex = at
      if (TAG.test(html)) {
        at = TAG.lastIndex - 1
        continue
      }
    } else if (sign === '&') {
      REFERENCE.lastIndex = at
      const [whole = '&', lt, gt, quot] = REFERENCE.exec(html) ?? []
      sign = lt ? '<' : gt ? '>' : quot ? '"' : '&'
      at += whole.length - 1
    } else if (isSpace(sign)) continue
    while (text[read] === ' ') read++
    if (text[read] !== sign) return false
    read++
  }
  while (text[read] === ' ') read++
  return read === text.length
}

const isSpace = (sign: string): boolean => (sign <= ' ' || sign >= '\u00a0' ? /\s/.test(sign) : false)
