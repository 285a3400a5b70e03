import { CLOSING_L, DOUBLED_L, NUMBERS, OUR, RE, TENS, VARIANTS } from './spelling-variants.ts'

/** Words whose -ise is no suffix and whose -ize is another word. */
const NOT_A_SUFFIX = new Set(['prise', 'prised', 'prises', 'prising'])

const oneSpelling = new Map<string, string>(
  VARIANTS.trim()
    .split('\n')
    .flatMap((line) => {
      const [first = '', ...others] = line.split(' ')
      return others.map((other): [string, string] => [other, first])
    }),
)
for (const [value, word] of NUMBERS.entries()) oneSpelling.set(word, String(value))
for (const [at, word] of TENS.entries()) oneSpelling.set(word, String((at + 2) * 10))

/** Rules for families of words, each told by an ending; the first that fits decides. */
const RULES: [pattern: RegExp, key: string][] = [
  [new RegExp(`^(.*(?:${OUR.join('|')}))our(?=$|[a-z])`), '$1or'],
  [new RegExp(`^((?:.*met)|${RE.join('|')})re(s?|d)$`), '$1er$2'],
  [/^(cent)ring$/, '$1ering'],
  [/^(.*)(def|off|lic|pret)ence(s|d|less)?$/, '$1$2ense$3'],
  [/^practis(e|es|ed|ing)$/, 'practic$1'],
  [/^(dial|catal|anal|monol|prol|epil|homol)ogue(s?)$/, '$1og$2'],
  [/^(dial|catal)ogu(ed|ing)$/, '$1og$2'],
  [new RegExp(`^(.*(?:${DOUBLED_L.join('|')}))l(ed|ing|ings|er|ers|or|ors|ation)$`), '$1$2'],
  [new RegExp(`^((?:${CLOSING_L.join('|')}))l?(ment|ments|s)?$`), '$1$2'],
  [/^(anal|paral|catal|breathal|electrol)ys(e|ed|er|ers|ing)$/, '$1yz$2'],
  [/^(.{2,})is(e|ed|es|ing|er|ers|able|ation|ations|ational)$/, '$1iz$2'],
  [/^(an|arch|gyn|h|leuk|orthop|p)ae(?=c|d|m|o|sth)/, '$1e'],
  [/^oe(?=soph|str)/, 'e'],
  [/^foet/, 'fet'],
]

/** Letters that Unicode does not take apart into a letter and its accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
}

const known = new Map<string, string>()
const KEPT = 200_000
/** No word that has two spellings is longer. */
const LONGEST = 40

/**
 * What is the same for all spellings of a word: British and American, with and without capitals, accents and full
 * stops, a figure and its word, the usual transliterations of a name. `U.S.` and `US` give `US`, which the pronoun
 * does not. Not a spelling of its own: only for comparing.
 */
export function spellingKey(word: string): string {
  let key = known.get(word)
  if (key !== undefined) return key
  key = keyOf(word)
  if (known.size >= KEPT) known.clear()
  if (word.length <= LONGEST) known.set(word, key)
  return key
}

function keyOf(word: string): string {
  const printed = word
    .normalize('NFKC')
    .replace(/[’ʼ‘`´]/g, "'")
    .replace(/^[−–](?=.)/, '-')
  const possessive = /'s?$/i.exec(printed)?.[0] ?? ''
  const stem = printed.slice(0, printed.length - possessive.length)
  if (/^U\.?S\.?(?:A\.?)?$/.test(stem)) return `US${possessive}`
  const key = /^-?\p{N}/u.test(stem)
    ? figure(stem)
    : spelled(unaccented(stem.toLowerCase()).replace(/\./g, ''))
  return key + possessive.toLowerCase()
}

function spelled(word: string): string {
  const listed = oneSpelling.get(word) ?? word
  if (listed.length > LONGEST || NOT_A_SUFFIX.has(listed)) return listed
  const rule = RULES.find(([pattern]) => pattern.test(listed))
  const key = rule ? listed.replace(rule[0], rule[1]) : listed
  return oneSpelling.get(key) ?? key
}

/** A number without separators of thousands: `1,000` is `1000`, and `3rd` is `third`. */
function figure(printed: string): string {
  const plain = printed.toLowerCase().replace(/,(?=\p{N}{3}(?!\p{N}))/gu, '')
  return oneSpelling.get(plain) ?? plain
}

/**
 * Without accents where a letter is the same without. In other scripts than these a mark makes another sound or word
 * (が is not か), and in Cyrillic another letter where Unicode has it as one: й and ё stay, a stress mark goes.
 */
function unaccented(word: string): string {
  if (/^[a-z'.]*$/.test(word)) return word
  return word
    .normalize('NFD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/(\p{Script=Cyrillic})[\u0300\u0301]+/gu, '$1')
    .replace(/[ßøłđðþıæœ]/g, (letter) => LETTERS[letter] ?? letter)
}
