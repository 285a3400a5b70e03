import type { People } from './people.ts'
import type { Phrase } from './phrase.ts'
import {
  bare,
  isCalling,
  isEyewitness,
  isHonorific,
  isNoName,
  isOffice,
  isOfficialRole,
  isOrganisationWord,
  isPlace,
  kindOfNoun,
  namesStateMedia,
} from './speaker-words.ts'
import type { Speaker } from './statement.ts'

const MOST_WORDS = 18
const LONGEST_ROLE = 100
const CAPITAL = /^\p{Lu}/u
const LINK = /^(?:of|for|from|in|by|at|with|to|on)$/
/** Where the noun that heads a phrase stands before. */
const PHRASE_CUT =
  /\s(?:of|for|from|in|at|by|with|to|on|who|that|which|briefed|familiar|close|speaking|involved|near|outside|inside|about|without|under|against|named|released|published|issued|seen|obtained|dated|there|here)(?=\s|$)/
const DENIED =
  /^(?:neither|no|none|nobody|nor|few|everyone|someone|anyone|i|we|you|there|what|this|these|those|such|not|never|rather|did|does|do|has|have|had|is|are|was|were|could|should|would|except|unlike)\b|\b(?:not|never)\s|n['’]t\s/i
/** Offices that one person holds: "the president" is a named official though no name stands beside it. */
const SINGLE_OFFICES = new Set(
  'president premier chancellor minister secretary governor mayor general king queen pope commissioner director chief vice-president chairman speaker'.split(
    ' ',
  ),
)
/** Clauses that say what a speaker is, or why without a name. */
const WHO =
  /^who (?:spoke|asked|declined|requested|insisted|was not|were not|is not|are not|leads?|heads?|commands?|speaks?|runs?|works?|lives?|saw|heard|witnessed)\b/
const PRONOUN = /^(?:he|she|it|they)$/i

/** Whether a phrase is a pronoun that an earlier speaker may stand for. */
export const isPronoun = (head: string): boolean => PRONOUN.test(head)

/**
 * Who a phrase names and what kind of speaker that is; undefined where its head is nobody who speaks, so that
 * "the plan said" or a verb read wrongly gives no statement.
 */
export function readSpeaker({ head, aside }: Phrase, people: People): Speaker | undefined {
  const tokens = head.split(/\s+/).filter(Boolean)
  if (tokens.length === 0 || tokens.length > MOST_WORDS || DENIED.test(head) || /["“”]/.test(head))
    return undefined
  if (namesStateMedia(head)) return { kind: 'state-media', speaker: head }
  const from = nameStart(tokens)
  if (from < tokens.length) return readName(tokens, from, aside, people)
  return readPlaced(tokens, aside, people) ?? readNoun(head, aside, people)
}

/** Where the name at the end of a phrase begins; its length where none does. */
function nameStart(tokens: string[]): number {
  let from = tokens.length
  while (from > 0 && (CAPITAL.test(tokens[from - 1] as string) || isJoint(tokens, from - 1))) from--
  while (from < tokens.length && isNoName(tokens[from] as string)) from++
  const before = bare(tokens[from - 1] ?? '')
  if (LINK.test(before) || (before === 'the' && LINK.test(bare(tokens[from - 2] ?? '')))) {
    // "Secretary of State John Doe" ends in a name, "residents of Larkmouth" does not.
    const office = tokens.slice(0, from).some(isOffice)
    return office && tokens.length - from >= 3 ? tokens.length - 2 : tokens.length
  }
  return from
}

/** "Representative John Doe of Varland": a person whose place stands behind the name. */
function readPlaced(tokens: string[], aside: string | undefined, people: People): Speaker | undefined {
  const link = tokens.findIndex((token) => LINK.test(token))
  const before = tokens.slice(0, link)
  const from = link > 1 ? nameStart(before) : link
  if (from >= before.length || from < 0) return undefined
  const person = readName(before, from, aside, people)
  return person?.speaker.includes(' ') &&
    person.kind !== 'organisation' &&
    !isOrganisationWord(before.at(-1) ?? '')
    ? person
    : undefined
}

/** A small word inside a name: "Ursula von der Leyen", "John Doe and Jane Roe". */
function isJoint(tokens: string[], at: number): boolean {
  const next = tokens[at + 1]
  return (
    next !== undefined &&
    CAPITAL.test(tokens[at - 1] ?? '') &&
    (/^(?:de|al|bin|von|van|der|del|la|da|di)$/.test(tokens[at] as string) ||
      (tokens[at] === 'and' && at > 0 && CAPITAL.test(next)))
  )
}

function readName(
  tokens: string[],
  from: number,
  aside: string | undefined,
  people: People,
): Speaker | undefined {
  const run = tokens.slice(from)
  const title = run.findLastIndex((word) => isOffice(word) || isHonorific(word))
  // "Farmer John Doe": what he does opens the sentence and is no given name.
  const last = title < 0 && run.length > 2 && isCalling(run[0] as string) ? 0 : title
  const name = run.slice(last + 1)
  const prefix = tokens.slice(0, from + last + 1)
  const plain = name.length === 1 && kindOfNoun(name[0] as string) !== undefined && from + last === -1
  if (/['’]s?$/.test(name.at(-1) ?? '')) return undefined
  if (name.length === 0 || plain) return readNoun(tokens.join(' '), aside, people)
  const speaker = name.join(' ').replace(/(?<=\p{Ll})\.$/u, '')
  const titled = prefix.some((word) => isOffice(word) || isHonorific(word) || isCalling(word))
  const role = roleOf(titled ? prefix : [], aside)
  const known = people.named(name.at(-1) as string)
  if (!titled && !known && isOrganisation(name, tokens[from - 1]))
    return tokens.slice(0, from).every(mayStandBefore)
      ? { kind: 'organisation', speaker: tokens.join(' ') }
      : undefined
  if (known && name.length === 1 && known.speaker !== speaker) {
    const honorific = prefix.findLast(isHonorific)
    if (people.meansOne(speaker, honorific, known.speaker)) return withRole(known, role ?? known.role)
    return withRole({ kind: 'person', speaker: honorific ? `${honorific} ${speaker}` : speaker }, role)
  }
  if (known?.speaker === speaker) return withRole(known, role ?? known.role)
  const person = withRole({ kind: 'person', speaker }, role)
  people.remember(person)
  return person
}

/** What may stand before the name of a body: an article, or words in capitals such as "NATO and the". */
const mayStandBefore = (word: string): boolean =>
  /^(?:the|an?|its|his|her|their|and|of)$/i.test(word) || CAPITAL.test(word) || isOrganisationWord(word)

function isOrganisation(name: string[], before: string | undefined): boolean {
  if (/^(?:the|its)$/i.test(before ?? '')) return true
  if (name.some(isOrganisationWord)) return true
  const only = name[0] as string
  return name.length === 1
    ? isPlace(only) || /^[\p{Lu}\d.&-]{2,}$/u.test(only)
    : name.every(
        (word) =>
          isPlace(word) ||
          /^(?:North|South|United|New|West|East|Saudi|Hong)$/.test(word) ||
          /^\p{Lu}{2,}$/u.test(word),
      )
}

function withRole(person: Speaker, role: string | undefined): Speaker {
  const { speaker } = person
  if (!role) return { kind: person.kind, speaker }
  if (isOfficialRole(role)) return { kind: 'named-official', speaker, role }
  if (role.split(/\s+/).some(isEyewitness)) return { kind: 'eyewitness', speaker, role }
  return { kind: person.kind, speaker, role }
}

function roleOf(prefix: string[], aside: string | undefined): string | undefined {
  const title = prefix
    .slice(titleStart(prefix))
    .filter((word) => !isHonorific(word))
    .join(' ')
  const beside =
    /^who\b/.test(aside ?? '') && !WHO.test(aside ?? '') ? '' : aside?.replace(/^(?:an?|the) /i, '')
  const role = title && isMeaningful(title) ? title : beside
  return role && role.length <= LONGEST_ROLE ? role : undefined
}

/** Where a title begins in the words before a name: capitals, offices, and few words besides. */
function titleStart(prefix: string[]): number {
  let from = prefix.length
  let others = 0
  while (from > 0) {
    const word = prefix[from - 1] as string
    const before = prefix[from - 2] ?? ''
    const known = CAPITAL.test(word) || isOffice(word) || kindOfNoun(word) !== undefined
    const link = LINK.test(word) || (word === 'the' && LINK.test(before))
    if (/^(?:the|an?|and|its|his|her|their)$/i.test(word) && !link) break
    if (link && !isOffice(word === 'the' ? (prefix[from - 3] ?? '') : before)) break
    if (!known && !link && (++others > 2 || /(?:ed|ly)$/.test(word))) break
    from--
  }
  return from
}

const isMeaningful = (role: string): boolean =>
  role.split(/\s+/).some((word) => isOffice(word) || kindOfNoun(word) !== undefined)

/** A speaker without a name: what kind the noun at the head of the phrase says. */
function readNoun(head: string, aside: string | undefined, people: People): Speaker | undefined {
  const cut = head.search(PHRASE_CUT)
  const core = cut < 0 ? head : head.slice(0, cut)
  const tokens = core.split(/\s+/)
  const noun = bare(tokens.at(-1) ?? '')
  const definite = /^(?:the|The)$/.test(tokens[0] ?? '')
  if (definite && tokens.length <= 3 && isOffice(noun)) {
    const holder = people.holder(noun)
    if (holder) return holder
  }
  if (definite && tokens.length <= 4 && SINGLE_OFFICES.has(noun) && isOfficialRole(head))
    return { kind: 'named-official', speaker: head }
  const kind =
    noun === 'people' && !/\b(?:familiar|briefed|knowledge|close)\b/.test(head) ? undefined : kindOfNoun(noun)
  if (!kind) return undefined
  if (tokens.length === 1 && cut < 0 && !/s$|police/.test(noun)) return undefined
  if (kind === 'unnamed-official' && !isOfficialRole(`official ${head.split(/\s(?:who|that|which)\s/)[0]}`))
    return { kind: 'unnamed-person', speaker: head }
  const said =
    aside && kind !== 'organisation' && kind !== 'document' && aside.length <= LONGEST_ROLE
      ? aside
      : undefined
  return said ? { kind, speaker: head, role: said } : { kind, speaker: head }
}
