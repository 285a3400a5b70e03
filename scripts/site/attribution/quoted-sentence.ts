import { sentences } from '../../content/sentences.ts'
import { endsClause } from './phrase.ts'
import { coverQuotations, type Quotation } from './quotation.ts'
import { attributingVerbs, type VerbAt } from './verbs.ts'

/** A sentence with the quotations and the attributing verbs in it; their places count from its beginning. */
export interface QuotedSentence {
  /** Places in its paragraph. */
  start: number
  end: number
  text: string
  covered: string
  quotations: Quotation[]
  verbs: VerbAt[]
}

/** Sentences of a paragraph; none ends inside a quotation. */
export function quotedSentences(paragraph: string, all: Quotation[]): QuotedSentence[] {
  const covered = coverQuotations(paragraph, all)
  const verbs = attributingVerbs(covered)
  const pieces: { start: number; end: number }[] = []
  let from = 0
  let met = 0
  for (const piece of sentences(covered)) {
    const start = covered.indexOf(piece, from)
    const end = start + piece.length
    const last = pieces.at(-1)
    const first = met
    while (met < verbs.length && (verbs[met] as VerbAt).start < end) met++
    // "Is it true?" Doe asked: the question mark is the quotation's, not the sentence's.
    const tag = last && piece.length < 80 && /[?!]”$/.test(covered.slice(last.end - 2, last.end))
    if (tag && verbs.slice(first, met).some((verb) => endsClause(piece, verb.end - start))) last.end = end
    else pieces.push({ start, end })
    from = end
  }
  let next = 0
  met = 0
  return pieces.map(({ start, end }) => {
    const inside: Quotation[] = []
    for (let quotation = all[next]; quotation && quotation.start < end; quotation = all[++next]) {
      const { text, open } = quotation
      inside.push({ start: quotation.start - start, end: quotation.end - start, text, open })
    }
    const own: VerbAt[] = []
    for (let at = verbs[met]; at && at.start < end; at = verbs[++met]) {
      const { verb, shape } = at
      own.push({ verb, start: at.start - start, end: at.end - start, shape })
    }
    return {
      start,
      end,
      text: paragraph.slice(start, end),
      covered: covered.slice(start, end),
      quotations: inside,
      verbs: own,
    }
  })
}

/** Whether a sentence is quoted words and nothing else. */
export function isOnlyQuotation({ text, quotations }: QuotedSentence): boolean {
  const [first] = quotations
  return first !== undefined && first.start === 0 && first.end >= text.length - 1 && quotations.length === 1
}
