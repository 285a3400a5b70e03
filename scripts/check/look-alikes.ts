import type { Content } from '../content/load.ts'
import { visible } from '../content/visible.ts'

/**
 * Letters of other alphabets that print as Latin ones: the Cyrillic and Greek part of the confusables of Unicode
 * Technical Standard 39 (confusables.txt 15.1), as pairs of a letter and what it looks like.
 */
const LOOKS_LIKE = new Map(
  [
    'АA ВB СC ЕE ԌG НH ІI ЈJ КK ӀI МM ОO РP ԚQ ЅS ТT ԜW ХX ҮY ѴV',
    'аa сc ԁd еe һh іi јj ӏl оo рp ԛq гr ѕs ѵv ԝw хx уy үy',
    'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC ϺM ͿJ',
    'αa ϲc ιi ϳj οo ρp νv υu γy σo κk',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
)
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]

interface Named {
  name: string
  where: string
}

/** Names that mix alphabets within a word, and names that print like another's without being the same. */
export function lookAlikes({ topics, publishers, articles }: Content): string[] {
  const known: Named[] = [
    ...topics.flatMap(({ file, name, aliases, ambiguous, parts, offices }) =>
      [name, ...aliases, ...ambiguous, ...parts, ...offices].map((form) => ({ name: form, where: file })),
    ),
    ...publishers.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((form) => ({ name: form, where: `publishers.yaml: ${id}` })),
    ),
  ]
  const printed: Named[] = articles.flatMap(({ file, publisher, agency, authors }) =>
    [publisher, agency, ...authors].flatMap((name) => (name ? [{ name, where: file }] : [])),
  )
  const first = new Map<string, Named>()
  return [...known, ...printed].flatMap((one) => {
    const key = skeleton(one.name)
    const other = first.get(key)
    if (!other) first.set(key, one)
    const mixed = mixedWord(one.name)
    if (other && differs(one.name, other.name))
      return [
        `${visible(one.where)}: ${quoted(one.name)} looks like ${quoted(other.name)} of ${visible(other.where)} but has letters of another alphabet (${foreign(one.name, other.name)}); write it with the same letters`,
      ]
    return mixed
      ? [
          `${visible(one.where)}: ${quoted(one.name)} mixes alphabets in one word (${foreign(mixed, '')}); write it with the letters of one`,
        ]
      : []
  })
}

const quoted = (name: string): string => JSON.stringify(visible(name))

/** Two forms of one word apart from capitals are the same name. */
const differs = (name: string, other: string): boolean =>
  name.normalize('NFC').toLowerCase() !== other.normalize('NFC').toLowerCase()

/** What names that print alike have in common. */
const skeleton = (name: string): string =>
  [...name.normalize('NFC')]
    .map((letter) => LOOKS_LIKE.get(letter) ?? letter)
    .join('')
    .toLowerCase()

function mixedWord(name: string): string | undefined {
  return name
    .split(/[^\p{L}\p{M}]+/u)
    .find((word) => SCRIPTS.filter((script) => script.test(word)).length > 1)
}

/** The letters that are not Latin, or that the other name has not, by number. */
function foreign(name: string, other: string): string {
  const letters = [...name].filter((letter) => LOOKS_LIKE.has(letter) && !other.includes(letter))
  const odd =
    letters.length > 0
      ? letters
      : [...name].filter((letter) => /\p{L}/u.test(letter) && !/\p{Script=Latin}/u.test(letter))
  return [...new Set(odd)]
    .map(
      (letter) => `${letter} U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    )
    .join(', ')
}
