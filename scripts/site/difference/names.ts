import { carriesMeaning } from '../../content/words.ts'
import { isOffice, isOrganisationWord, kindOfNoun } from '../attribution/speaker-words.ts'
import { numberValue } from './number.ts'

const NAME = /\p{Lu}[\p{L}\p{M}]+/gu
const TIME =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/
/** Endings of words that open a sentence and are no names. */
const COMMON = /(?:s|ing|ed|ly|ice)$/
/** "Korea" and "Korean", "Russia" and "Russian" name one country. */
const LETTERS = 5
const SAYS = '(?:said|says|announced|reported|reports|estimated?s?|claims|claimed|confirmed|according to)'
const LEADING = new RegExp(`^[^,;“”]{0,80}?\\b${SAYS}\\b(?: on \\w+day)?(?: that)?(?=\\s)`)
const TRAILING = new RegExp(`,[”"]?\\s[^,;“”]{0,80}?\\b${SAYS}\\b[^;]{0,120}$`)

/** The names of a text by how they begin. Its first word is one if nothing speaks against it. */
export function namesIn(text: string): Set<string> {
  const found = new Set<string>()
  for (const { 0: word, index } of text.matchAll(NAME)) {
    if (TIME.test(word) || (index <= 1 && !mayBeName(word))) continue
    found.add(word.slice(0, LETTERS).toLowerCase())
  }
  return found
}

function mayBeName(word: string): boolean {
  const lower = word.toLowerCase()
  if (!carriesMeaning(lower) || COMMON.test(lower) || numberValue(lower) !== undefined) return false
  return !isOffice(lower) && !isOrganisationWord(lower) && kindOfNoun(lower) === undefined
}

/** A sentence without who tells it, before or behind the place `at`: accounts of one thing have it from others. */
export function withoutSource(sentence: string, at: number): string {
  const leading = LEADING.exec(sentence)?.[0].length ?? 0
  const from = leading < at ? leading : 0
  const trailing = TRAILING.exec(sentence.slice(at))
  return sentence.slice(from, trailing ? at + trailing.index : undefined)
}
