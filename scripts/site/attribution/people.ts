import { bare, isHonorific, isNoName, isOffice, isOfficialRole } from './speaker-words.ts'
import type { Speaker } from './statement.ts'
import { bearOneName, fitsHonorific, pronounFor } from './surname.ts'

/** Words in capitals that follow one another, a particle between them at most. */
const RUN =
  /(?:(?:Secretary|Minister) (?:of|for) )?\p{Lu}[^\s,;:()“”"!?—–]*(?: (?:(?:de|al|bin|von|van|der|del|la) )?\p{Lu}[^\s,;:()“”"!?—–]*)*/gu
/** Offices as they stand before a name. */
const SHORT: Record<string, string> = {
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  gen: 'general',
  representative: 'congressman',
}
const ASIDE = /^, ([^,.;:“”"]{4,70})[,.]/
/** Longer runs of capitals are headlines and lists. */
const LONGEST_RUN = 160
const ROLE_WORDS = 5
/** What stands before an office and belongs to it: the body's name, or the field. */
const ROLE_WORD =
  /^(?:\p{Lu}[^.,;:“”"]*|U\.S\.|defen[cs]e|foreign|prime|finance|interior|deputy|vice|press|chief|former|then|retired)$/u
/** A name is introduced where it first stands; so many of its places are looked at, with so many characters around. */
const PLACES = 4
const AROUND = 90
/** No text has more speakers; looking for more names would take time for each. */
const MOST_SOUGHT = 64

/** Who a text has named so far, so that "Mr Doe" is the minister of its first paragraph. */
export class People {
  readonly #text: string
  readonly #sought = new Set<string>()
  readonly #bySurname = new Map<string, Speaker>()
  readonly #called = new Map<string, string>()
  readonly #means = new Map<string, boolean>()
  readonly #byOffice = new Map<string, Speaker | 'several'>()

  constructor(paragraphs: string[]) {
    this.#text = paragraphs.join('\n')
  }

  /** The person whose last name a word is, with the office that the text introduces: "White House spokesman John Doe". */
  named(name: string): Speaker | undefined {
    const surname = name.replace(/(?:['’]s?|[.,])$/, '')
    this.#seek(surname)
    return this.#bySurname.get(bare(surname))
  }

  /** Whether a surname alone, or behind "Mr" or "Mrs", can only mean the person whose full name is known. */
  meansOne(surname: string, honorific: string | undefined, fullName: string): boolean {
    const asked = `${honorific} ${surname} ${fullName}`
    const known = this.#means.get(asked)
    if (known !== undefined) return known
    const answer =
      this.#means.size < MOST_SOUGHT &&
      bearOneName(surname, [this.#text]) &&
      fitsHonorific(this.#text, surname, honorific, fullName)
    this.#means.set(asked, answer)
    return answer
  }

  /** Whether "he" or "she" may be this person: the text must not call them otherwise. */
  isCalled(fullName: string, pronoun: string): boolean {
    let own = this.#called.get(fullName)
    if (own === undefined) {
      own = this.#called.size < MOST_SOUGHT ? (pronounFor(this.#text, fullName) ?? '') : ''
      this.#called.set(fullName, own)
    }
    return !own || own === pronoun
  }

  /** The one person with an office, for "the minister"; undefined where several have it. */
  holder(office: string): Speaker | undefined {
    this.#seek(office)
    this.#seek(office.charAt(0).toUpperCase() + office.slice(1))
    const holder = this.#byOffice.get(office)
    return holder === 'several' ? undefined : holder
  }

  remember(person: Speaker): void {
    const surname = bare(person.speaker.split(' ').at(-1) ?? '')
    const known = this.#bySurname.get(surname)
    if (known && (known.kind !== 'person' || person.kind === 'person')) return
    this.#bySurname.set(surname, person)
    if (person.kind !== 'named-official') return
    for (const word of person.role?.split(/\s+/) ?? []) {
      const office = SHORT[bare(word)] ?? bare(word)
      const holder = this.#byOffice.get(office)
      this.#byOffice.set(office, holder && holder !== person ? 'several' : person)
    }
  }

  /** Reads who is introduced around the first places of a word. */
  #seek(word: string): void {
    if (this.#sought.has(word) || this.#sought.size >= MOST_SOUGHT) return
    this.#sought.add(word)
    let at = this.#text.indexOf(word)
    for (let place = 0; place < PLACES && at >= 0; place++) {
      const from = at < AROUND ? 0 : this.#text.indexOf(' ', at - AROUND) + 1
      const around = this.#text.slice(Math.min(from, at), at + AROUND)
      RUN.lastIndex = 0
      for (let run = RUN.exec(around); run; run = RUN.exec(around)) this.#introduce(around, run)
      if (this.#bySurname.get(bare(word))?.kind === 'named-official') return
      at = this.#text.indexOf(word, at + AROUND)
    }
  }

  #introduce(text: string, { 0: run, index: at }: RegExpExecArray): void {
    const end = at + run.length
    if (run.length > LONGEST_RUN || end === text.length) return
    const all = run.split(' ')
    const first = all.findIndex((word) => !isNoName(word))
    const words = first < 0 ? [] : all.slice(first)
    const office = words.findLastIndex((word) => isOffice(word) || isHonorific(word))
    const of = /^(?:of|for)$/.test(words[office + 1] ?? '')
    const title = of ? Math.max(office + 3, words.length - 3) : office + 1
    const name = words.slice(title)
    if (name.length === 0 || name.length > 4 || /['’]s?$/.test(name.at(-1) ?? '')) return
    const before =
      office >= 0
        ? past(text, at) + words.slice(0, title).join(' ')
        : officeBefore(text.slice(Math.max(0, at - 60), at))
    const aside =
      name.length > 1 && text[end] === ',' ? ASIDE.exec(text.slice(end, end + 74))?.[1] : undefined
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
