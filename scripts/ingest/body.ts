import { removedKinds } from './body-model/kind.ts'
import { type BodyLines, explain, readModel } from './body-model/model.ts'
import { readBody } from './body-model/read-body.ts'
import { hasDate } from './date-line.ts'
import { opensWithDateline } from './dateline.ts'
import type { Draft, Line, Removed, Verdict } from './draft.ts'
import { furnitureOf } from './furniture.ts'

const TEXT_MODEL = readModel(new URL('./body-model/text-weights.json', import.meta.url))
const PAGE_MODEL = readModel(new URL('./body-model/page-weights.json', import.meta.url))

/** A text in which no line is more probable than this, and none a sentence, holds no article. */
const LEAST = 0.3
const SENTENCE_WORDS = 6
/** A text of no more lines than this is an article although nothing sets its prose off. */
const BRIEF_LINES = 3
const DATE_WORDS = 12
const STOP = /[.!?…。！？]/
/** A dateline further above the first body line than this belongs to something else. */
const FAR = 12

/**
 * Chooses the body lines of a text and says of every other line what it is: by a trained model over lines, with one set
 * of weights for plain text and one for saved pages, where it sees the markup as well (`body-model/`).
 */
export function body({ lines, format }: Draft): Partial<Draft> {
  const model = format === 'html' ? PAGE_MODEL : TEXT_MODEL
  const { read, places } = readBody(model, lines)
  const verdicts = withoutOpeningDates(lines, verdictsOf(lines, read, places))
  const reasons = (at: number) => ((places[at] ?? -1) < 0 ? [] : explain(model, read, places[at] ?? 0))
  return { verdicts, ...bodyOf(lines, verdicts), reasons }
}

function bodyOf(lines: Line[], verdicts: Verdict[]): Pick<Draft, 'body'> {
  return {
    body: lines.flatMap(({ kind, text }, at) => (verdicts[at]?.verdict === 'body' ? [{ kind, text }] : [])),
  }
}

function verdictsOf(lines: Line[], read: BodyLines, places: Int32Array): Verdict[] {
  const kinds = removedKinds(read)
  const brief = lines.length <= BRIEF_LINES && lines.some(({ text }) => isLong(text))
  const holdsArticle =
    read.probability.some((p) => p >= LEAST) || lines.some(({ text }) => isLong(text) && STOP.test(text))
  const first = places.findIndex((place) => place >= 0 && read.inBody[place] === true)
  const from = datelineBefore(lines, first)
  return lines.map(({ text, place }, at): Verdict => {
    const furniture = furnitureOf(text)
    if (furniture) return furniture
    if (at >= from && at < first) return { verdict: 'body', why: 'from the dateline on' }
    if (!holdsArticle)
      return brief && isLong(text)
        ? { verdict: 'body', why: 'a brief of one or two lines' }
        : { verdict: 'other', why: 'no line here reads like an article' }
    const row = places[at] ?? -1
    if (row < 0) return { verdict: place ?? 'other', why: "the page's markup says so" }
    const why = `${Math.round(100 * (read.probability[row] ?? 0))} % likely, ${Math.round(100 * read.cutOff)} % asked`
    const kind = kinds[row]
    if (kind === null) return { verdict: 'body', why }
    const own = kind === undefined || kind === 'dateline-only' ? 'other' : kind
    return { verdict: UNTOLD.has(own) && place ? place : own, why }
  })
}

/** Dates that stand between headline and lead are the page's, though they stand among the article's elements. */
function withoutOpeningDates(lines: Line[], verdicts: Verdict[]): Verdict[] {
  const result = [...verdicts]
  for (const [at, { verdict }] of verdicts.entries()) {
    if (verdict !== 'body') continue
    const text = lines[at]?.text ?? ''
    if (text.split(' ').length > DATE_WORDS) break
    if (hasDate(text) && !STOP.test(text.at(-1) ?? ''))
      result[at] = { verdict: 'date', why: 'a date above the lead' }
  }
  return result.some(({ verdict }) => verdict === 'body') ? result : verdicts
}

/** Kinds that say least: the page's markup knows better where it says anything. */
const UNTOLD = new Set<Removed>(['other', 'navigation', 'related'])

/** A wire's dateline opens the body also where what follows it is a row of figures, which the model takes for a table. */
function datelineBefore(lines: Line[], first: number): number {
  for (let at = first - 1; at >= Math.max(0, first - FAR); at--)
    if (opensWithDateline(lines[at]?.text ?? '')) return at
  return first
}

const isLong = (text: string): boolean => text.split(' ', SENTENCE_WORDS).length === SENTENCE_WORDS
