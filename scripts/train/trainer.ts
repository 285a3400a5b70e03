import { MARKUP_SECOND_AT } from '../ingest/body-model/dom-names.ts'
import { HEADLINE_AT, MARKUP_AT, REACH, rowStart, SECOND_AT, WIDTH } from '../ingest/body-model/features.ts'
import {
  bestCutOff,
  blend,
  chooseLines,
  probabilities,
  type StoredModel,
} from '../ingest/body-model/model.ts'
import { headlineFeatures, pickHeadline, scoreFeatures } from '../ingest/body-model/passes.ts'
import { loadTrees, type StoredTrees } from '../ingest/body-model/trees.ts'
import { binEdges, binOf } from './bins.ts'
import { type Binned, boost, seededRandom } from './boost.ts'
import type { Choice, LabelledText } from './corpus.ts'
import { type Plan, SEED, type Step } from './plans.ts'

/**
 * Trains the three steps of the model one on top of the other. Each step sees what the step before says of texts which
 * that one was not trained on: it would trust answers that are too good otherwise.
 */

const FOLDS = 5
/** Every so many values are enough to place the edges of the bins. */
const SAMPLE_STEP = 7

/** All texts in one table of binned features. Row numbers count the empty rows between texts as well. */
interface TrainingTable extends Binned {
  readonly bins: Uint8Array[]
  readonly edges: number[][]
  readonly starts: Int32Array
  readonly fold: Uint8Array
  readonly targets: Readonly<Record<'headline' | 'body', Target>>
}

interface Target {
  readonly label: Uint8Array
  /** 0 for lines of which nothing is known. */
  readonly weight: Float64Array
}

export interface Trained {
  /** What models that have not seen a text choose of it, for each text, after the first pass and after both. */
  readonly first: readonly Choice[]
  readonly second: readonly Choice[]
  /** The model of all texts. */
  readonly model: StoredModel
}

/** Trains the model of a plan on labelled texts. */
export class Trainer {
  readonly texts: readonly LabelledText[]
  readonly #table: TrainingTable

  readonly #plan: Plan

  constructor(texts: readonly LabelledText[], plan: Plan) {
    this.texts = texts
    this.#plan = plan
    this.#table = buildTable(this.texts)
    fillBins(this.#table, this.texts, 0, HEADLINE_AT)
    fillBins(this.#table, this.texts, MARKUP_AT, MARKUP_AT + MARKUP_SECOND_AT)
  }

  /** Trains and cross-validates step by step, since the scores of one step's folds are the next one's features. */
  train(): Trained {
    const headlines: number[] = []
    this.#crossFit('headline', (text, scores, t) => {
      headlines[t] = pickHeadline(scores)
      headlineFeatures(text.table, scores, headlines[t])
    })
    fillBins(this.#table, this.texts, HEADLINE_AT, SECOND_AT)
    const first: Choice[] = []
    const firstScores: Float64Array[] = []
    this.#crossFit('first', (text, scores, t) => {
      first[t] = { inBody: choose(scores, text), headline: headlines[t] as number }
      scoreFeatures(text.table, scores)
      firstScores[t] = scores
    })
    fillBins(this.#table, this.texts, SECOND_AT, MARKUP_AT)
    fillBins(this.#table, this.texts, MARKUP_AT + MARKUP_SECOND_AT, WIDTH)
    const second: Choice[] = []
    this.#crossFit('second', (text, scores, t) => {
      second[t] = {
        inBody: choose(blend(firstScores[t] as Float64Array, scores), text),
        headline: headlines[t] as number,
      }
    })
    return {
      first,
      second,
      model: { headline: this.#fit('headline'), first: this.#fit('first'), second: this.#fit('second') },
    }
  }

  /** Visits each text with the scores of trees that were trained without its fold. */
  #crossFit(step: Step, visit: (text: LabelledText, scores: Float64Array, t: number) => void): void {
    for (let fold = 0; fold < FOLDS; fold++) {
      const trees = loadTrees(this.#fit(step, fold))
      this.texts.forEach((text, t) => {
        if (this.#table.fold[t] === fold) visit(text, probabilities(trees, text.table), t)
      })
    }
  }

  /** Trees of one step, from all texts or from those outside a fold. */
  #fit(step: Step, without = -1): StoredTrees {
    const target = this.#table.targets[step === 'headline' ? 'headline' : 'body']
    const rows: number[] = []
    this.texts.forEach((text, t) => {
      if (this.#table.fold[t] === without) return
      const first = (this.#table.starts[t] as number) + REACH
      for (let i = 0; i < text.lines.length; i++) if (target.weight[first + i]) rows.push(first + i)
    })
    const { candidates, options } = this.#plan[step]
    return boost(this.#table, candidates, Int32Array.from(rows), target.label, target.weight, options)
  }
}

function choose(probability: Float64Array, text: LabelledText): boolean[] {
  return chooseLines(probability, bestCutOff(probability, text.table), text.table)
}

function buildTable(texts: readonly LabelledText[]): TrainingTable {
  const starts = new Int32Array(texts.length)
  let size = 0
  texts.forEach((text, t) => {
    starts[t] = size
    size += text.lines.length + 2 * REACH
  })
  const target = (): Target => ({ label: new Uint8Array(size), weight: new Float64Array(size) })
  const targets = { headline: target(), body: target() }
  texts.forEach((text, t) => {
    const first = (starts[t] as number) + REACH
    targets.body.label.set(text.body, first)
    targets.body.weight.set(bodyWeights(text), first)
    if (!text.headline) return
    targets.headline.label.set(text.headline, first)
    targets.headline.weight.fill(1, first, first + text.lines.length)
  })
  return {
    starts,
    targets,
    fold: folds(texts),
    bins: Array.from({ length: WIDTH }, () => new Uint8Array(size)),
    edges: Array.from({ length: WIDTH }, () => []),
  }
}

/** Lines weigh by their words, and every text the same: so does the measure. */
function bodyWeights(text: LabelledText): Float64Array {
  const weights = Float64Array.from(text.table.scan.lines, (line) => Math.sqrt(2 + line.words))
  const total = weights.reduce((sum, weight, i) => sum + (text.body[i] ? weight : weight / 4), 0)
  return weights.map((weight) => (100 * weight) / (total + 30))
}

function fillBins(table: TrainingTable, texts: readonly LabelledText[], from: number, to: number): void {
  const size = table.targets.body.label.length
  for (let feature = from; feature < to; feature++) {
    const column = new Float32Array(size).fill(-1)
    texts.forEach((text, t) => {
      const first = (table.starts[t] as number) + REACH
      for (let i = 0; i < text.lines.length; i++)
        column[first + i] = text.table.values[rowStart(i) + feature] as number
    })
    const edges = binEdges(column.filter((_, i) => i % SAMPLE_STEP === 0))
    table.bins[feature] = Uint8Array.from(column, (value) => binOf(edges, value))
    table.edges[feature] = edges
  }
}

/** Deals the texts of each set out to the folds in a random, repeatable order; texts of one name go to the same fold. */
function folds(texts: readonly LabelledText[]): Uint8Array {
  const random = seededRandom(SEED)
  const dealt = texts
    .map(({ set, id }) => ({ set, id, key: random() }))
    .sort((a, b) => (a.set < b.set ? -1 : a.set > b.set ? 1 : a.key - b.key))
  const foldOf = new Map<string, number>()
  dealt.forEach(({ id }, rank) => {
    if (!foldOf.has(id)) foldOf.set(id, rank % FOLDS)
  })
  return Uint8Array.from(texts, ({ id }) => foldOf.get(id) ?? 0)
}
