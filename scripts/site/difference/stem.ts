import { contentWords } from '../../content/words.ts'

/** Few and close only: words that newspapers change for variety, not for sense. */
const SYNONYMS = new Map<string, string>([
  ['troop', 'soldier'],
  ['serviceman', 'soldier'],
  ['servicemen', 'soldier'],
  ['vessel', 'ship'],
  ['round', 'shell'],
  ['firm', 'company'],
  ['nation', 'country'],
  ['individual', 'person'],
  ['people', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['kid', 'child'],
  ['protester', 'demonstrator'],
  ['staff', 'employee'],
  ['weapon', 'arm'],
  ['munition', 'arm'],
  ['kilometer', 'kilometre'],
  ['km', 'kilometre'],
  ['tonne', 'ton'],
  ['dead', 'kill'],
  ['died', 'kill'],
  ['death', 'kill'],
  ['die', 'kill'],
  ['injur', 'wound'],
  ['hurt', 'wound'],
  ['ship', 'ship'],
  ['sent', 'send'],
])

/**
 * The form by which two accounts' words are compared: without the endings of plural and tense, close synonyms folded.
 * Coarser than Porter's stemmer and enough for English news.
 */
export function stem(word: string): string {
  let root = word.toLowerCase()
  if (root.length > 4 && root.endsWith('ies')) root = `${root.slice(0, -3)}y`
  else if (root.length > 5 && /(?:ss|sh|ch|x|z)es$/.test(root)) root = root.slice(0, -2)
  else if (root.length > 3 && /[^su]s$/.test(root)) root = root.slice(0, -1)
  else if (root.length > 5 && root.endsWith('ing')) root = undouble(root.slice(0, -3))
  else if (root.length > 4 && root.endsWith('ed')) root = undouble(root.slice(0, -2))
  return SYNONYMS.get(root) ?? root
}

/** The stems of a text's words that carry meaning. */
export function stems(text: string): Set<string> {
  return new Set(contentWords(text).map(stem))
}

/** How many members two sets share. */
export function shared(a: Set<string>, b: Set<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const member of small) if (large.has(member)) sum++
  return sum
}

const undouble = (root: string): string => (/([^aeiousl])\1$/.test(root) ? root.slice(0, -1) : root)
