import { isCalling, isHonorific, isNoName, isOffice, isOrganisationWord, isPlace } from './speaker-words.ts'

const LETTER = /[\p{L}\p{M}]/u
/** Places of a surname that are looked at; and how much stands before one for given names, in characters. */
const BEARERS_SOUGHT = 200
const GIVEN = 40

/** Given names right before a surname's places in texts, titles and offices left out; each once. */
function givenNames(surname: string, texts: string[]): string[][] {
  const found = new Map<string, string[]>()
  for (const text of texts) {
    let at = text.indexOf(surname)
    for (let place = 0; place < BEARERS_SOUGHT && at >= 0; place++) {
      const end = at + surname.length
      if (!LETTER.test(text[end] ?? ' ')) {
        const given =
          /(?:\p{Lu}[\p{L}\p{M}.’'-]* ){1,3}$/u
            .exec(text.slice(Math.max(0, at - GIVEN), at))?.[0]
            .trim()
            .split(' ') ?? []
        const title = given.findLastIndex(
          (word) => isOffice(word) || isHonorific(word) || isNoName(word) || isCalling(word),
        )
        const names = given.slice(title + 1).filter((word) => !/^\p{Lu}\.?$/u.test(word))
        if (names.length > 0) found.set(names.join(' '), names)
      }
      at = text.indexOf(surname, end)
    }
  }
  return [...found.values()]
}

/** Whether all full names with a surname in these texts may be one person's: "Karl Vost", "Karl J. Vost". */
export function bearOneName(surname: string, texts: string[]): boolean {
  const [first, ...others] = givenNames(surname, texts)
  return others.every((names) => names.some((name) => first?.includes(name)))
}

const HIS = /^(?:Mr|Sir|Lord)\.?$/
const HER = /^(?:Mrs|Ms|Miss|Madam|Lady|Dame)\.?$/
const MALE = ['Mr', 'Mr.']
const FEMALE = ['Mrs', 'Mrs.', 'Ms', 'Ms.', 'Miss']
const PRONOUN = /\b(?:(he|him|his|himself)|she|her|hers|herself)\b/
/** Two names behind one another: a pronoun behind them may be theirs. */
const OTHERS_NAME = /\p{Lu}\p{Ll}+ \p{Lu}/u
/** A full name's places that are looked at, and how much behind each, in characters. */
const PLACES = 4
const BEHIND = 120

/**
 * Whether "Mr" or "Mrs" may stand for a person known by the full name: what the text calls that person, "he" or "she",
 * must not say otherwise, and must say so where the text has both of the surname, as of a couple.
 */
export function fitsHonorific(
  text: string,
  surname: string,
  honorific: string | undefined,
  fullName: string,
): boolean {
  const has = (honorifics: string[]) => honorifics.some((word) => text.includes(`${word} ${surname}`))
  const couple = has(MALE) && has(FEMALE)
  const called = HIS.test(honorific ?? '') ? 'he' : HER.test(honorific ?? '') ? 'she' : undefined
  if (!called) return !couple
  const own = pronounOf(text, fullName)
  return own === called || (!own && !couple)
}

/** "he" or "she" for a person, by the honorific that stands before the surname, else by the first pronoun. */
export function pronounFor(text: string, fullName: string): 'he' | 'she' | undefined {
  const surname = fullName.split(' ').at(-1) ?? ''
  const has = (honorifics: string[]) => honorifics.some((word) => text.includes(`${word} ${surname}`))
  const [he, she] = [has(MALE), has(FEMALE)]
  return he === she ? pronounOf(text, fullName) : he ? 'he' : 'she'
}

/** A person behind a title, or two names that are no office, place or body. */
const NAMED = /(?:\p{Lu}[\p{L}\p{M}.’'-]* )+\p{Lu}[\p{L}\p{M}-]+/gu

/** Whether a text names a person other than this one. */
export function namesOther(text: string, fullName: string): boolean {
  const own = new Set(fullName.split(' '))
  for (const [run] of text.matchAll(NAMED)) {
    const all = run.split(' ')
    const from = all.findIndex((word) => !isNoName(word))
    const words = from < 0 ? [] : all.slice(from)
    const title = words.findLastIndex((word) => isOffice(word) || isHonorific(word) || isCalling(word))
    const name = words.slice(title + 1)
    if (name.length === 0 || (title < 0 && name.length === 1)) continue
    if (title < 0 && name.some((word) => isPlace(word) || isOrganisationWord(word))) continue
    if (!name.every((word) => own.has(word))) return true
  }
  return false
}

/** "he" or "she", by the first pronoun close behind a full name. */
function pronounOf(text: string, fullName: string): 'he' | 'she' | undefined {
  let at = text.indexOf(fullName)
  for (let place = 0; place < PLACES && at >= 0; place++) {
    const end = at + fullName.length
    const behind = text.slice(end, end + BEHIND).split('\n')[0] ?? ''
    const pronoun = PRONOUN.exec(behind)
    if (pronoun && !OTHERS_NAME.test(behind.slice(0, pronoun.index))) return pronoun[1] ? 'he' : 'she'
    at = text.indexOf(fullName, end)
  }
  return undefined
}
