import type { Removed, Verdict } from './draft.ts'
import { remembering } from './line-memory.ts'

const FURNITURE: [RegExp, Removed, string][] = [
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
const STOP = /[.!?…]["'”’)\]]*$/
/** Furniture is short; a paragraph that happens to hold such words is none. */
const MOST_WORDS = 40
const MOST_CHARACTERS = 400

/** What a line shows itself to be by its own words, wherever it stands; undefined for one that could be body. */
export function furnitureOf(text: string): Verdict | undefined {
  return text.length > MOST_CHARACTERS ? undefined : told(text).verdict
}

const told = remembering((text): { verdict: Verdict | undefined } => {
  const words = text.split(' ').length
  if (words >= MOST_WORDS) return { verdict: undefined }
  const isSentence = words >= SENTENCE_WORDS && STOP.test(text)
  const found = FURNITURE.find(
    ([pattern, kind]) => pattern.test(text) && !(isSentence && FOR_SCRAPS.has(kind)),
  )
  return { verdict: found && { verdict: found[1], why: found[2] } }
})
