import { hasCue } from './cues.ts'
import type { LineScan, Scan } from './scan.ts'

/** What a line's document says about it: the densest block of prose, and the words that recur. */
export interface Context {
  /** 1 for a word that this document uses as a function word. */
  readonly functionWord: Uint8Array
  readonly functionShare: Float32Array
  readonly prose: Uint8Array
  /** The densest block: from the first line to the one after the last. */
  readonly core: Range
  /** Number of other lines with the same words. */
  readonly repeats: Uint16Array
  /** Number of other lines that begin with the same two words. */
  readonly sameStart: Uint16Array
}

export interface Range {
  readonly from: number
  readonly to: number
}

const FUNCTION_WORDS = 30
/** A line of so many words is likely to be a sentence, and tells which words the language leans on. */
const SENTENCE_WORDS = 12

/** What the lines of a document tell together: its function words, its prose, its densest block, what it repeats. */
export function documentContext(scan: Scan): Context {
  const { lines, vocabulary } = scan
  const functionWord = functionWords(lines, vocabulary)
  const functionShare = Float32Array.from(lines, (line) => share(line.ids, functionWord))
  const prose = Uint8Array.from(lines, (line, i) => (isProse(line, functionShare[i] ?? 0) ? 1 : 0))
  const core = heaviestRange(lines.length, (i) => {
    const line = lines[i] as LineScan
    if (hasCue(line.cues, 'commentHeading')) return -40
    if (hasCue(line.cues, 'relatedHeading')) return -10
    return prose[i] ? Math.min(line.words, 60) : -4
  })
  return {
    functionWord,
    functionShare,
    prose,
    core,
    repeats: repetitions(lines, 40),
    sameStart: repetitions(lines, 2),
  }
}

function isProse(line: LineScan, functionShare: number): boolean {
  if (line.words < 8) return false
  return line.shape.end >= 3 || functionShare >= 0.2 || line.words >= 25
}

/** The words most used in long lines: a list of its own for each language, found rather than given. */
function functionWords(lines: readonly LineScan[], vocabulary: readonly string[]): Uint8Array {
  const counts = new Uint32Array(vocabulary.length)
  for (const line of lines)
    if (line.words >= SENTENCE_WORDS) for (const id of line.ids) counts[id] = (counts[id] ?? 0) + 1
  const ranked = [...vocabulary.keys()]
    .filter((id) => (counts[id] ?? 0) >= 3 && (vocabulary[id]?.length ?? 0) <= 5)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
  const chosen = new Uint8Array(vocabulary.length)
  for (const id of ranked.slice(0, FUNCTION_WORDS)) chosen[id] = 1
  return chosen
}

function share(ids: readonly number[], chosen: Uint8Array): number {
  let count = 0
  for (const id of ids) count += chosen[id] ?? 0
  return ids.length ? count / ids.length : 0
}

/** The run of lines with the greatest sum of scores (Kadane). */
export function heaviestRange(length: number, score: (line: number) => number): Range {
  let best = 0
  let range: Range = { from: 0, to: 0 }
  let sum = 0
  let from = 0
  for (let i = 0; i < length; i++) {
    if (sum <= 0) {
      sum = 0
      from = i
    }
    sum += score(i)
    if (sum > best) {
      best = sum
      range = { from, to: i + 1 }
    }
  }
  return range
}

/** For each line the number of others with the same words, of which at most `length` are looked at. */
function repetitions(lines: readonly LineScan[], length: number): Uint16Array {
  const counts = new Map<string, number>()
  const keys = lines.map((line) =>
    (line.ids.length > length ? line.ids.slice(0, length) : line.ids).join(' '),
  )
  for (const key of keys) if (key) counts.set(key, (counts.get(key) ?? 0) + 1)
  return Uint16Array.from(keys, (key) => Math.min(1000, Math.max(0, (counts.get(key) ?? 1) - 1)))
}
