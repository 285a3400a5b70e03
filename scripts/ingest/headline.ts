import { contentWords } from '../content/words.ts'
import { type Draft, type Line, type PageFacts, Refusal, type Verdict } from './draft.ts'

const FEWEST_WORDS = 4
const MOST_WORDS = 32
const LEAST_OVERLAP = 0.4

interface Candidate {
  text: string
  at: number
  score: number
}

/**
 * The headline: the line outside the body that speaks most of what the body speaks of.
 *
 * Printed twice, alone and glued to the site's name, counts for it; so do the top of the page and what the page's
 * head says. A text without one keeps none here: a copy of it may have one. Refuses a text without any body.
 */
export function headline({ lines, verdicts, body, facts }: Draft): Partial<Draft> {
  if (body.length === 0) {
    throw new Refusal(
      'text',
      lines[0]?.text,
      'no article found in it (menus and lists only); remove it or save the article itself',
    )
  }
  const about = new Set(contentWords(body.map((block) => block.text).join(' ')))
  const stated = statedTitle(facts, about)
  if (stated) return found(stated, lines, verdicts)
  const best = lines
    .flatMap((line, at) => candidate(line, at, lines, verdicts, about) ?? [])
    .sort((a, b) => b.score - a.score || a.at - b.at)[0]
  return best ? found(best.text, lines, verdicts) : {}
}

function candidate(
  line: Line,
  at: number,
  lines: Line[],
  verdicts: Verdict[],
  about: Set<string>,
): Candidate | undefined {
  const verdict = verdicts[at]?.verdict
  if (verdict !== 'other') return undefined
  const words = contentWords(line.text)
  const length = line.text.split(' ').length
  if (length < FEWEST_WORDS || length > MOST_WORDS || words.length < 3) return undefined
  const overlap = overlapWith(line.text, about)
  if (overlap < LEAST_OVERLAP) return undefined
  const first = verdicts.findIndex((one) => one.verdict === 'body')
  const last = verdicts.findLastIndex((one) => one.verdict === 'body')
  const within = at > first && at < last
  const again = lines.some((other, place) => place !== at && other.text.includes(line.text))
  const distance = at < first ? first - at : at - last
  const score =
    overlap +
    (again ? 1 : 0) -
    (within ? 1 : 0) -
    Math.min(0.5, distance * 0.03) -
    (/[.:]$/.test(line.text) ? 0.2 : 0)
  return { text: line.text, at, score }
}

/** Marks every line that repeats the headline, so that the receipt counts it as such. */
function found(title: string, lines: Line[], verdicts: Verdict[]): Partial<Draft> {
  return {
    title,
    verdicts: verdicts.map((verdict, at) =>
      verdict.verdict !== 'body' && lines[at]?.text.includes(title)
        ? { verdict: 'headline', why: 'prints the headline' }
        : verdict,
    ),
  }
}

/** The title that the page's head gives, without the site's name: of its titles the one that speaks most of the body. */
function statedTitle({ titles, siteName = '' }: PageFacts, about: Set<string>): string | undefined {
  const parts = titles.flatMap((title, rank) =>
    [title, ...title.split(/\s+[-–—|·•]\s+|\s*[|»]\s*|:\s+/)].map((text) => ({
      text: text.trim(),
      whole: title,
      rank,
    })),
  )
  return parts
    .filter(
      ({ text }) =>
        text.split(' ').length >= 3 && text !== siteName && overlapWith(text, about) >= LEAST_OVERLAP,
    )
    .map(({ text, whole, rank }) => ({
      text,
      score: overlapWith(text, about) + Math.min(0.3, (text.length / whole.length) * 0.3) - rank * 0.05,
    }))
    .sort((a, b) => b.score - a.score)[0]?.text
}

function overlapWith(text: string, about: Set<string>): number {
  const words = contentWords(text)
  return words.filter((word) => about.has(word)).length / (words.length || 1)
}
