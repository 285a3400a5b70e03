import { isNoName } from '../content/namesake.ts'
import { isCapitalised, type Registry } from '../content/registry.ts'
import { findSightings } from '../content/sightings.ts'
import { followsHyphen, followsSpace, printedAt, type Tokens, tokenize } from '../content/tokens.ts'
import { contentWords } from '../content/words.ts'

/** A capitalised name in a paragraph. */
export interface Name {
  text: string
  start: number
  end: number
  /** Whether it opens a sentence, where its capital says nothing. */
  opens: boolean
}

const ENDS_SENTENCE = new Set(['.', '!', '?', ':', '“', '"', '…'])
/** Words in small letters that a name goes on over: `Bank of Larkmouth`. */
const INSIDE = new Set(['of', 'de', 'al', 'for'])

const NAMING = new Set(['certain', 'ambiguous', 'part', 'office'])

/** The capitalised names of a paragraph that no topic covers, titles and days left out. */
export function namesIn(text: string, registry: Registry): Name[] {
  const tokens = tokenize(text)
  const covered = new Uint8Array(tokens.keys.length)
  for (const { from, to, form } of findSightings(text, registry))
    if (NAMING.has(form.use)) covered.fill(1, from, to + 1)
  const isName = (at: number) =>
    at < tokens.keys.length &&
    !covered[at] &&
    !isNoName(printedAt(tokens, at)) &&
    isNameWord(printedAt(tokens, at))
  const names: Name[] = []
  for (let at = 0; at < tokens.keys.length; at++) {
    if (!isName(at)) continue
    const opens = at === 0 || ENDS_SENTENCE.has(tokens.keys[at - 1] as string)
    const from = opens && contentWords(tokens.keys[at] as string).length === 0 ? at + 1 : at
    let to = at
    while (isName(nextWord(tokens, to))) to = nextWord(tokens, to)
    const touches = covered[from - 1] && followsSpace(tokens, from)
    at = to
    if (to < from || touches || (covered[to + 1] && followsSpace(tokens, to + 1))) continue
    const start = tokens.starts[from] ?? 0
    const end = tokens.ends[to] ?? 0
    if (end - start > 2 && !isShouted(text.slice(start, end)))
      names.push({ text: text.slice(start, end), start, end, opens: opens && from === to && from === at })
  }
  return names
}

/** Several words in capitals are a line of capitals, or a heading, and no name. */
const isShouted = (name: string): boolean => name.includes(' ') && name === name.toUpperCase()

const isNameWord = (word: string): boolean => isCapitalised(word) && /\p{L}/u.test(word)

/** The token at which a name may go on: after a space, a hyphen (`Quint-Smith`) or an apostrophe (`O’Brien`). */
function nextWord(tokens: Tokens, at: number): number {
  const next = at + 1
  if (followsHyphen(tokens, next)) return next
  if (tokens.keys[next] === "'" && isNameWord(printedAt(tokens, next + 1)) && isTight(tokens, next))
    return next + 1
  if (!followsSpace(tokens, next)) return tokens.keys.length
  return INSIDE.has(tokens.keys[next] as string) && followsSpace(tokens, next + 1) ? next + 1 : next
}

/** Whether neither side of a mark has white space. */
const isTight = ({ starts, ends }: Tokens, at: number): boolean =>
  starts[at] === ends[at - 1] && ends[at] === starts[at + 1]
