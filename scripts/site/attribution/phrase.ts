import { afterBoundary, CAPITAL, WEEKDAY } from './clause.ts'
import { isNoName, isOffice, kindOfNoun } from './speaker-words.ts'

/** The words that name a speaker: `head` itself, and what stands beside it between commas. */
export interface Phrase {
  head: string
  aside?: string
  /** The last character before the phrase: a comma or a quotation mark where reported words stand before it. */
  after: string
}

/** A subject is looked for no farther than this from its verb, in characters. */
const REACH = 400
const ADVERBS = new Set(
  'also later earlier then has have had still again once himself herself itself themselves yesterday today since already too first only just did does'.split(
    ' ',
  ),
)
const LATELY = new RegExp(
  `(?:^|[\\s,])(?:(?:late |early )?(?:on |last )?${WEEKDAY}(?: (?:morning|afternoon|evening|night))?|in an? (?:\\p{L}+ )?(?:statement|tweet|letter|release)|in a (?:news|press) release|(?:this|last) (?:week|month|year|night))$`,
  'u',
)
/** Before a verb these deny, doubt or reverse the attribution, or make it an adjective. */
const NO_ATTRIBUTION = new Set(
  'not never to would could may might should can cannot must will shall be is are was were been being am got the a an its his her their our my this any no of for by let previously widely so-called'.split(
    ' ',
  ),
)
/** Adverbs that deny, or leave it to others to vouch for. */
const HARDLY = new Set(
  'hardly scarcely barely rarely seldom reportedly allegedly supposedly purportedly falsely'.split(' '),
)
const CAPITALS = String.raw`(?:\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+|$))+`
/** A name or a body at the beginning, with its office, and behind that whoever holds it. */
const OPENING = new RegExp(
  String.raw`^(?<name>(?:(?:The|A|An)\s+)?${CAPITALS})(?:(?<office>\p{Ll}+)(?:\s|$)(?:${CAPITALS})?)?`,
  'u',
)
/** A first part without a subject of its own: "Speaking on Sunday", "Ten days later". */
const LEADS_IN =
  /^(?!.*\b(?:it|he|she|they)\b)(?:\p{Lu}\p{Ll}+ing\b|(?:In|On|At|During|After|By|Before|Amid|Last|Earlier|Later)\b|.*\b(?:later|ago|earlier)$)/u
const NOUN_OPENING = /^(?:The|A|An)\s+(?:\p{L}+\s+){0,2}?(\p{Ll}+)\s+(?=\p{Ll}+ed\b)/u

/** Party and place behind an American name. */
const PARTY = /^\s*[DRI]-\p{Lu}[\p{L}.]*$/u
const FULL_NAME = /^(?:\p{Lu}[\p{L}\p{M}.’'-]*\s+){1,4}\p{Lu}[\p{L}\p{M}’'-]*$/u
/** An aside that tells of no office: "Doe, trying to end the matter, said". */
const MEANWHILE = /^(?:\p{Ll}+ing|in|on|at|during|after|when|citing|asked)\s/u
/** Where the phrase behind "said" or "according to" ends at the latest. */
const PHRASE_END = new RegExp(
  `\\s(?:in|on|at|during|after|as|when|who|that|which|but|before|while|with|to|last|this|next|earlier|early|late|yesterday|today|tonight|because|since|if|adding|saying|where|referring|about|whose|is|was|has|had|have|are|were|told|said|says|following|when|${WEEKDAY}|and(?= \\p{Ll}))(?=\\s|$)`,
  'u',
)

/** Whether the words before a verb let it attribute anything: no negation, no passive, no article. */
export function mayAttribute(before: string): boolean {
  const last = lastWord(before.trimEnd()).toLowerCase()
  return !NO_ATTRIBUTION.has(last) && !/n['’]t$/.test(last) && !HARDLY.has(last)
}

function lastWord(text: string): string {
  return text.slice(Math.max(text.lastIndexOf(' '), text.lastIndexOf('(')) + 1)
}

/** The words before a verb without the adverbs and times that stand between it and its subject. */
function withoutAdverbial(left: string): string {
  const last = lastWord(left)
  if (ADVERBS.has(last) || (/^\p{Ll}+ly$/u.test(last) && last !== 'family'))
    return left.slice(0, left.length - last.length).trimEnd()
  return left.slice(0, -40) + left.slice(-40).replace(LATELY, '').trimEnd()
}

/** The subject that stands before a verb; undefined where a quotation or nothing does. */
export function subjectBefore(covered: string, verbStart: number): Phrase | undefined {
  let left = covered
    .slice(Math.max(0, verbStart - REACH), verbStart)
    .replace(/ \([^()]{0,40}\)/g, '')
    .trimEnd()
  for (let round = 0; round < 4; round++) {
    const shorter = withoutAdverbial(left)
    if (shorter === left) break
    left = shorter
    if (!mayAttribute(left)) return undefined
  }
  const dashed = /[–—]$/.test(left)
  if (dashed) left = left.slice(0, Math.max(0, lastDash(left.slice(0, -1)))).trimEnd()
  if (left.endsWith(')')) left = left.slice(0, Math.max(0, left.lastIndexOf('('))).trimEnd()
  const hard = lastHardStop(left)
  const mark = hard < 0 ? '' : (left[hard] as string)
  const parts = left
    .slice(hard + 1)
    .split(/,(?=\s|$)/)
    .filter((part) => !PARTY.test(part))
  const trailing = parts.length > 1 && parts.at(-1)?.trim() === ''
  if (trailing) parts.pop()
  return (trailing || dashed) && parts.length > 1 ? withAside(parts, mark) : plainSubject(parts, mark)
}

/** The speaker that stands behind "said" or "according to". */
export function phraseAfter(covered: string, verbEnd: number): Phrase | undefined {
  const right = covered.slice(verbEnd, verbEnd + REACH).trimStart()
  const stop = right.search(/[;:“”—–(?!]|\s-\s/)
  const parts = (stop < 0 ? right : right.slice(0, stop)).split(/,(?=\s|$)/)
  const whole = (parts[0] ?? '').trim()
  const cut = phraseCut(whole)
  const head = trimStop(cut < 0 ? whole : whole.slice(0, cut))
  if (!head) return undefined
  const aside = cut < 0 ? trimStop(parts[1] ?? '') : ''
  if (FULL_NAME.test(aside) && isOffice(lastWord(head))) return { head: aside, aside: head, after: '' }
  return { head, aside: isAside(aside) ? aside : undefined, after: '' }
}

/** Where a phrase ends: not between "current and former officials". */
function phraseCut(text: string): number {
  const cut = text.search(PHRASE_END)
  if (cut < 0 || !text.startsWith(' and', cut)) return cut
  const before = lastWord(text.slice(0, cut))
  if (CAPITAL.test(before) || isOffice(before) || kindOfNoun(before)) return cut
  const rest = text.slice(cut + 4).search(PHRASE_END)
  return rest < 0 ? -1 : cut + 4 + rest
}

/** Whether a clause is over where a phrase ends, as behind "..., said the minister." */
export function endsClause(covered: string, at: number): boolean {
  return /^\s*(?:[.,;”—–)]|$|(?:in|on|at|during|after|as|who|when|last|this|earlier|yesterday|today|to|and|while)\s)/.test(
    covered.slice(at, at + 20),
  )
}

/** "John Doe, a spokesman for the council, said": the nearest part that can name a speaker, and what follows it. */
function withAside(parts: string[], mark: string): Phrase | undefined {
  for (let at = parts.length - 2; at >= Math.max(0, parts.length - 5); at--) {
    const aside = parts
      .slice(at + 1)
      .join(',')
      .trim()
    if (/^\s*according to\b/i.test(parts[at] ?? '')) return undefined
    const head = afterBoundary(parts[at] ?? '').trim()
    if (CAPITAL.test(aside) && isOffice(head.split(' ').at(-1) ?? ''))
      return { head: aside, aside: head, after: mark }
    if (isAside(aside)) return { head, aside, after: at > 0 ? ',' : mark }
    if ((CAPITAL.test(head) && MEANWHILE.test(aside)) || FULL_NAME.test(head))
      return { head, after: at > 0 ? ',' : mark }
  }
  return plainSubject(parts, mark)
}

function plainSubject(parts: string[], mark: string): Phrase | undefined {
  let seg = (parts.at(-1) ?? '').trim()
  const relative = /^(.*?)\s*(?:who|which)$/u.exec(seg)
  if (relative) seg = relative[1] || (parts.at(-2) ?? '').trim()
  if (/(?:^|\s)(?:and|but)$/i.test(seg)) return opening(parts, mark)
  const head = afterBoundary(seg).trim()
  return head ? { head, after: parts.length > 1 ? ',' : mark } : undefined
}

/** "Doe would not go that far but said": the capitals that a sentence or one of its parts opens with. */
export function opening(parts: string[], after = ''): Phrase | undefined {
  for (const [at, part] of parts.entries()) {
    if (at > 0 && !LEADS_IN.test((parts[at - 1] as string).trim())) return undefined
    const noun = NOUN_OPENING.exec(part.trim())
    if (noun && kindOfNoun(noun[1] ?? '')) return { head: noun[0].trim(), after }
    const run = OPENING.exec(part.trim())
    if (!run || isNoName(run[0].split(' ')[0] ?? '')) continue
    const { name = '', office = '' } = run.groups ?? {}
    const belongs = office === 'media' || isOffice(office) || kindOfNoun(office) !== undefined
    return { head: (belongs ? run[0] : name).trim(), after }
  }
  return undefined
}

function isAside(text: string): boolean {
  if (!text || text.length > 140) return false
  const tokens = text.split(/\s+/)
  const first = tokens[0] ?? ''
  if (/^(?:but|and|or|then|while|after|before|when|that|though|as|not|which)$/i.test(first)) return false
  if (/^(?:an?|the|who|whose|his|her|its|one|speaking|\d+)$/i.test(first)) return true
  return tokens.slice(0, 6).some((token) => isOffice(token) || kindOfNoun(token) !== undefined)
}

function lastDash(text: string): number {
  return Math.max(text.lastIndexOf('–'), text.lastIndexOf('—'))
}

/** Marks that part a subject from what stands before it, by their codes. */
const HARD_STOPS = new Uint8Array(0x2020)
for (const mark of ';:“”()—–?!') HARD_STOPS[mark.charCodeAt(0)] = 1
const HYPHEN = 0x2d

function lastHardStop(text: string): number {
  for (let at = text.length - 1; at >= 0; at--) {
    const code = text.charCodeAt(at)
    if (HARD_STOPS[code] === 1) return at
    if (code === HYPHEN && text[at - 1] === ' ' && text[at + 1] === ' ') return at
  }
  return -1
}

/** Without the full stop of the sentence; that of an initial stays. */
const trimStop = (text: string): string =>
  text
    .trim()
    .replace(/(?<=\p{L}{2})\.$/u, '')
    .replace(/[!?]$/, '')
