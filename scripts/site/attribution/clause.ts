import { isNoName, isOffice, kindOfNoun } from './speaker-words.ts'

export const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
/** A word that begins with a capital. */
export const CAPITAL = /^\p{Lu}/u
const BOUNDARIES = new Set(
  'that which while after before when because if although though as but where since whether than so until unless what and or how why'.split(
    ' ',
  ),
)
const PREPOSITION =
  /^(?:in|on|at|during|for|by|from|with|to|under|over|like|among|through|into|about|of|against|between|amid|despite|without|following|unlike)\s/i
const LEAD_IN = new RegExp(
  `^(?:but|and|yet|still|meanwhile|however|also|then|so|now|later|earlier|instead|nevertheless|indeed|moreover|separately|recently|previously|finally|initially|privately|publicly|eventually|subsequently|shortly|(?:on )?${WEEKDAY})\\s+`,
  'iu',
)
/** "Ten days ago", "Last December", "On 18 October", "In late August 2022": when, before who. */
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)'
const TIME = new RegExp(
  `^(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|\\d+) \\p{L}+ (?:ago|later|earlier|before)|(?:last|this|next) (?:\\p{L}+)|(?:in|on|by|since|during|until) (?:early |late |mid-)?(?:\\d{1,2} )?(?:${MONTH}|${WEEKDAY}|\\d{4}|an? \\p{L}+|the (?:spring|summer|autumn|winter|meantime|past))(?: \\d{1,2})?(?:,? \\d{4})?)\\s+(?=\\S)`,
  'iu',
)
/** A verb of saying with its own clause behind it: "KCNA said Karl Doe told". */
const SAYING = new Set('said says told announced confirmed warned insisted reported claimed'.split(' '))
const EARLIER_VERB = new RegExp(
  `(?<=\\p{L}\\s)(?:${[...SAYING].join('|')})\\s+(?:\\p{Lu}|(?:the|an?|he|she|it|they|his|her|its|their)\\s)(?!.*\\b(?:${[...SAYING].join('|')})\\s)`,
  'u',
)

/** What stands behind the last conjunction of a part, lead-ins left out. */
export function afterBoundary(part: string): string {
  const tokens = part.trim().split(/\s+/)
  let from = 0
  for (const [at, token] of tokens.entries()) {
    const word = token.toLowerCase()
    if (!BOUNDARIES.has(word) || at + 1 === tokens.length) continue
    if (word === 'and' && joinsNames(tokens.slice(from, at), tokens.slice(at + 1))) continue
    from = at + 1
  }
  let head = (from === 0 ? tokens : tokens.slice(from)).join(' ')
  const saying = tokens.some((token, at) => at > from && SAYING.has(token)) ? head.search(EARLIER_VERB) : -1
  if (saying >= 0) head = head.slice(saying).replace(/^\S+\s+/, '')
  for (let round = 0; round < 3; round++) {
    const shorter = head.replace(LEAD_IN, '').replace(TIME, '')
    if (shorter === head) break
    head = shorter
  }
  return PREPOSITION.test(head) ? lastPhrase(head) : head
}

/** "The Pentagon and the White House", "Foreign Affairs and Trade": capitals on both sides. */
function joinsNames(left: string[], right: string[]): boolean {
  const named = (word: string) => CAPITAL.test(word) || /^(?:the|of|for|de|al)$/.test(word) || isOffice(word)
  const first = right[0] === 'the' ? right[1] : right[0]
  return left.length > 0 && left.every(named) && right.every(named) && !isNoName(first ?? '')
}

/** The nouns and names at the end of "In Washington on Friday White House spokesman John Doe". */
function lastPhrase(text: string): string {
  const tokens = text.split(/\s+/)
  let from = tokens.length
  while (from > 0) {
    const token = tokens[from - 1] as string
    const named = CAPITAL.test(token) && !isNoName(token)
    if (!named && !isOffice(token) && !kindOfNoun(token)) break
    from--
  }
  const article = tokens
    .slice(0, from)
    .findLastIndex((token) => /^(?:the|an?|its|his|her|their)$/.test(token))
  if (article > 0 && from - article <= 4 && from < tokens.length) from = article
  return from > 1 ? tokens.slice(from).join(' ') : ''
}
