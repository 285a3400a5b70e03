import { contentWords } from '../../content/words.ts'
import { numberValue } from './number.ts'
import { stem } from './stem.ts'

/** Where the words that may belong to a noun end. */
const FUNCTION =
  /^(?:a|an|and|are|as|at|be|been|before|but|by|can|could|did|for|from|had|has|have|he|her|his|i|if|in|into|is|it|its|may|of|on|or|our|said|says|she|since|so|than|that|the|their|they|this|to|under|was|we|were|when|where|which|while|who|will|with|would|after|during|against|out|was|over|about|across|among|according|because|also|more|ago|later|earlier)$/i
/** Names with the ending of a plural. */
const PROPER = new Set('states texas kansas illinois arkansas wales athens brussels paris'.split(' '))
const IRREGULAR = new Set('people men women children personnel troops aircraft police km'.split(' '))
/** "12 killed", "seven people were wounded": people in one state are not those in another. */
const STATE =
  /^(?:people )?(?:was |were |are |have been |had been )?(killed|dead|wounded|injured|missing|arrested|detained)\b/i
const NOUN_WORDS = 6

/** The first plural behind a number, the words that narrow it down, and what its "of" names. */
export function countedNoun(behind: string): { stem: string; text: string; which: string[] } | undefined {
  const state = STATE.exec(behind.trimStart())
  if (state) return { stem: 'person', text: 'people', which: [stem(state[1] ?? '')] }
  const phrase = behind.split(/[.,;:!?"“”()—–](?:\s|$)/)[0] ?? ''
  const words = phrase.trim().split(/\s+/).slice(0, NOUN_WORDS)
  const at = words.findIndex(
    (word) => (FUNCTION.test(word) && word !== 'and') || numberValue(word) !== undefined || isPlural(word),
  )
  const noun = words[at]
  if (noun === undefined || !isPlural(noun) || FUNCTION.test(noun)) return undefined
  const before = words.slice(0, at)
  const after = /^\s+of\s+((?:(?!of\b)[\p{L}’'-]+\s*){1,2})/u.exec(
    phrase.trim().slice(words.slice(0, at + 1).join(' ').length),
  )
  const complement =
    after?.[1]
      ?.trim()
      .split(/\s+/)
      .filter((word) => !FUNCTION.test(word)) ?? []
  const of = complement.length > 0 ? ` of ${complement.join(' ')}` : ''
  return {
    stem: stem(noun.replace(/[^\p{L}].*$/u, '')),
    text: `${words.slice(0, at + 1).join(' ')}${of}`,
    which: [...contentWords(before.join(' ')), ...contentWords(complement.join(' '))].map(stem),
  }
}

function isPlural(word: string): boolean {
  const lower = word.toLowerCase()
  if (PROPER.has(lower)) return false
  return (
    IRREGULAR.has(lower) ||
    (/^\p{L}[\p{Ll}-]{3,}s$/u.test(word) && !/(?:ss|us|is|ics|less|ings)$/.test(lower))
  )
}
