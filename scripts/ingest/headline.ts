import { hasDate } from './date-line.ts'
import { type Draft, type Line, Refusal, type Verdict } from './draft.ts'
import { refuseErrorPage } from './error-page.ts'
import { headlineLines } from './headline-line.ts'
import { statedTitle } from './stated-title.ts'
import { Subject } from './subject.ts'

/**
 * The headline: the page's own statement, or the line outside the body that speaks most of what the body speaks of.
 *
 * Printed twice, alone and glued to the site's name, counts for a line; so do a byline or a date beneath it, and short
 * lines of a menu above it. A text without one keeps none here: a copy of it may have one. Refuses a text without any
 * body, and a server's notice in place of one.
 */
export function headline(draft: Draft): Partial<Draft> {
  const { lines, verdicts, body, facts } = draft
  if (body.length === 0) {
    throw new Refusal(
      'text',
      lines[0]?.text,
      'no article found in it (menus and lists only); remove it or save the article itself',
    )
  }
  refuseErrorPage(draft)
  const about = new Subject(body.map((block) => block.text).join(' '))
  const stated = statedTitle(facts, about, lines)
  const isPrinted =
    stated !== undefined && lines.some(({ text }) => text.length <= LONGEST && text.includes(stated))
  if (stated && (isPrinted || facts.titles.length > 1)) return found(stated, lines, verdicts)
  const line = headlineLines(lines, verdicts, about).find(({ text }) => !isSiteName(text, stated))
  const best = line?.text ?? openingLine(lines, verdicts)
  // What only the page's title bar says may be the site's slogan: a line that reads like a headline goes before it.
  if (stated && !best) return found(stated, lines, verdicts)
  if (!best) return {}
  return found(best, lines, verdicts)
}

/** Three words that a longer statement begins or ends with: what is left of a headline when the site's name is alone. */
const isSiteName = (text: string, stated = ''): boolean =>
  text.split(' ').length <= 3 && stated.toLowerCase().includes(text.toLowerCase())

const LONGEST = 400
const MOST_WORDS = 25
const STOP = /[.!?…:;,]["'”’)\]]*$/

/** The first line of the body, where it is short and no sentence while the next is one: the headline, taken for body. */
function openingLine(lines: Line[], verdicts: Verdict[]): string | undefined {
  const [first, second] = verdicts.flatMap(({ verdict }, at) => (verdict === 'body' ? [at] : []))
  const [text, next] = [lines[first ?? -1]?.text ?? '', lines[second ?? -1]?.text ?? '']
  const words = text.split(' ').length
  const isTitle =
    words >= 4 &&
    words <= MOST_WORDS &&
    !STOP.test(text) &&
    next.split(' ').length > words &&
    /[.!?…]/.test(next)
  return isTitle && !hasDate(text) ? text : undefined
}

/** Marks every line that repeats the headline, so that the receipt counts it as such; the body keeps none of them. */
function found(title: string, lines: Line[], verdicts: Verdict[]): Partial<Draft> {
  const outside = verdicts.map((verdict, at): Verdict => {
    const text = lines[at]?.text ?? ''
    const repeats = verdict.verdict === 'body' ? text === title : text.includes(title)
    return repeats ? { verdict: 'headline', why: 'prints the headline' } : verdict
  })
  if (!outside.some(({ verdict }) => verdict === 'body')) return { title }
  return {
    title,
    verdicts: outside,
    body: lines.flatMap(({ kind, text }, at) => (outside[at]?.verdict === 'body' ? [{ kind, text }] : [])),
  }
}
