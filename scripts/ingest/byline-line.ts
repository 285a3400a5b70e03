import { agencyAtEnd, agencyNamed } from './agency.ts'
import { remembering } from './line-memory.ts'
import { isPersonName, isSingleName, listedNames } from './person.ts'
import { readDays } from './printed-day.ts'

/** What a line says of who wrote the text. */
export interface Byline {
  authors: string[]
  /** Agency or outlet that the line names besides them. */
  credit?: string
  /** How it says so: with a word such as "By", by what stands beside the name, or by nothing but its shape. */
  sign: 'word' | 'company' | 'shape'
}

const LEAD_IN =
  /^\W?(?:(?:written|writing|compiled|reported|reporting|words|story|text|hosted|compiled) by|by|author(?:s|\(s\))?(?: of the article)?\s?:|from|par|von|por|door|autore?\s?:|af|av|di)(?::|\s)\s*/i
/** "By" that ran into the name: "byDana Whitlock". */
const GLUED_LEAD_IN = /^[Bb]y(?=\p{Lu}\p{Ll}*\s\p{Lu})/u
const LATER_LEAD_IN = /(?:^|[|•·/–—-]\s*)(?:(?:written|reported|words|posted|story)\s+)?by:?\s+/i
const NOBODY =
  /^from (?:our|a|the) .{0,40}correspondents?\b|^by (?:our |the )?(?:\p{L}+ )?(?:foreign |staff|senior|own )*(?:correspondents?|reporters?|staff|newsroom|agencies|newsdesk)\b/iu
const ROLE =
  /^(?:\p{L}+[ -]){0,4}(?:correspondents?|reporters?|writers?|editors?|journalists?|columnists?|contributors?|producers?|chief|staff|analysts?|critics?|fellow|desk|bureau|newsroom|agencies)\b.{0,40}$|^in \p{Lu}.{0,40}$|^for (?:the )?\p{Lu}.{0,40}$/iu
const BESIDE =
  /\b(?:published|posted|updated|last (?:updated|modified)|follow|offentliggjort|veröffentlicht|pubb?li\p{L}{2,8})\b|\s?@\w|(?<!\d)\d{1,3}[- ]min(?:ute)?s?\b|(?:(?<!\d)\d{1,2}|\ban?) (?:second|minute|min|hour|hr|day|week|month|year)s? ago\b/iu
/** The same words where they ran into the name: "Dana WhitlockPublished May 2, 2024". */
const GLUED_BESIDE = /(?<=\p{Ll})(?:Published|Posted|Updated|Last updated|Follow)\b/u
const SEPARATOR = /\s*[|•·]\s*|\s+[–—/-]\s+/
/** Words that run into a name where a page's markup was lost: "Dana WhitlockDiplomatic Correspondent". */
const GLUED = /(?<=\p{Ll})(?=\p{Lu}\p{Ll}+(?:\s\p{L}+){0,4}$)/u
const LONGEST = 200

/**
 * Reads a line as a byline; undefined where it is none. A line that names nobody ("From our correspondent") has no
 * authors. A line above may have announced it ("Author of the article:").
 */
export function readByline(line: string, announced = false): Byline | undefined {
  if (line.length > LONGEST) return undefined
  if (NOBODY.test(line)) return { authors: [], sign: 'word' }
  const later = LATER_LEAD_IN.exec(line)
  const leadIn = LEAD_IN.exec(line) ?? GLUED_LEAD_IN.exec(line) ?? later
  const introduced = leadIn !== null || announced
  const rest = leadIn ? line.slice(leadIn.index + leadIn[0].length) : line
  const { text: people, cut } = withoutCompany(rest)
  const [first = '', ...others] = people.split(SEPARATOR)
  const read = readPeople(first.replace(/[;.]\s?(?:editing|additional)\b.*$/i, ''), introduced)
  if (!read) return undefined
  const beside = others.filter((part) => part && !ROLE.test(part))
  const credit = read.credit ?? beside.find((part) => /\p{Lu}/u.test(part) && !/\d/.test(part))
  if (introduced) return { authors: read.authors, credit, sign: 'word' }
  const company = cut || read.company || others.some((part) => ROLE.test(part) || agencyNamed(part))
  return !company && !others.every((part) => isOutlet(part, true))
    ? undefined
    : { authors: read.authors, credit, sign: company ? 'company' : 'shape' }
}

/** Whether a line says with a word such as "By" who wrote the text. */
export const isSigned = remembering((line) => {
  const mayBe =
    NOBODY.test(line) || LEAD_IN.test(line) || GLUED_LEAD_IN.test(line) || LATER_LEAD_IN.test(line)
  return mayBe && readByline(line)?.sign === 'word'
})

/** Cuts off what stands behind the names: a date, "3 min read", "Follow". */
function withoutCompany(text: string): { text: string; cut: boolean } {
  const ends = [BESIDE.exec(text)?.index, GLUED_BESIDE.exec(text)?.index, readDays(text)[0]?.at].filter(
    (at) => at !== undefined && at > 3,
  )
  const end = Math.min(...ends.map(Number))
  return ends.length > 0 && Number.isFinite(end)
    ? { text: text.slice(0, end).replace(/[\s|•·/,(–—-]+$/u, ''), cut: true }
    : { text: text.replace(/[\s|•·/,.]+$/u, ''), cut: false }
}

interface People {
  authors: string[]
  credit?: string
  /** Whether a role or an agency stood beside a name. */
  company: boolean
}

/** Names in "A, B and C", roles and agencies among them; a list that holds anything else gives none. */
function readPeople(text: string, introduced: boolean): People | undefined {
  const agency = agencyAtEnd(text)
  if (agency === text) return introduced ? { authors: [text], credit: text, company: true } : undefined
  const before = agency ? text.slice(0, -agency.length) : text
  const wroteToo = /(?:\band|&)\s*$/.test(before)
  const people: People = { authors: [], credit: agency, company: agency !== undefined }
  for (const part of listedNames(before.replace(/(?:\band|[&,|])\s*$/, '')))
    if (!addPart(people, part, introduced)) return undefined
  if (people.authors.length === 0)
    return introduced && isSingleName(text) ? { ...people, authors: [text] } : undefined
  if (agency && wroteToo) people.authors.push(agency)
  return people
}

/** Adds a part of the list to what is known of it; false for a part that no byline holds. */
function addPart(people: People, part: string, introduced: boolean): boolean {
  const place = part.search(/\s+(?:in|for|at)\s+\p{Lu}/u)
  const short = (place > 0 ? part.slice(0, place) : part).replace(/[\d*]+$/, '')
  const name = isPersonName(short) ? short : nameBeforeRole(short)
  if (name) people.authors.push(name)
  else if (people.authors.length === 0) return introduced && isSingleName(part)
  else if (!(ROLE.test(part) || isOutlet(part, introduced))) return false
  else if (!ROLE.test(part)) people.credit ??= part
  people.company ||= name !== part
  return true
}

/** The name in "Dana Whitlock Chief Reporter" and "Dana WhitlockDiplomatic Correspondent". */
function nameBeforeRole(text: string): string | undefined {
  const [glued = '', gluedRole = ''] = text.split(GLUED)
  if (gluedRole && isPersonName(glued) && ROLE.test(gluedRole)) return glued
  const words = text.split(' ')
  return [4, 3, 2]
    .filter((count) => count < words.length && ROLE.test(words.slice(count).join(' ')))
    .map((count) => words.slice(0, count).join(' '))
    .find(isPersonName)
}

/** Names such as "Harbour Courier": a few capitals and no person's name; one word only behind a word such as "By". */
function isOutlet(part: string, introduced: boolean): boolean {
  const words = part.split(' ')
  return (
    words.length <= 5 &&
    (words.length > 1 || (introduced && isSingleName(part.replace(/\.\p{L}+$/u, '')))) &&
    words.every((word) => /^\p{Lu}|^(?:of|the|for|and)$|\.(?:com|org|net|co)\b/u.test(word))
  )
}
