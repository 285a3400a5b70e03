import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FeatureTable, lineFeatures } from '../ingest/body-model/features.ts'
import { ownKind, type RemovedKind } from '../ingest/body-model/kind.ts'
import { type SourceLine, splitLines } from '../ingest/body-model/lines.ts'
import type { LineScan } from '../ingest/body-model/scan.ts'
import { labelLines } from './labels.ts'
import { f1, mean, type Overlap, overlap, shingles, tokens } from './measure.ts'

/** Labelled source texts, and how well a choice of their lines does. */

export interface LabelledText {
  readonly id: string
  readonly set: string
  readonly lines: readonly SourceLine[]
  readonly table: FeatureTable
  /** 1 for a line of the body. */
  readonly body: Uint8Array
  /** 1 for a line that prints the headline, or null where the headline is not known. */
  readonly headline: Uint8Array | null
  readonly gold: ReadonlyMap<string, number>
  /** Whether the gold text begins with the headline. */
  readonly titleCounts: boolean
}

const SETS = ['body-text/scrapinghub', 'body-text/daniel', 'body-text/dragnet', 'metadata-text/fundus-tests']
const HEADLINE_IN_GOLD = new Set(['daniel', 'dragnet'])
const GOLD_HEAD_LINES = 4

interface Gold {
  readonly id: string
  readonly body: string
  readonly title?: string
}

/** The labelled plain texts of a folder of sets; what cannot be read throws. */
export function loadTexts(folder: string): LabelledText[] {
  return SETS.filter((set) => existsSync(join(folder, set))).flatMap((path) => {
    const set = path.slice(path.indexOf('/') + 1)
    return readFileSync(join(folder, path, 'gold.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((row) => labelledText(JSON.parse(row) as Gold, set, join(folder, path, 'sources')))
  })
}

function labelledText(gold: Gold, set: string, sources: string): LabelledText {
  const lines = splitLines(readFileSync(join(sources, `${gold.id}.txt`), 'utf8'))
  const table = lineFeatures(lines)
  const { body } = labelLines(lines, gold.body)
  const titleCounts = HEADLINE_IN_GOLD.has(set)
  const title = titleCounts ? goldHeadline(gold.body) : fold(gold.title ?? '')
  const headline = title ? headlineLines(lines, title, body.indexOf(1)) : null
  // A headline is no part of the body, though the gold text of some sets begins with it.
  headline?.forEach((is, i) => {
    if (is) body[i] = 0
  })
  table.scan.lines.forEach((line, i) => {
    if (isFurniture(line)) body[i] = 0
  })
  return { id: gold.id, set, lines, table, body, headline, gold: shingles(tokens(gold.body)), titleCounts }
}

const FURNITURE: ReadonlySet<RemovedKind | null> = new Set<RemovedKind>([
  'date',
  'byline',
  'dateline-only',
  'share',
])

/** Some gold texts hold the lines for date and author, others do not: an article keeps those in its front matter. */
function isFurniture(line: LineScan): boolean {
  return line.words <= 10 && line.shape.end < 3 && FURNITURE.has(ownKind(line))
}

function fold(text: string): string {
  return tokens(text).join(' ')
}

/** The first line of a gold text that can be a headline, which a date or a byline may precede. */
function goldHeadline(text: string): string {
  for (const { text: line } of splitLines(text).slice(0, GOLD_HEAD_LINES)) {
    const words = tokens(line)
    if (
      words.length >= 2 &&
      words.length <= 30 &&
      !/^(?:by|posted|updated|published)\b|^\W*\w{3,9}\.? \d{1,2},? \d{4}|^\d+ \w+ \d{4}|\d:\d\d/i.test(line)
    )
      return words.join(' ')
  }
  return ''
}

/** Lines with the words of the title, up to a few lines into the body: further down it is a link or a quotation. */
function headlineLines(lines: readonly SourceLine[], title: string, bodyStart: number): Uint8Array | null {
  const is = Uint8Array.from(lines, (line, i) => (i < bodyStart + 3 && fold(line.text) === title ? 1 : 0))
  return is.includes(1) ? is : null
}

/** What a model chose of a text. */
export interface Choice {
  readonly inBody: readonly boolean[]
  readonly headline: number
}

function score(text: LabelledText, { inBody, headline }: Choice): Overlap {
  const chosen = text.lines.filter((_, i) => inBody[i]).map((line) => line.text)
  const title = text.lines[headline]
  if (text.titleCounts && title) chosen.unshift(title.text)
  return overlap(text.gold, shingles(tokens(chosen.join('\n'))))
}

export interface SetScore {
  readonly set: string
  readonly texts: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly empty: number
}

/** Scores of what was chosen of each text, set by set. */
export function scoreSets(texts: readonly LabelledText[], chosen: readonly Choice[]): SetScore[] {
  return [...new Set(texts.map((text) => text.set))].map((set) => {
    const members = texts
      .map((text, i) => ({ text, choice: chosen[i] as Choice }))
      .filter(({ text }) => text.set === set)
    const overlaps = members.map(({ text, choice }) => score(text, choice))
    const precision = mean(overlaps.map((o) => o.precision))
    const recall = mean(overlaps.map((o) => o.recall))
    return {
      set,
      texts: members.length,
      precision,
      recall,
      f1: f1(precision, recall),
      empty: members.filter(({ choice }) => !choice.inBody.includes(true)).length,
    }
  })
}
