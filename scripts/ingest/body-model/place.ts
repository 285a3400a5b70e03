import type { Context } from './context.ts'
import { hasCue, WORD_CLASS_NAMES } from './cues.ts'
import type { SourceLine } from './lines.ts'
import type { LineScan, Scan } from './scan.ts'
import { distancesUntil, fraction, log, prefixSums, signed, sumOf } from './sums.ts'

/** Features of a line's place in its document. */

export const PLACE = [
  'position',
  'wordsBefore',
  'proseBefore',
  'proseAfter',
  'proseShareBefore',
  'inCore',
  'linesToCore',
  'wordsToCore',
  'sinceProse',
  'untilProse',
  'density2',
  'density5',
  'density15',
  'shortBefore',
  'shortAfter',
  'topicShare',
  'onlyHere',
  'commentsSinceCore',
  'relatedSinceCore',
  'sharesSinceCore',
  'sinceComments',
  'sinceRelated',
  'sinceDateline',
  'sinceByline',
  'sinceDate',
  'blockWords',
  'blockShare',
  'periodic',
  'readers10',
  'dates10',
  'person5',
  'reporting5',
  'function5',
  'ended5',
  'quotes5',
] as const
export const DOCUMENT = [
  'documentWords',
  'documentProse',
  'documentLines',
  'documentCore',
  'documentBlanks',
] as const

const CALENDAR = WORD_CLASS_NAMES.indexOf('calendar')
const PERSON = WORD_CLASS_NAMES.indexOf('person')
const REPORTING = WORD_CLASS_NAMES.indexOf('reporting')

/** Position in the document, in its densest block, and relative to the headings that end an article. */
export function placeRows(
  scan: Scan,
  context: Context,
  source: readonly SourceLine[],
  write: (line: number, row: readonly number[]) => void,
): void {
  const { lines } = scan
  const { prose, core } = context
  const n = lines.length
  const words = prefixSums(n, (i) => (lines[i] as LineScan).words)
  const proseWords = prefixSums(n, (i) => (prose[i] ? (lines[i] as LineScan).words : 0))
  const readers = prefixSums(n, (i) =>
    hasCue((lines[i] as LineScan).cues, 'reader') || hasCue((lines[i] as LineScan).cues, 'ago') ? 1 : 0,
  )
  const dates = prefixSums(n, (i) => (isDate(lines[i] as LineScan) ? 1 : 0))
  // How the lines around speak, by the word: reports quote and say, readers say I and you.
  const voice = [
    (line: LineScan) => line.words * (line.classShares[PERSON] as number),
    (line: LineScan) => line.words * (line.classShares[REPORTING] as number),
    (line: LineScan, i: number) => line.words * (context.functionShare[i] as number),
    (line: LineScan) => (line.shape.end >= 3 ? line.words : 0),
    (line: LineScan) => line.shape.quotes,
  ].map((value) => prefixSums(n, (i) => value(lines[i] as LineScan, i)))
  const total = sumOf(words, 0, n)
  const proseTotal = sumOf(proseWords, 0, n)
  const coreWords = sumOf(words, core.from, core.to)
  const blanks = source.reduce((sum, line) => sum + (line.blanksBefore ? 1 : 0), 0)
  const documentRow = [
    log(total),
    log(proseTotal),
    log(n),
    proseTotal ? coreWords / proseTotal : 0,
    n ? blanks / n : 0,
  ]
  const until = distancesUntil(n, (i) => prose[i] === 1)
  const shortAfter = distancesUntil(n, (i) => (lines[i] as LineScan).words >= 8)
  const topic = topicShares(scan, context)
  const blocks = proseBlocks(lines, prose)
  const signatures = Int32Array.from(lines, signature)
  const since = { prose: 99, long: 99, comments: 99, related: 99, dateline: 99, byline: 99, date: 99 }
  let comments = 0
  let related = 0
  let shares = 0
  for (let i = 0; i < n; i++) {
    const line = lines[i] as LineScan
    if (i > core.from) {
      if (hasCue(line.cues, 'commentHeading')) comments++
      if (hasCue(line.cues, 'relatedHeading')) related++
      if (hasCue(line.cues, 'shareHeading')) shares++
    }
    since.comments = hasCue(line.cues, 'commentHeading') ? 0 : Math.min(99, since.comments + 1)
    since.dateline = hasCue(line.cues, 'dateline') ? 0 : Math.min(99, since.dateline + 1)
    since.byline = hasCue(line.cues, 'byline') ? 0 : Math.min(99, since.byline + 1)
    since.date = isDate(line) && line.words <= 12 ? 0 : Math.min(99, since.date + 1)
    since.related = hasCue(line.cues, 'relatedHeading') ? 0 : Math.min(99, since.related + 1)
    const place = [
      n > 1 ? i / (n - 1) : 0,
      total ? sumOf(words, 0, i) / total : 0,
      log(sumOf(proseWords, 0, i)),
      log(sumOf(proseWords, i + 1, n)),
      proseTotal ? sumOf(proseWords, 0, i) / proseTotal : 0,
      i >= core.from && i < core.to ? 1 : 0,
      signed(i, core.from, core.to),
      i < core.from ? -log(sumOf(words, i, core.from)) : i >= core.to ? log(sumOf(words, core.to, i + 1)) : 0,
      log(since.prose),
      log(until[i + 1] ?? 99),
      ...[2, 5, 15].map((span) => log(sumOf(words, i - span, i + span + 1) / (2 * span + 1))),
      log(since.long),
      log(shortAfter[i + 1] ?? 99),
      topic.shares[i] ?? 0,
      topic.onlyHere[i] ?? 0,
      Math.min(5, comments),
      Math.min(9, related),
      Math.min(9, shares),
      log(since.comments),
      log(since.related),
      log(since.dateline),
      log(since.byline),
      log(since.date),
      blocks.words[i] ?? 0,
      proseTotal ? 2 ** (blocks.words[i] ?? 0) / proseTotal : 0,
      periodicity(signatures, i),
      sumOf(readers, i - 10, i + 11),
      sumOf(dates, i - 10, i + 11),
      ...voice.map((sums) => sumOf(sums, i - 5, i + 6) / (1 + sumOf(words, i - 5, i + 6))),
    ]
    write(i, [...place, ...documentRow])
    since.prose = prose[i] ? 0 : Math.min(99, since.prose + 1)
    since.long = line.words >= 8 ? 0 : Math.min(99, since.long + 1)
  }
}

/** Share of a line's words that recur in the densest block, and share of those that stand nowhere else at all. */
function topicShares({ lines, vocabulary }: Scan, { core, functionWord }: Context) {
  const inCore = new Uint32Array(vocabulary.length)
  const everywhere = new Uint32Array(vocabulary.length)
  lines.forEach((line, i) => {
    for (const id of line.ids) {
      everywhere[id] = (everywhere[id] ?? 0) + 1
      if (i >= core.from && i < core.to) inCore[id] = (inCore[id] ?? 0) + 1
    }
  })
  const content = (line: LineScan): number[] =>
    line.ids.filter((id) => !functionWord[id] && (vocabulary[id]?.length ?? 0) > 3)
  const shares = lines.map((line, i) => {
    const own = i >= core.from && i < core.to ? 1 : 0
    return fraction(content(line), (id) => (inCore[id] ?? 0) > own)
  })
  return { shares, onlyHere: lines.map((line) => fraction(content(line), (id) => everywhere[id] === 1)) }
}

function isDate(line: LineScan): boolean {
  return (line.classShares[CALENDAR] as number) >= 0.3
}

/** Log words of the run of prose that each line belongs to; one short line does not end a run. */
function proseBlocks(lines: readonly LineScan[], prose: Uint8Array): { readonly words: Float32Array } {
  const words = new Float32Array(lines.length)
  for (let from = 0; from < lines.length; ) {
    if (!prose[from]) {
      from++
      continue
    }
    let to = from
    let sum = 0
    while (to < lines.length && (prose[to] || prose[to + 1])) sum += (lines[to++] as LineScan).words
    words.fill(log(sum), from, to)
    from = to
  }
  return { words }
}

/** Lines of a list of teasers or comments come in a rhythm: the same kinds of line, every few lines. */
function signature(line: LineScan): number {
  const size = line.words < 3 ? 0 : line.words < 8 ? 1 : line.words < 20 ? 2 : 3
  return size * 36 + line.shape.end * 6 + line.shape.start
}

const PERIODS = [2, 3, 4, 5]
const SPAN = 8

/** The largest share of the lines around that look like the ones a period before, where they vary within the period. */
function periodicity(signatures: Int32Array, at: number): number {
  let best = 0
  const from = Math.max(0, at - SPAN)
  const to = Math.min(signatures.length, at + SPAN + 1)
  for (const period of PERIODS) {
    let same = 0
    for (let i = from + period; i < to; i++)
      if (signatures[i] === signatures[i - period] && signatures[i] !== signatures[i - 1]) same++
    best = Math.max(best, same / Math.max(1, to - from - period))
  }
  return best
}
