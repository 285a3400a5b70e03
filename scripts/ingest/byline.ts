import { type Byline, readByline } from './byline-line.ts'
import { hasDate } from './date-line.ts'
import type { Draft, Removed } from './draft.ts'
import { masthead, retold } from './masthead.ts'
import { isPersonName, listedNames } from './person.ts'

/** A line that announces the names on the next one. */
const ANNOUNCES = /^(?:(?:written |reported |words )?by|author(?:s|\(s\))?(?: of the article)?)\s?:?$/i
/** How agencies name their reporters below a text. */
const CLOSING = /^\W{0,2}(?:reporting|writing|reported|written|compiled) by\b/i
/** Lines that have their name for another reason. */
const NOT_HERE: Removed[] = ['comments', 'copyright', 'related']
/** How far from a date a bare name may stand, buttons in between. */
const NEAR = 5
/** So far behind the first paragraphs a line with "By" is still the byline. */
const FURTHER = 12
/** A byline that the body step took for text is no longer than this. */
const SHORT = 80
const MOST_AUTHORS = 20

interface Candidate extends Byline {
  at: number
  rank: number
}

/**
 * Authors from the page's head, or from a line such as "By A and B", "A, B and C | Agency", "A / Outlet / 2 May 2024"
 * between headline and body, a bare name beside the date, or "Reporting by A" below the text. "From our
 * correspondent" names nobody, so it gives none, but the line is told for a byline all the same.
 */
export function byline(draft: Draft): Partial<Draft> {
  const { facts } = draft
  const stated = statedNames(facts.authors)
  const best = candidates(draft).sort((a, b) => a.rank - b.rank || a.at - b.at)[0]
  if (!best) {
    const authors = stated.length > 0 ? stated : statedNames(facts.video?.authors ?? [])
    return authors.length > 0 ? { authors } : {}
  }
  const names = [...best.authors, ...(best.authors.length > 0 ? stackedNames(draft, best.at + 1) : [])]
  return {
    authors: stated.length > 0 ? stated : [...new Set(names)].slice(0, MOST_AUTHORS),
    credit: best.credit,
    ...retold(draft, best.at, { verdict: 'byline', why: 'says who wrote it' }),
  }
}

function candidates(draft: Draft): Candidate[] {
  const { lines, verdicts } = draft
  const { headline, from, to, below, end } = masthead(draft)
  const dates = lines.flatMap(({ text }, at) => (at >= from && at < to && hasDate(text) ? [at] : []))
  const found: Candidate[] = []
  for (let at = from; at < to; at++) {
    const above = at < (headline ?? 0)
    if (isOpen(draft, at, above)) add(at, above)
  }
  for (let at = to; at < Math.min(below, to + FURTHER); at++) {
    const read = isOpen(draft, at, true) ? readByline(lines[at]?.text ?? '') : undefined
    if (read?.sign === 'word') found.push({ ...read, at, rank: 4 })
  }
  for (let at = below; at < end; at++) {
    const text = lines[at]?.text ?? ''
    const read = isOpen(draft, at, !CLOSING.test(text)) ? readByline(text) : undefined
    if (read?.sign === 'word') found.push({ ...read, at, rank: 5 })
  }
  return found

  function add(at: number, above: boolean): void {
    const announced = at > 0 && ANNOUNCES.test(lines[at - 1]?.text ?? '')
    const read = readByline(lines[at]?.text ?? '', announced)
    if (!read || verdicts[at]?.verdict === 'caption') return
    const near = dates.some((date) => Math.abs(date - at) <= (above ? 1 : NEAR))
    if (read.sign === 'shape' && !near) return
    const rank = { word: 0, company: 1, shape: 2 }[read.sign] + (above ? 2.5 : 0)
    found.push({ ...read, at, rank })
  }
}

/** Names on the lines right below a byline, one on each, as pages print several authors: "A," "B &" "C". */
function stackedNames({ lines, verdicts }: Draft, from: number): string[] {
  const names: string[] = []
  for (let at = from; at < lines.length && names.length < MOST_AUTHORS; at++) {
    const text = (lines[at]?.text ?? '').slice(0, SHORT + 1)
    if (/^(?:,|&|and|\d{1,2},?)$/.test(text)) continue
    const name = text.replace(/^(?:and|&)\s+/, '').replace(/[\s\d]*(?:,|&|\band)?$/, '')
    if (verdicts[at]?.verdict === 'body' || verdicts[at]?.verdict === 'caption' || !isPersonName(name)) break
    names.push(name)
  }
  return names
}

/** Whether a line may be a byline at all: not of the body, and not of another matter where such matters stand. */
function isOpen({ lines, verdicts, title = '\n' }: Draft, at: number, outside: boolean): boolean {
  const verdict = verdicts[at]?.verdict
  if (verdict === undefined || lines[at]?.text.includes(title)) return false
  if (verdict === 'body') return !outside && (lines[at]?.text.length ?? 0) <= SHORT
  return !outside || !NOT_HERE.some((kind) => kind === verdict)
}

/** The names that a page's head states, each once; lists in one string are taken apart, addresses and account names dropped. */
function statedNames(names: string[]): string[] {
  const parts = names
    .map((name) => name.replace(/^(?:by|von|par|por)\s+/i, '').trim())
    .flatMap((name) => {
      const listed = listedNames(name)
      return listed.length > 1 && listed.every(isPersonName) ? listed : [name]
    })
    .filter(
      (name) =>
        /\p{Lu}|\p{Lo}/u.test(name) && !/[@{}<>]|:\/\/|^(?:admin|editor|staff|none|null)$/i.test(name),
    )
  return [...new Map(parts.map((name) => [name.toLowerCase(), name])).values()].slice(0, MOST_AUTHORS)
}
