import iconv from 'iconv-lite'
import { Refusal } from './draft.ts'

const SNIFFED = 4096
/** Of a text without zero bytes nothing is UTF-16: Latin letters, spaces and line ends have one each. */
const ZEROS = 0.02
/** So many times more zero bytes on the one side than on the other tell which half of a character comes first. */
const LOPSIDED = 8
/** So many stray bytes are looked at before a text is given up as UTF-8. */
const PATIENCE = 16
/** Of a text in Latin letters hardly one in twenty has an accent; a guess that finds more has guessed wrongly. */
const ACCENTED = 0.25
const FEW = 16

/** Charsets that a page may declare. The others that iconv knows (`hex`, `base64`) are no charsets of texts. */
const CHARSET =
  /^(?:windows-?\d{3,4}|cp-?\d{3,4}|iso-?8859-?\d{1,2}(?:-[ei])?|koi8-[ru]|(?:x-)?s(?:hift_?)?jis|ms_kanji|windows-31j|euc-?(?:jp|kr|cn)|ks_c_5601-1987|ksc5601|gb2312|gbk|gb18030|big5(?:-hkscs)?|tis-?620|ibm\d{3}|macintosh|x-mac-[a-z]+|maccyrillic)$/i

/** What a file begins with that is no text at all. */
const KINDS: [kind: string, start: string][] = [
  ['a PDF', '%PDF-'],
  ['a PostScript file', '%!PS'],
  ['a zip archive, or a document of an office program', 'PK\x03\x04'],
  ['a document of an office program', '\xd0\xcf\x11\xe0'],
  ['a rich text file', '{\\rtf'],
  ['a picture', '\x89PNG'],
  ['a picture', '\xff\xd8\xff'],
  ['a picture', 'GIF8'],
  ['a compressed file', '\x1f\x8b'],
  ['a program', '\x7fELF'],
  ['a text in ISO-2022', '\x1b$'],
]

/**
 * Bytes to text. In order: byte order mark; UTF-16 and UTF-32 told by their zero bytes; UTF-8, a few stray bytes in it
 * allowed; the charset that a saved page declares; windows-1252 (Node 20's own decoder of that name is latin1 and loses
 * curly quotes), unless that gives a text that nobody wrote.
 */
export function readText(bytes: Buffer): string {
  const start = bytes.toString('latin1', 0, 8)
  const [kind] = KINDS.find(([, beginning]) => start.startsWith(beginning)) ?? []
  if (kind) throw new Refusal('text', start, `this is ${kind}; save it as text in UTF-8 or as HTML`)
  const head = bytes.subarray(0, SNIFFED)
  const wide = wideEncoding(head)
  if (wide) return iconv.decode(bytes, wide)
  try {
    // As a stream, so that a file cut off inside its last character is still told for UTF-8.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return mendedUtf8(bytes) ?? declared(bytes, head) ?? guessed(bytes)
  }
}

function wideEncoding(head: Buffer): string | undefined {
  const starts = (...mark: number[]) => mark.every((byte, at) => head[at] === byte)
  if (starts(0xff, 0xfe, 0, 0)) return 'utf-32le'
  if (starts(0, 0, 0xfe, 0xff)) return 'utf-32be'
  if (starts(0xff, 0xfe)) return 'utf-16le'
  if (starts(0xfe, 0xff)) return 'utf-16be'
  if (!head.includes(0)) return undefined
  const zeros: [number, number, number, number] = [0, 0, 0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 4] = (zeros[at % 4] ?? 0) + 1
  const [first, second, third, fourth] = zeros
  const most = head.length / 4
  if (third > 0.9 * most && fourth > 0.9 * most) return 'utf-32le'
  if (first > 0.9 * most && second > 0.9 * most) return 'utf-32be'
  const even = first + third
  const odd = second + fourth
  if (odd > ZEROS * head.length && odd > LOPSIDED * even) return 'utf-16le'
  if (even > ZEROS * head.length && even > LOPSIDED * odd) return 'utf-16be'
  return undefined
}

/**
 * UTF-8 in which a few bytes are not, as where two texts were joined: those are read as windows-1252, halves of
 * surrogate pairs (CESU-8) as what they stand for. Nothing for a text that is mostly something else.
 */
function mendedUtf8(bytes: Buffer): string | undefined {
  const parts: string[] = []
  let sound = 0
  let stray = 0
  let from = 0
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at)
    if (length > 0 && !isHalf(bytes, at)) {
      if (length > 1) sound++
      at += length
      continue
    }
    parts.push(bytes.toString('utf8', from, at))
    if (length > 0) {
      sound++
      parts.push(
        String.fromCharCode((((bytes[at + 1] ?? 0) & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f) | 0xd000),
      )
    } else {
      stray++
      if (stray > PATIENCE && stray > sound) return undefined
      parts.push(iconv.decode(bytes.subarray(at, at + 1), 'windows-1252'))
    }
    at += Math.max(1, length)
    from = at
  }
  parts.push(bytes.toString('utf8', from))
  return stray > sound ? undefined : parts.join('')
}

/** Bytes of the UTF-8 character at a place, one half of a surrogate pair included; 0 where none begins. */
function lengthAt(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0
  for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  const second = bytes[at + 1] ?? 0
  const isOverlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90)
  return isOverlong || (lead === 0xf4 && second > 0x8f) ? 0 : length
}

const isHalf = (bytes: Buffer, at: number): boolean => bytes[at] === 0xed && (bytes[at + 1] ?? 0) >= 0xa0

function declared(bytes: Buffer, head: Buffer): string | undefined {
  const charset = /charset\s{0,3}=\s{0,3}["']?([\w-]{1,40})/i.exec(head.toString('latin1'))?.[1]
  const isOwn = charset && CHARSET.test(charset) && iconv.encodingExists(charset)
  return isOwn && !/^iso-?8859-?1$/i.test(charset) ? iconv.decode(bytes, charset) : undefined
}

function guessed(bytes: Buffer): string {
  let high = 0
  let printed = 0
  let controls = 0
  for (const byte of bytes) {
    if (byte >= 0x80) high++
    if (byte > 0x20) printed++
    else if (byte < 0x09) controls++
  }
  // A file with control characters is no text in any encoding, and refused for that later.
  if (high > FEW && high > ACCENTED * printed && controls < printed / 100)
    throw new Refusal(
      'text',
      undefined,
      'the encoding is not known (it is not UTF-8); save the file as UTF-8',
    )
  return iconv.decode(bytes, 'windows-1252')
}
