import { contentWords, words } from '../content/words.ts'
import { isSigned } from './byline-line.ts'
import { hasDate } from './date-line.ts'
import { opensWithDateline } from './dateline.ts'
import type { Line, Removed, Verdict } from './draft.ts'
import { remembering } from './line-memory.ts'
import type { Subject } from './subject.ts'

const FEWEST_WORDS = 3
const MOST_WORDS = 40
const LEAST_OVERLAP = 0.4
const LONGEST = 300
/** More of its words than this need not stand in the body: a standfirst repeats the text more closely than its headline. */
const ENOUGH = 0.6
/** A line right above that speaks of the body as well is rather the headline, and this one its standfirst. */
const RIVAL = 4
const LEAST_RIVAL = 0.3
/** So many lines a headline below the text counts as farther off than it is. */
const FAR = 25
const NEIGHBOURS = 8
/** The article begins where so many lines hold more than so many characters of the body. */
const WINDOW = 15
const FEW = 600
/** What a headline never is, wherever it stands. */
const NEVER: Removed[] = ['copyright', 'caption', 'author-box']
/** So far behind a headline its byline or date may stand. */
const SIGNED_WITHIN = 12
const BUTTON =
  /^(?:share|sign (?:in|up)|subscribe|skip to|log ?in|read (?:more|next|also)|click|follow|download|watch|listen|join|get|please|thanks?|you|your|our|we|this (?:article|advert|story)|support|copy|email|add as|enter|accept|manage|search|by|photo|image|picture|advert|warning:|related|more from)(?!\p{L})/iu
/** What follows a headline on the same line where a page repeats it with its own name. */
const GLUE = /\s+[-–—|·•»:]+\s*|\s*[|»]\s*/

/** A line and its parts, each once. */
const partsOf = remembering((text) => [...new Set([text, ...text.split(GLUE)])])

/** A line that may be the headline. */
export interface Candidate {
  text: string
  at: number
  score: number
}

const isLong = (text: string): boolean => text.split(' ').length >= 4

/** What one look over the lines tells of each of them. */
interface Looks {
  /** Characters of the body up to each line. */
  before: number[]
  /** The next line of the body from each line on; absent behind the last. */
  next: (number | undefined)[]
  last: number
  /** The lines' texts; empty where a line is too long for a headline. */
  texts: string[]
  /** Whether the line is a byline or a date. */
  signed: boolean[]
  /** How often each text stands alone or beside the site's name. */
  printed: Map<string, number>
}

/** The lines outside the body that may be its headline, the likeliest first. */
export function headlineLines(lines: Line[], verdicts: Verdict[], about: Subject): Candidate[] {
  const texts = lines.map(({ text }) => (text.length <= LONGEST ? text : ''))
  const printed = new Map<string, number>()
  for (const text of texts) for (const part of partsOf(text)) printed.set(part, (printed.get(part) ?? 0) + 1)
  const looks: Looks = {
    ...bodyAround(lines, verdicts),
    last: verdicts.findLastIndex((one) => one.verdict === 'body'),
    texts,
    signed: texts.map((text) => text !== '' && (hasDate(text) || isSigned(text))),
    printed,
  }
  const possible = texts.map((text, at) => isPossible(text, verdicts[at]?.verdict) && !looks.signed[at])
  const around = (at: number) =>
    texts
      .slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS)
      .filter((_, n) => possible[Math.max(0, at - NEIGHBOURS) + n])
  for (const [at, text] of texts.entries()) {
    const inner = possible[at] ? insideOf(text, around(at)) : undefined
    if (!inner) continue
    possible[at] = false
    printed.set(inner, (printed.get(inner) ?? 0) + 1)
  }
  const shares = texts.map((text, at) => (possible[at] ? about.share(text) : 0))
  const found = texts.flatMap((text, at) => {
    if (!possible[at] || isElsewhere(at, looks.last, verdicts[at]?.verdict, shares)) return []
    const share = shares[at] ?? 0
    const rival = shares
      .slice(Math.max(0, at - RIVAL), at)
      .some((other, back) => other >= LEAST_RIVAL && isRival(texts[Math.max(0, at - RIVAL) + back] ?? ''))
    const told = verdicts[at]?.verdict === 'headline' ? 1 : 0
    const opens = at === 0 && opensWithDateline(lines[1]?.text ?? '') ? 3 : 0
    const proof = proofs(at, looks) + opens
    if (share < LEAST_OVERLAP && proof + told < (share > 0 ? 1 : 3)) return []
    const score = 2 * Math.min(share, ENOUGH) + 0.6 * (proof + told) - (rival ? 0.65 : 0) - faults(at, looks)
    return [{ text, at, score }]
  })
  return found.sort((a, b) => b.score - a.score || a.at - b.at)
}

/** Five words and more that did not run together as the entries of a menu do. */
const isRival = (text: string): boolean => words(text).length > 4 && !/\p{Ll}{3}\p{Lu}\p{Ll}{2}/u.test(text)

/** A neighbour that a line repeats with sections or the site's name around it: "HomeWorldVeto ends the watch". */
function insideOf(text: string, neighbours: string[]): string | undefined {
  return neighbours.find((other) => {
    const at = other.length < text.length && isLong(other) ? text.indexOf(other) : -1
    return at >= 0 && !/[:,–—-]\s?$/.test(text.slice(0, at)) && !/^[:,]/.test(text.slice(at + other.length))
  })
}

function bodyAround(lines: Line[], verdicts: Verdict[]): Pick<Looks, 'before' | 'next'> {
  const before = [0]
  for (const [at, { text }] of lines.entries())
    before.push((before[at] ?? 0) + (verdicts[at]?.verdict === 'body' ? text.length : 0))
  const next: Looks['next'] = []
  for (let at = lines.length - 1; at >= 0; at--)
    next[at] = verdicts[at]?.verdict === 'body' ? at : next[at + 1]
  return { before, next }
}

/** How many things prove a line a headline: it is printed again, and a byline or a date follows. */
function proofs(at: number, { texts, signed, printed, last }: Looks): number {
  const text = texts[at] ?? ''
  const again = isLong(text) && (printed.get(text) ?? 0) > 1
  const sign = at < last ? signed.slice(at + 1, at + 1 + SIGNED_WITHIN).indexOf(true) : -1
  return Number(again) + (sign < 0 ? 0 : sign < SIGNED_WITHIN / 2 ? 1.3 : 1)
}

/** What speaks against a line: how far the body is and how little of it follows, its length, how it ends. */
function faults(at: number, { texts, next, before, last }: Looks): number {
  const text = texts[at] ?? ''
  const count = text.split(' ').length
  const ahead = next[at]
  const distance = ahead === undefined ? at - last + FAR : ahead - at
  const start = ahead ?? at
  const whole = before.at(-1) ?? 0
  const mass = (from: number, to: number) =>
    (before[Math.min(to, before.length - 1)] ?? 0) - (before[Math.max(0, from)] ?? 0)
  const underMenu = at === 0 || words(texts[at - 1] ?? '').length <= 3
  return (
    Math.min(1, distance * 0.02) +
    (ahead !== undefined && mass(start, start + WINDOW) < Math.min(FEW, whole / 4) ? 0.8 : 0) +
    (ahead !== undefined && mass(at - WINDOW, at) > Math.min(FEW, whole / 4) ? 1.2 : 0) +
    (mass(0, at) > 0 ? 0.3 : 0) +
    (underMenu ? 0 : 0.3) +
    (/[.:;,]$/.test(text) ? 0.6 : 0) +
    (count > 20 ? 0.3 : 0) +
    (count < 5 ? 0.2 : 0)
  )
}

function isPossible(text: string, verdict: Verdict['verdict'] | undefined): boolean {
  if (!text || verdict === undefined || verdict === 'body' || NEVER.some((kind) => kind === verdict))
    return false
  const count = text.split(' ').length
  return (
    count >= FEWEST_WORDS + (verdict === 'headline' ? 0 : 1) &&
    count <= MOST_WORDS &&
    contentWords(text).length >= 2 &&
    !BUTTON.test(text)
  )
}

/**
 * Whether a line is another article's headline or none: under the text, unless it follows at once and no other line
 * there speaks of the body, or among comments.
 */
function isElsewhere(
  at: number,
  last: number,
  verdict: Verdict['verdict'] | undefined,
  shares: number[],
): boolean {
  if (at <= last) return verdict === 'comments'
  if (verdict === 'other' || verdict === 'headline') return false
  return at > last + 1 || shares.slice(last + 1).filter((share) => share >= LEAST_OVERLAP).length > 1
}
