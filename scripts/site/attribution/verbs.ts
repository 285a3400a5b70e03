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

const WEAK_VERBS = new Set(WEAK.split(/\s+/))
const PATTERN = `\\b(?:[Aa]ccording to|saying|${`${STRONG} ${WEAK}`.split(/\s+/).sort().join('|')})\\b`
const VERB = new RegExp(PATTERN, 'g')
const ANY_VERB = new RegExp(PATTERN)
/** Before a word these make it a part of another. */
const JOINED = /[\p{L}\p{N}’'-]/u

export interface VerbAt {
  /** As printed. */
  verb: string
  start: number
  end: number
  shape: 'according' | 'saying' | 'strong' | 'weak'
}

/** Whether a text may attribute anything at all: a quick look before the long one. */
export const hasVerb = (text: string): boolean => ANY_VERB.test(text)

/** Every attributing verb of a sentence whose quotations are covered. */
export function attributingVerbs(covered: string): VerbAt[] {
  const found: VerbAt[] = []
  for (const { 0: verb, index } of covered.matchAll(VERB)) {
    const end = index + verb.length
    if (!JOINED.test(covered[index - 1] ?? ' ') && covered[end] !== '-')
      found.push({ verb, start: index, end, shape: shapeOf(verb) })
  }
  return found
}

function shapeOf(verb: string): VerbAt['shape'] {
  if (verb === 'saying') return 'saying'
  if (verb.endsWith(' to')) return 'according'
  return WEAK_VERBS.has(verb) ? 'weak' : 'strong'
}
