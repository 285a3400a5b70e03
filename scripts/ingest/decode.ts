import { withoutInvisibles } from '../content/space.ts'
import { type Draft, Refusal } from './draft.ts'
import { readText } from './encoding.ts'

const LONGEST_LINE = 100_000
const SNIFFED = 4096
/** Control characters but for tab and line break. */
const CONTROL = /[^\P{Cc}\t\n]/gu
/** The sign that a decoder puts for bytes it cannot read. */
const UNREADABLE = /\ufffd/g
/** More of either than one in so many characters, but for a few, and the file was read as what it is not. */
const RARE = 100
const FEW = 4

/** Bytes to text in one form, and what kind of text it is. What is no text, or cannot be read, is refused. */
export function decode({ bytes, file }: Draft): Partial<Draft> {
  if (bytes.length === 0)
    throw new Refusal('text', '', 'the file is empty; put the text in or remove the file')
  const text = clean(readText(Buffer.from(bytes)))
  if (count(text, CONTROL) > FEW + text.length / RARE) {
    throw new Refusal(
      'text',
      text.slice(0, 20),
      'this is not text (control characters); save the page as text or HTML',
    )
  }
  if (count(text, UNREADABLE) > FEW + text.length / RARE) {
    throw new Refusal(
      'text',
      text.slice(0, 20),
      'the file is not in the encoding that it seems to have; save it as UTF-8',
    )
  }
  if (!/\S/.test(text))
    throw new Refusal('text', '', 'the file holds white space only; put the text in or remove it')
  const format = looksLikeHtml(text, file) ? 'html' : 'text'
  if (format === 'text') refuseEndlessLine(text)
  return { text: text.replace(CONTROL, '').replace(UNREADABLE, ''), format }
}

/** What stands on one letter beyond this is no accent, and to put such a run in order would take long (UAX #15, Stream-Safe Text). */
const ENDLESS_MARKS = /(\p{M}{30})\p{M}+/gu
/** All marks that stand on letters are among these, and most texts in Latin letters have none of them. */
const MAY_BE_MARK = /[\u0300-\u1fff\u20d0-\u20ff\u2c00-\uffff]/

/** One form for every text: no byte order mark or soft hyphen, `\n` line ends, composed characters, no half of a surrogate pair. */
function clean(text: string): string {
  const formed = withoutInvisibles(text)
    .replace(/\r\n?|[\u2028\u2029\u0085\f]/g, '\n')
    .toWellFormed()
  return (MAY_BE_MARK.test(formed) ? formed.replace(ENDLESS_MARKS, '$1') : formed).normalize('NFC')
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) found++
  return found
}

/** Tags that only a page begins with, and those that a text might speak of; then the same where a line begins with them. */
const PAGE = /<(?:!doctype\s{1,9}html|html|head|body)\b/i
const PART = /<(?:article|div|p|table|section|main|h1)\b/i
const OPENING_PAGE = /^\s{0,40}<(?:!doctype\s{1,9}html|html|head|body)\b/im
const OPENING_PART = /^\s{0,40}<(?:article|div|p|table|section|main|h1)\b/im
const END_TAG = /<\/[a-z]/i

/**
 * A file that is called a page is looked through for a tag. Another must begin a line with one: inside a line tags are
 * words about markup.
 */
function looksLikeHtml(text: string, file: string): boolean {
  if (/html?$/i.test(file)) return PAGE.test(text) || (PART.test(text) && END_TAG.test(text))
  const head = text.slice(0, SNIFFED)
  return OPENING_PAGE.test(head) || (OPENING_PART.test(head) && END_TAG.test(text))
}

function refuseEndlessLine(text: string): void {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    if (to - from > LONGEST_LINE) {
      throw new Refusal(
        'text',
        text.slice(from, from + 40),
        `one line of ${to - from} characters; put a line break after each paragraph`,
      )
    }
    from = to + 1
  }
}
