import { hashText } from '../content/hash.ts'
import { type Pack, packKey } from '../content/pack.ts'
import { contentHashes } from '../content/words.ts'
import { type Paragraphs, type Passage, passageOf } from './passage.ts'
import { Sum } from './sum.ts'

/** What a text is compared by. */
export interface Telling {
  title: string
  paragraphs: Paragraphs
}

/**
 * How often a text has each word in each field, one field after the other: what the news is (headline, twice, and lead),
 * what the text is about (its first 300 words that carry meaning), and who and what it names.
 */
export interface Counts {
  /** Hashes of words, each with its field's salt. */
  features: Uint32Array
  times: Uint16Array | Uint32Array
  /** Places of the features in ascending order; equal ones as they come. */
  order: Uint16Array | Uint32Array
  /** Where each field ends. */
  ends: Uint32Array
}

/** What tells the words of one field from those of another. */
const SALTS = [0x1234567, 0x89abcde, 0x5bd1e995] as const
const LEAD = 60
const WHOLE = 300
const NAMES = 80
/** Characters that are read; the words counted above stand well within them. */
const READ = 12_000
/** A capitalised word inside a sentence. */
const NAME = /(?<=[\p{Ll}\p{N},;:'’"”)] ["“(‘']?)\p{Lu}[\p{L}\p{N}]+/gu

/** The counts of a text, which `kept` may have of an earlier run. */
export function countsOf({ title, paragraphs }: Telling, kept?: Pack): Counts {
  const passage = passageOf(paragraphs)
  if (!kept) return count(title, openingOf(passage))
  const key = packKey('counts', title, passage.hash)
  const bytes = kept.get(key)
  if (bytes) return readCounts(bytes)
  const counts = count(title, openingOf(passage))
  if (isSmall(counts)) kept.put(key, bytesOf(counts))
  return counts
}

function count(title: string, text: string): Counts {
  const head = contentHashes(title, Number.POSITIVE_INFINITY)
  const body = contentHashes(text, WHOLE)
  const fields = [
    sumOf([head, head, body.subarray(0, LEAD)], SALTS[0]),
    sumOf([head, body], SALTS[1]),
    sumOf([namesIn(text)], SALTS[2]),
  ]
  const ends = new Uint32Array(fields.length)
  for (const [field, { size }] of fields.entries()) ends[field] = (ends[field - 1] ?? 0) + size
  const features = new Uint32Array(ends.at(-1) ?? 0)
  const times = new Uint32Array(features.length)
  for (const [field, { numbers, weights, size }] of fields.entries()) {
    const from = (ends[field] ?? 0) - size
    features.set(numbers.subarray(0, size), from)
    times.set(weights.subarray(0, size), from)
  }
  return { features, times, order: ascending(features), ends }
}

function namesIn(text: string): Uint32Array {
  const names: number[] = []
  NAME.lastIndex = 0
  for (let found = NAME.exec(text); found && names.length < NAMES; found = NAME.exec(text))
    names.push(hashText(found[0].toLowerCase()))
  return Uint32Array.from(names)
}

function openingOf({ paragraphs }: Passage): string {
  let text = ''
  for (const paragraph of paragraphs) {
    if (text.length >= READ) break
    text += ` ${paragraph.slice(0, READ)}`
  }
  return text.slice(0, READ)
}

/** How often each word is among some lists, as a feature of a field. */
function sumOf(lists: Uint32Array[], salt: number): Sum {
  const sum = new Sum()
  for (const list of lists) for (let at = 0; at < list.length; at++) sum.add((list[at] as number) ^ salt, 1)
  return sum
}

/** As many features as can be sorted as plain numbers, feature first and place behind it, which is far quicker than by a comparison. */
const PLAIN = 2 ** 21

function ascending(features: Uint32Array): Uint32Array {
  const { length } = features
  if (length > PLAIN)
    return Uint32Array.from(features.keys()).sort(
      (a, b) => (features[a] as number) - (features[b] as number) || a - b,
    )
  const both = Float64Array.from(features, (feature, at) => feature * length + at).sort()
  return Uint32Array.from(both, (one) => one % length)
}

const isSmall = ({ features, times }: Counts): boolean =>
  features.length < 2 ** 16 && times.every((many) => many < 2 ** 16)

/** Counts of which every number but a feature takes two bytes: the ends, the features, the times, the order. */
function bytesOf({ features, times, order, ends }: Counts): Buffer {
  const bytes = new Uint8Array(4 * ends.length + 8 * features.length)
  new Uint32Array(bytes.buffer, 0, ends.length).set(ends)
  new Uint32Array(bytes.buffer, 4 * ends.length, features.length).set(features)
  new Uint16Array(bytes.buffer, 4 * (ends.length + features.length)).set(times)
  new Uint16Array(bytes.buffer, 4 * ends.length + 6 * features.length).set(order)
  return Buffer.from(bytes.buffer)
}

function readCounts(bytes: Buffer): Counts {
  const { buffer } = Uint8Array.from(bytes)
  const fields = SALTS.length
  const length = (buffer.byteLength - 4 * fields) / 8
  return {
    ends: new Uint32Array(buffer, 0, fields),
    features: new Uint32Array(buffer, 4 * fields, length),
    times: new Uint16Array(buffer, 4 * (fields + length), length),
    order: new Uint16Array(buffer, 4 * fields + 6 * length, length),
  }
}
