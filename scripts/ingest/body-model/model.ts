import { readFileSync } from 'node:fs'
import { type FeatureTable, lineFeatures, rowStart } from './features.ts'
import type { SourceLine } from './lines.ts'
import { headlineFeatures, pickHeadline, scoreFeatures } from './passes.ts'
import { contributions, loadTrees, logits, type StoredTrees, type Trees } from './trees.ts'

/** Weights as stored: trees that see lines and their neighbours, and trees that see the scores of the first as well. */
export interface StoredModel {
  readonly headline: StoredTrees
  readonly first: StoredTrees
  readonly second: StoredTrees
}

export interface Model {
  readonly headline: Trees
  readonly first: Trees
  readonly second: Trees
}

export interface BodyLines {
  /** For each line its probability of being a part of the body. */
  readonly probability: Float64Array
  readonly inBody: readonly boolean[]
  /** Lines at least this probable are the body. */
  readonly cutOff: number
  /** The line taken for the headline, or -1. */
  readonly headline: number
  readonly table: FeatureTable
}

export interface Contribution {
  readonly feature: string
  readonly value: number
}

function loadModel(stored: StoredModel): Model {
  return {
    headline: loadTrees(stored.headline),
    first: loadTrees(stored.first),
    second: loadTrees(stored.second),
  }
}

/** Reads weights as `npm run train` writes them. A file that is not there or no such JSON throws. */
export function readModel(file: string | URL): Model {
  return loadModel(JSON.parse(readFileSync(file, 'utf8')) as StoredModel)
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

/** For each line of a table what the trees give it, between 0 and 1. */
export function probabilities(trees: Trees, table: FeatureTable): Float64Array {
  return logits(
    trees,
    table.values,
    Int32Array.from(table.scan.lines, (_, i) => rowStart(i)),
  ).map(sigmoid)
}

/** Lines beyond these are left out unread: a news page has some hundred, and the work per file stays bounded. */
const MOST_LINES = 20_000

/** Chooses the lines of the body. */
export function bodyLines(model: Model, lines: readonly SourceLine[]): BodyLines {
  const table = lineFeatures(lines.slice(0, MOST_LINES))
  const headlineScore = probabilities(model.headline, table)
  const headline = pickHeadline(headlineScore)
  headlineFeatures(table, headlineScore, headline)
  const first = probabilities(model.first, table)
  scoreFeatures(table, first)
  const read = blend(first, probabilities(model.second, table))
  const cutOff = bestCutOff(read, table)
  const probability = new Float64Array(lines.length)
  probability.set(read)
  return { probability, cutOff, inBody: chooseLines(probability, cutOff, table), headline, table }
}

/** A shorter line that is no sentence neither opens nor closes a body: it is a leftover of a date, a counter or a tag. */
const EDGE_WORDS = 4

/** Lines at or above the cut-off, without the scraps at either end. */
export function chooseLines(probability: Float64Array, cutOff: number, { scan }: FeatureTable): boolean[] {
  const inBody = Array.from(probability, (p) => p > 0 && p >= cutOff)
  const isText = (i: number): boolean => {
    const line = scan.lines[i]
    return inBody[i] === true && line !== undefined && (line.words >= EDGE_WORDS || line.shape.end >= 3)
  }
  const texts = [...inBody.keys()].filter(isText)
  const first = texts[0]
  const last = texts.at(-1)
  if (first === undefined || last === undefined) return inBody
  return inBody.map((chosen, i) => chosen && i >= first && i <= last)
}

/** Mean of two passes, in log odds: the second is surer of itself than it should be on pages unlike those it knows. */
export function blend(first: Float64Array, second: Float64Array): Float64Array {
  const odds = (p: number): number => Math.log(p / (1 - p))
  return first.map((p, i) => sigmoid((odds(p) + odds(second[i] as number)) / 2))
}

/** The features that spoke most for a line (positive) or against it (negative), in log odds. */
export function explain(model: Model, { table }: BodyLines, line: number, top = 8): Contribution[] {
  const added = contributions(model.first, table.values, rowStart(line))
  for (const [feature, value] of contributions(model.second, table.values, rowStart(line)))
    added.set(feature, (added.get(feature) ?? 0) + value)
  return [...added]
    .map(([feature, value]) => ({ feature, value: value / 2 }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || (a.feature < b.feature ? -1 : 1))
    .slice(0, top)
}

/**
 * The cut-off that maximises the expected F1 of the chosen words, taking the probabilities at their word. It adapts to
 * a text of which the model is unsure, and it never leaves all lines out.
 */
export function bestCutOff(probability: Float64Array, { scan }: FeatureTable): number {
  const order = [...probability.keys()].sort((a, b) => (probability[b] ?? 0) - (probability[a] ?? 0) || a - b)
  const words = (i: number): number => scan.lines[i]?.words ?? 0
  const expected = order.reduce((sum, i) => sum + (probability[i] ?? 0) * words(i), 0)
  let best = 0
  let cutOff = 1
  let hits = 0
  let chosen = 0
  for (const i of order) {
    hits += (probability[i] ?? 0) * words(i)
    chosen += words(i)
    const f = (2 * hits) / (chosen + expected)
    if (f > best) {
      best = f
      cutOff = probability[i] ?? 1
    }
  }
  return cutOff
}
