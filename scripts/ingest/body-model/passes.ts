import { heaviestRange } from './context.ts'
import { type FeatureTable, fillMarkupScores, HEADLINE_AT, rowStart, SECOND_AT } from './features.ts'
import { type LineScan, sameWords } from './scan.ts'
import { distancesUntil, fraction, log, prefixSums, signed, sumOf } from './sums.ts'

/** Features that build on what an earlier step found. */

/** A line less probable than this is not taken for the headline even if no other is more so. */
const LEAST = 0.04

/** The most probable headline, or -1. */
export function pickHeadline(score: Float64Array): number {
  let best = -1
  for (let i = 0; i < score.length; i++)
    if ((score[i] as number) >= LEAST && (best < 0 || (score[i] as number) > (score[best] as number)))
      best = i
  return best
}

/** Fills the features that need the headline, from the probability of each line of being it. */
export function headlineFeatures(
  { values, scan, context }: FeatureTable,
  score: Float64Array,
  headline: number,
): void {
  const { lines } = scan
  const words = prefixSums(lines.length, (i) => lines[i]?.words ?? 0)
  const printed = lines[headline]
  const title = new Set(printed?.ids)
  const subject = [...title].filter((id) => !context.functionWord[id])
  const told = subjectTold(lines, subject, context.prose, headline)
  lines.forEach((line, i) => {
    const row = [
      headline < 0 ? -9 : signed(i, headline, headline + 1),
      printed && sameWords(line, printed) ? 1 : 0,
      fraction(line.ids, (id) => title.has(id)),
      score[i] as number,
      headline < 0 ? -20 : i < headline ? -log(sumOf(words, i, headline)) : log(sumOf(words, headline, i)),
      told.around[i] as number,
      told.inBlock[i] as number,
    ]
    values.set(row, rowStart(i) + HEADLINE_AT)
  })
}

const AROUND = 4

/**
 * Share of the headline's subject words told in the lines around each line, and in the run of prose it belongs to.
 * The article tells most of them wherever it stands; another page's teaser does not, however dense it is.
 */
function subjectTold(
  lines: readonly LineScan[],
  subject: readonly number[],
  prose: Uint8Array,
  headline: number,
) {
  const n = lines.length
  const around = new Float32Array(n)
  const inBlock = new Float32Array(n)
  const block = new Int32Array(n)
  for (let i = 1; i < n; i++) block[i] = (block[i - 1] as number) + (prose[i] || prose[i - 1] ? 0 : 1)
  const wanted = new Set(subject)
  const where = new Map<number, number[]>(subject.map((id) => [id, []]))
  lines.forEach((line, i) => {
    if (i !== headline) for (const id of line.ids) if (wanted.has(id)) where.get(id)?.push(i)
  })
  for (const places of where.values()) {
    let covered = -1
    let lastBlock = -1
    for (const at of places) {
      for (let i = Math.max(covered + 1, at - AROUND); i <= Math.min(n - 1, at + AROUND); i++)
        around[i] = (around[i] as number) + 1 / subject.length
      covered = Math.min(n - 1, at + AROUND)
      if (block[at] === lastBlock) continue
      lastBlock = block[at] as number
      for (let i = at; i >= 0 && block[i] === lastBlock; i--)
        inBlock[i] = (inBlock[i] as number) + 1 / subject.length
      for (let i = at + 1; i < n && block[i] === lastBlock; i++)
        inBlock[i] = (inBlock[i] as number) + 1 / subject.length
    }
  }
  return { around, inBlock }
}

/** Fills the features of the second pass from the probabilities of the first. */
export function scoreFeatures(table: FeatureTable, probability: ArrayLike<number>): void {
  const { values, scan, context } = table
  const { lines, vocabulary } = scan
  const n = lines.length
  const p = (i: number): number => probability[i] ?? 0
  const size = (i: number): number => lines[i]?.words ?? 0
  const mass = prefixSums(n, (i) => p(i) * size(i))
  const words = prefixSums(n, size)
  const scored = heaviestRange(n, (i) => (p(i) - 0.4) * (3 + Math.min(60, size(i))))
  const until = distancesUntil(n, (i) => p(i) >= 0.5)
  const weights = new Float64Array(vocabulary.length)
  for (let i = 0; i < n; i++)
    for (const id of lines[i]?.ids ?? [])
      if (!context.functionWord[id]) weights[id] = (weights[id] ?? 0) + p(i)
  const total = sumOf(mass, 0, n)
  const count = prefixSums(n, p)
  const typical = total / Math.max(1, sumOf(count, 0, n))
  const average = (from: number, to: number): number =>
    (sumOf(mass, from, to) + 0.1) / (sumOf(words, from, to) + 1)
  let since = 99
  for (let i = 0; i < n; i++) {
    let recurring = 0
    let content = 0
    for (const id of lines[i]?.ids ?? []) {
      if (context.functionWord[id]) continue
      content++
      if ((weights[id] ?? 0) - p(i) > 0.5) recurring++
    }
    const row = [
      p(i),
      average(i - 2, i + 3),
      average(i - 5, i),
      average(i + 1, i + 6),
      average(i - 10, i + 11),
      total ? sumOf(mass, 0, i) / total : 0,
      total ? sumOf(mass, i + 1, n) / total : 0,
      log(total),
      log(since),
      log(until[i + 1] ?? 99),
      i >= scored.from && i < scored.to ? 1 : 0,
      signed(i, scored.from, scored.to),
      content ? recurring / content : 0,
      log(typical) - log(size(i)),
      Math.max(p(i - 1), p(i + 1)),
    ]
    values.set(row, rowStart(i) + SECOND_AT)
    since = p(i) >= 0.5 ? 0 : Math.min(99, since + 1)
  }
  fillMarkupScores(table, probability)
}
