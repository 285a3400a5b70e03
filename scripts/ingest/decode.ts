import iconv from 'iconv-lite'
import { withoutInvisibles } from '../content/space.ts'
import { type Draft, Refusal } from './draft.ts'

const LONGEST_LINE = 100_000
const SNIFFED = 4096
/** Control characters but for tab and line break, and the sign that a decoder puts for bytes it cannot read. */
const NOT_TEXT = /[^\P{Cc}\t\n]|\ufffd/gu

/**
 * Bytes to text. In order: byte order mark, UTF-16 told by its zero bytes, strict UTF-8, the charset a saved page
 * declares, windows-1252 (Node 20's own decoder of that name is latin1 and loses curly quotes).
 */
export function decode({ bytes }: Draft): Partial<Draft> {
  if (bytes.length === 0)
    throw new Refusal('text', '', 'the file is empty; put the text in or remove the file')
  const text = clean(read(Buffer.from(bytes)))
  const controls = count(text, NOT_TEXT)
  if (controls > text.length / 100) {
    throw new Refusal(
      'text',
      text.slice(0, 20),
      'this is not text (control characters); save the page as text or HTML',
    )
  }
  if (!/\S/.test(text))
    throw new Refusal('text', '', 'the file holds white space only; put the text in or remove it')
  const format = looksLikeHtml(text) ? 'html' : 'text'
  if (format === 'text') refuseEndlessLine(text)
  return { text: text.replace(NOT_TEXT, ''), format }
}

function read(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf-16be')
  const head = bytes.subarray(0, SNIFFED)
  const zeros = [0, 0]
  for (let at = head.indexOf(0); at >= 0; at = head.indexOf(0, at + 1))
    zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  if ((zeros[1] ?? 0) > head.length / 4) return iconv.decode(bytes, 'utf-16le')
  if ((zeros[0] ?? 0) > head.length / 4) return iconv.decode(bytes, 'utf-16be')
  try {
    // As a stream, so that a file cut off inside its last character is still told for UTF-8.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    const declared = /charset\s{0,3}=\s{0,3}["']?([\w-]{1,40})/i.exec(head.toString('latin1'))?.[1]
    const usable =
      declared && iconv.encodingExists(declared) && !/^utf-?8$|^iso-?8859-1$|^latin-?1$/i.test(declared)
    return iconv.decode(bytes, usable ? declared : 'windows-1252')
  }
}

/** One form for every text: no byte order mark or soft hyphen, `\n` line ends, composed characters, no half of a surrogate pair. */
function clean(text: string): string {
  return withoutInvisibles(text)
    .replace(/\r\n?|[\u2028\u2029\u0085\f]/g, '\n')
    .toWellFormed()
    .normalize('NFC')
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) found++
  return found
}

function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, SNIFFED)
  return (
    /<(?:!doctype html|html|head|body|article|div|p|table)\b/i.test(head) &&
    /<\/[a-z]/i.test(text.slice(0, 100_000))
  )
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
