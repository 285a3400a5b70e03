import { bare, isHonorific, isNoName, isOffice, isOfficialRole } from './speaker-words.ts'
import type { Speaker } from './statement.ts'

/** Words in capitals that follow one another, a particle between them at most. */
const RUN = /\p{Lu}[^\s,;:()“”"!?—–]*(?: (?:(?:de|al|bin|von|van|der|del|la) )?\p{Lu}[^\s,;:()“”"!?—–]*)*/gu
/** Offices as they stand before a name. */
const SHORT: Record<string, string> = {
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  gen: 'general',
  representative: 'congressman',
}
const ASIDE = /^, ([^,.;:“”"]{4,90})[,.]/
/** Longer runs of capitals are headlines and lists. */
const LONGEST_RUN = 160
const ROLE_WORDS = 5
/** What stands before an office and belongs to it: the body's name, or the field. */
const ROLE_WORD =
  /^(?:\p{Lu}[^.,;:“”"]*|U\.S\.|defen[cs]e|foreign|prime|finance|interior|deputy|vice|press|chief|former|then|retired)$/u

/** Who a text has named so far, so that "Mr Doe" is the minister of its first paragraph. */
export class People {
  readonly #bySurname = new Map<string, Speaker>()

  /** Every name that a text introduces with an office: "White House spokesman John Doe", "Jane Roe, the minister,". */
  constructor(paragraphs: string[]) {
    for (const text of paragraphs) for (const match of text.matchAll(RUN)) this.#introduce(text, match)
  }

  /** The person whose last name a word is. */
  named(surname: string): Speaker | undefined {
    return this.#bySurname.get(bare(surname))
  }

  remember(person: Speaker): void {
    const surname = bare(person.speaker.split(' ').at(-1) ?? '')
    const known = this.#bySurname.get(surname)
    if (!known || (known.kind === 'person' && person.kind !== 'person')) this.#bySurname.set(surname, person)
  }

  /** The one person with an office, for "the minister"; undefined where several have it. */
  holder(office: string): Speaker | undefined {
    const holders = [...this.#bySurname.values()].filter(({ role }) =>
      role?.split(/\s+/).some((word) => (SHORT[bare(word)] ?? bare(word)) === office),
    )
    return holders.length === 1 ? holders[0] : undefined
  }

  #introduce(text: string, { 0: run, index }: RegExpMatchArray): void {
    if (run.length > LONGEST_RUN) return
    const all = run.split(/\s+/)
    const words = all.slice(all.findIndex((word) => !isNoName(word)))
    const office = words.findLastIndex((word) => isOffice(word) || isHonorific(word))
    const name = words.slice(office + 1)
    if (name.length === 0 || name.length > 4 || /['’]s?$/.test(name.join(' '))) return
    const at = index ?? 0
    const before =
      office >= 0
        ? past(text, at) + words.slice(0, office + 1).join(' ')
        : officeBefore(text.slice(Math.max(0, at - 60), at))
    const end = at + run.length
    const aside =
      name.length > 1 && text[end] === ',' ? ASIDE.exec(text.slice(end, end + 94))?.[1] : undefined
    const role = [before, aside].find((text) => text && isOfficialRole(text))
    if (role) this.remember({ kind: 'named-official', speaker: name.join(' ').replace(/\.$/, ''), role })
  }
}

/** "former " where that stands before a name in capitals. */
const past = (text: string, at: number): string =>
  /\b(?:former|retired|ex-)\s*$/i.exec(text.slice(Math.max(0, at - 10), at))?.[0] ?? ''

/** "the White House spokesman " before a name: office words and the capitals before them. */
function officeBefore(text: string): string | undefined {
  if (!text.endsWith(' ') || !isOffice(text.slice(text.lastIndexOf(' ', text.length - 2) + 1, -1)))
    return undefined
  const tokens = text.trimEnd().split(/\s+/)
  if (/[.,]$/.test(tokens.at(-1) ?? '')) return undefined
  let from = tokens.length - 1
  while (from > 0 && tokens.length - from < ROLE_WORDS && ROLE_WORD.test(tokens[from - 1] as string)) from--
  return tokens.slice(from).join(' ')
}
