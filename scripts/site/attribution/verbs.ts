import { Lexicon } from './lexicon.ts'

/** Verbs that attribute whatever they govern. */
const STRONG = `said say says told tell tells announced announces reported confirmed confirms denied denies claimed warned warns
  acknowledged acknowledges insisted insists alleged alleges testified declared declares tweeted vowed vows admitted admits
  disclosed accused accuses pledged pledges asserted asserts contended contends conceded concedes cautioned cautions
  complained complains`

/** Verbs with other uses as well: they attribute a clause with "that", quoted words, or words that stand before them. */
const WEAK = `added adds wrote writes stated states noted notes argued argues explained explains replied replies responded
  responds asked asks concluded concludes found finds estimated estimates suggested suggests maintained maintains predicted
  predicts called calls described describes emphasized emphasised stressed stresses recalled recalls remarked observed urged
  urges demanded demands promised promises hinted joked continued posted reports claims believes believed revealed reveals`

type Shape = 'according' | 'saying' | 'strong' | 'weak'
const SHAPES = new Map<string, Shape>([
  ...STRONG.split(/\s+/).map((verb) => [verb, 'strong'] as const),
  ...WEAK.split(/\s+/).map((verb) => [verb, 'weak'] as const),
  ['saying', 'saying'],
  ['according', 'according'],
  ['According', 'according'],
])
/** Before a word these make it a part of another. */
const JOINED = /[\p{L}\p{N}’'-]/u

const LEXICON = new Lexicon(SHAPES.keys())
/** What makes "according" attribute. */
const TO = /^ to\b/

export interface VerbAt {
  /** As printed. */
  verb: string
  start: number
  end: number
  shape: Shape
}

/** Whether a text may attribute anything at all: a quick look before the long one. */
export const hasVerb = (text: string): boolean => nextVerb(text, 0) !== undefined

/** Every attributing verb of a sentence whose quotations are covered. */
export function attributingVerbs(covered: string): VerbAt[] {
  const found: VerbAt[] = []
  for (let verb = nextVerb(covered, 0); verb; verb = nextVerb(covered, verb.end))
    if (!isJoined(covered[verb.start - 1] ?? ' ') && covered[verb.end] !== '-') found.push(verb)
  return found
}

const isJoined = (before: string): boolean => before !== ' ' && JOINED.test(before)

/** The first attributing verb from a place on, whatever stands beside it. */
function nextVerb(text: string, from: number): VerbAt | undefined {
  for (let at = LEXICON.next(text, from); at; at = LEXICON.next(text, at.end)) {
    const { word, start, end } = at
    const shape = SHAPES.get(word) ?? 'strong'
    if (shape !== 'according') return { verb: word, start, end, shape }
    const to = TO.exec(text.slice(end, end + 4))
    if (to) return { verb: word + to[0], start, end: end + to[0].length, shape }
  }
  return undefined
}
