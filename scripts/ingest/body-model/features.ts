import { type Context, documentContext } from './context.ts'
import { CUE_NAMES, WORD_CLASS_NAMES } from './cues.ts'
import { type Layout, layoutOf, markupRows, markupScores } from './dom-features.ts'
import { MARKUP_NAMES, MARKUP_SECOND_AT } from './dom-names.ts'
import type { SourceLine } from './lines.ts'
import { DOCUMENT, PLACE, placeRows } from './place.ts'
import { type Scan, scanLines } from './scan.ts'
import { log } from './sums.ts'

/** Lines before and after a line whose features the model may look at as well. */
export const REACH = 3

const FORM = [
  'words',
  'characters',
  'wordLength',
  'functionShare',
  'capitals',
  'allCapitals',
  'digits',
  'marks',
  'commas',
  'sentences',
  'quotes',
  'separators',
  'addresses',
  'start',
  'end',
  'blanksBefore',
  'repeats',
  'sameStart',
] as const

/** Features that need the headline, and features that need the scores of the first pass. */
const HEADLINE = [
  'linesFromHeadline',
  'isHeadline',
  'headlineShare',
  'headlineScore',
  'wordsFromHeadline',
  'headlineAround',
  'headlineInBlock',
] as const
const SECOND = [
  'score',
  'score2',
  'scoreBefore5',
  'scoreAfter5',
  'score10',
  'massBefore',
  'massAfter',
  'wordsScored',
  'sinceScored',
  'untilScored',
  'inScored',
  'linesToScored',
  'scoredTopic',
  'scoredLength',
  'bestAround',
] as const

/** Features of a line that hold at its neighbours as well: they are offered to the model for every line in reach. */
export const LOCAL_NAMES: readonly string[] = [
  ...FORM,
  ...WORD_CLASS_NAMES,
  ...CUE_NAMES.map((name) => `${name}Cue`),
]
export const FEATURE_NAMES: readonly string[] = [
  ...LOCAL_NAMES,
  ...PLACE,
  ...DOCUMENT,
  ...HEADLINE,
  ...SECOND,
  ...MARKUP_NAMES,
]
export const WIDTH = FEATURE_NAMES.length
export const HEADLINE_AT = LOCAL_NAMES.length + PLACE.length + DOCUMENT.length
export const SECOND_AT = HEADLINE_AT + HEADLINE.length
/** Features of the markup, in saved pages only. */
export const MARKUP_AT = SECOND_AT + SECOND.length

/**
 * Features of all lines in one array, line after line, with REACH empty rows at either end. So the feature f of the
 * line d places on stands d * WIDTH + f after the start of a line's row, and neighbours cost nothing.
 */
export interface FeatureTable {
  readonly values: Float32Array
  readonly scan: Scan
  readonly context: Context
  /** The markup of a saved page; null for plain text. */
  readonly layout: Layout | null
}

/** Value of every feature of a line that does not exist. */
const NOTHING = -1

/** Where the row of a line, counted from 0, begins in the table's values. */
export function rowStart(line: number): number {
  return (line + REACH) * WIDTH
}

/** All features but those of the headline and of the second pass, which later steps fill in. */
export function lineFeatures(lines: readonly SourceLine[]): FeatureTable {
  const scan = scanLines(lines)
  const context = documentContext(scan)
  const values = new Float32Array((lines.length + 2 * REACH) * WIDTH).fill(NOTHING)
  scan.lines.forEach((line, i) => {
    const { shape } = line
    let at = rowStart(i)
    const form = [
      log(line.words),
      log(shape.characters),
      shape.wordLength,
      context.functionShare[i] as number,
      shape.capitals,
      shape.allCapitals,
      shape.digits,
      shape.marks,
      shape.commas,
      shape.sentences,
      shape.quotes,
      shape.separators,
      shape.addresses,
      shape.start,
      shape.end,
      Math.min(5, lines[i]?.blanksBefore ?? 0),
      log(context.repeats[i] as number),
      log(context.sameStart[i] as number),
    ]
    for (const value of form) values[at++] = value
    for (const value of line.classShares) values[at++] = value
    for (let cue = 0; cue < CUE_NAMES.length; cue++) values[at++] = (line.cues >>> cue) & 1
  })
  placeRows(scan, context, lines, (line, row) => values.set(row, rowStart(line) + LOCAL_NAMES.length))
  const markups = lines.flatMap(({ markup }) => markup ?? [])
  const layout =
    markups.length > 0 && markups.length === lines.length ? layoutOf(markups, scan, context) : null
  if (layout) markupRows(markups, layout, (line, row) => values.set(row, rowStart(line) + MARKUP_AT))
  return { values, scan, context, layout }
}

/** Fills the features of the markup that need the probabilities of the first pass. */
export function fillMarkupScores({ values, layout }: FeatureTable, probability: ArrayLike<number>): void {
  if (layout)
    markupScores(layout, probability, (line, row) =>
      values.set(row, rowStart(line) + MARKUP_AT + MARKUP_SECOND_AT),
    )
}
