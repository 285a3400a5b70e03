import type { Draft, Line, Removed, Verdict } from './draft.ts'

/** Headings after which lists of other articles stand; they end with the next long prose paragraph. */
const OTHER_ARTICLES =
  /^(?:related(?: (?:articles|stories|news|topics|links|content|coverage))?|ranking|recommendation|recommended(?: (?:for you|reading|stories))?|most (?:read|popular|viewed|shared)|trending(?: now)?|popular(?: (?:now|stories))?|latest(?: (?:news|stories))?|more (?:from|stories|news|on this|in|like this)\b.{0,40}|read (?:more|next|also)|you (?:may|might) (?:also )?like|editor'?s'? picks?|top stories|also read|what to read next|in other news)\W*$/i
const COMMENTS =
  /^(?:\d+ )?comments?(?: \(\d+\))?$|^(?:leave|post|add) a (?:comment|reply)|^join the (?:conversation|discussion)/i

const JUNK: [RegExp, Removed, string][] = [
  [/^(?:©|\(c\)|copyright\b)|all rights reserved/i, 'copyright', 'a copyright line'],
  [
    /^(?:share|tweet|print|email|save|like|copy link|facebook|twitter|whatsapp|linkedin|telegram|pinterest|reddit)\b.{0,60}$|^\W*\d+ (?:shares?|likes?)\b|^[\w!]{2,20}! \(\d+\)$/i,
    'share',
    'share buttons or a counter',
  ],
  [
    /^(?:we use|this site uses) cookies\b|\b(?:our|your|free|daily|weekly) (?:[a-z]+ )?(?:newsletter|inbox)\b|^(?:please )?(?:subscribe|sign up|register|donate|log ?in|support us|download (?:our|the) app)\b|^advertisement\b/i,
    'promo',
    'asks the reader for something',
  ],
  [
    /^(?:photo|image|picture|file photo|credit|source|graphic|video|watch)\s?[:/|]|\((?:photo|image|pic)\b|(?:\/|via )(?:getty(?: images)?|ap photo|afp|epa|shutterstock)\)?\.?$/i,
    'caption',
    'a caption or its credit',
  ],
  [
    /^(?:read more|also read|see also|read next|related|more)\s?[:>»]/i,
    'related',
    'points to another article',
  ],
  [
    /^(?:home|menu|search|skip to|back to|previous|next|navigation|sections?|contact|about us|privacy policy|terms)\b.{0,60}$|(?:[|>›»•/]\s?[\w ]{1,25}){3,}/i,
    'navigation',
    'navigation',
  ],
  [
    /^(?:about the author|follow (?:him|her|us|them)|.{3,40} is an? (?:[a-z-]+ ){0,4}(?:reporter|correspondent|editor|writer|journalist)\b)/i,
    'author-box',
    'says who the author is',
  ],
]

/** Kinds whose words also begin sentences ("Previous talks …", "Like Seoul, …"): they are told from scraps only. */
const FOR_SCRAPS = new Set<Removed>(['navigation', 'share'])
const SENTENCE_WORDS = 7
const PROSE_WORDS = 10
const LESSER_WORDS = 5
const STOP = /[.!?…]["'”’)\]]*$/

/**
 * Chooses the body lines of a text and says of every other line why it is left out.
 *
 * A line of ten words that ends like a sentence is body unless it reads like something else; a shorter one only
 * where body lines stand on both sides. A heading such as "Related" closes the body until two paragraphs of prose
 * follow each other again.
 */
export function body({ lines }: Draft): Partial<Draft> {
  const verdicts: Verdict[] = lines.map((line) => firstLook(line))
  closeLists(lines, verdicts)
  admitShortLines(lines, verdicts)
  if (verdicts.every((one) => one.verdict !== 'body')) admitLesserProse(lines, verdicts)
  const kept = lines.flatMap(({ kind, text }, at) =>
    verdicts[at]?.verdict === 'body' ? [{ kind, text }] : [],
  )
  return { verdicts, body: kept }
}

const words = (text: string): number => text.split(' ').length
const isProse = (text: string): boolean => words(text) >= PROSE_WORDS && STOP.test(text)

function firstLook({ text, place, links, kind }: Line): Verdict {
  if (place) return { verdict: place, why: "the page's markup says so" }
  const prose = isProse(text)
  const junk =
    words(text) < 40
      ? JUNK.find(
          ([pattern, kind]) =>
            pattern.test(text) && !(FOR_SCRAPS.has(kind) && words(text) >= SENTENCE_WORDS && STOP.test(text)),
        )
      : undefined
  if (junk) return { verdict: junk[1], why: junk[2] }
  if (links > 0.6) return { verdict: 'navigation', why: 'most of it is a link' }
  if (prose) return { verdict: 'body', why: `${words(text)} words and a full stop` }
  return {
    verdict: 'other',
    why: kind === 'item' ? 'a list item without a full sentence' : 'too short for prose, or no full stop',
  }
}

function closeLists(lines: Line[], verdicts: Verdict[]): void {
  let list: { name: string; kind: Removed } | undefined
  for (const [at, { text, kind }] of lines.entries()) {
    const heading = OTHER_ARTICLES.test(text) ? 'related' : COMMENTS.test(text) ? 'comments' : undefined
    if (heading) list = { name: text, kind: heading }
    else if (list && kind !== 'item' && longProse(lines, at)) list = undefined
    if (list) verdicts[at] = { verdict: list.kind, why: `under the heading "${list.name.slice(0, 40)}"` }
  }
}

/** Two long paragraphs in a row: lists of headlines do not hold that. Comments do, so they need a rule of their own. */
function longProse(lines: Line[], at: number): boolean {
  const pair = [lines[at], lines[at + 1]]
  return pair.every((line) => line && line.kind !== 'item' && words(line.text) >= 25 && STOP.test(line.text))
}

function admitShortLines(lines: Line[], verdicts: Verdict[]): void {
  for (const [at, { text, kind, place }] of lines.entries()) {
    if (verdicts[at]?.verdict !== 'other' || place) continue
    const between = verdicts[at - 1]?.verdict === 'body' && nextBody(verdicts, at) <= 3
    const fits = STOP.test(text) || kind === 'heading' || kind === 'item' || /^["'“‘]/.test(text)
    if (between && fits) verdicts[at] = { verdict: 'body', why: 'short, but it stands between body lines' }
  }
}

/** A text without one proper paragraph, as subtitles or a poem are, keeps its longer lines rather than nothing. */
function admitLesserProse(lines: Line[], verdicts: Verdict[]): void {
  for (const [at, { text, links }] of lines.entries()) {
    if (verdicts[at]?.verdict !== 'other' || links > 0.3 || words(text) < LESSER_WORDS || !STOP.test(text))
      continue
    verdicts[at] = { verdict: 'body', why: 'the longest sentences of a text without paragraphs' }
  }
}

function nextBody(verdicts: Verdict[], at: number): number {
  for (let ahead = 1; ahead <= 3; ahead++) if (verdicts[at + ahead]?.verdict === 'body') return ahead
  return Infinity
}
