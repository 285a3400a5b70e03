import { foldForm, printedAt, type Tokens, tokenize } from './tokens.ts'
import type { Topic } from './topic.ts'
import { WordShapes } from './word-shapes.ts'

/** What a form does where it stands. */
type Use = 'certain' | 'ambiguous' | 'part' | 'office' | 'implies' | 'clue' | 'trap' | 'namesake'

/** A form of a topic, made ready for matching. */
export interface Form {
  topic: string
  use: Use
  /** Its words and marks, as they are compared. */
  keys: string[]
  /** How each word must be printed; none where small letters will do throughout. */
  capitals?: Capitals[]
  /** For an ambiguous form: topics of which one, named in the text, lets it count. For one that implies: all it needs. */
  with: string[]
}

/** `exact`: letter by letter, as `US` and `G7`; `initial`: with a capital first, as `Treasury`; `none`, as the currency `yen`. */
type Capitals = 'exact' | 'initial' | 'none' | undefined

export interface Branch {
  next: Map<string, Branch>
  forms: Form[]
}

/** The tag registry made ready for matching. */
export interface Registry {
  topics: Map<string, Topic>
  root: Branch
  /** Of the words that forms begin with. */
  firsts: WordShapes
}

/** Uses of forms that capitals say nothing about. */
const ANY_CAPITALS = new Set<Use>(['trap', 'namesake', 'implies', 'clue'])

/** Compiles the topics' forms into one trie over words, so that a text is matched in one pass however many they are. */
export function compileRegistry(topics: Topic[]): Registry {
  const root: Branch = { next: new Map(), forms: [] }
  const add = (text: string, topic: string, use: Use, company: string[] = []) => {
    const tokens = tokenize(text)
    if (tokens.keys.length === 0) return
    let branch = root
    for (const key of tokens.keys) {
      const next: Branch = branch.next.get(key) ?? { next: new Map(), forms: [] }
      branch.next.set(key, next)
      branch = next
    }
    const isUnit = use === 'part' && tokens.keys.length === 1 && text === text.toLowerCase()
    const capitals = tokens.keys.map((_, at) => (isUnit ? 'none' : capitalsOf(printedAt(tokens, at))))
    const insists = !ANY_CAPITALS.has(use) && capitals.some((demand) => demand !== undefined)
    branch.forms.push({ topic, use, keys: tokens.keys, with: company, ...(insists ? { capitals } : {}) })
  }
  for (const topic of topics) {
    const { id, name, aliases, ambiguous, in_company, parts, offices, implied_by } = topic
    const isNoun = NOUNS.has(topic.kind)
    for (const form of withPlurals([name, ...aliases], isNoun ? NOUN : DEMONYM)) add(form, id, 'certain')
    const company = new Map<string, string[]>(ambiguous.map((form) => [form, []]))
    for (const { forms, with: ids, words } of in_company) {
      for (const word of words) add(word, clueOf(foldForm(word)), 'clue')
      const clues = words.map((word) => clueOf(foldForm(word)))
      for (const form of forms) company.set(form, [...(company.get(form) ?? []), ...ids, ...clues])
    }
    for (const [form, ids] of company) add(form, id, 'ambiguous', ids)
    for (const form of parts) add(form, id, 'part')
    for (const form of offices) add(form, id, 'office')
    for (const form of withPlurals(topic.not_within.flatMap(asPlaces), NOUN)) add(form, id, 'trap')
    for (const form of withPlurals(topic.namesakes.flatMap(asPlaces), NOUN)) {
      add(form, id, 'trap')
      add(form, id, 'namesake')
    }
    for (const { forms, with: ids } of implied_by) for (const form of forms) add(form, id, 'implies', ids)
  }
  const firsts = new WordShapes(root.next.keys())
  return { topics: new Map(topics.map((topic) => [topic.id, topic])), root, firsts }
}

/** What a word that can keep a form company is called among the topics that can; no topic's id has a colon. */
const clueOf = (word: string): string => `word: ${word}`

/** A country that is no topic's, as something that a text names. */
export const FOREIGN: Form = { topic: clueOf('a country'), use: 'clue', keys: [], with: [] }

/** The ways in which a place is told from its namesake: `Moscow, Idaho`, `Moscow Idaho`, `Moscow (Idaho)`. */
function asPlaces(form: string): string[] {
  const [place = '', ...within] = form.split(/,\s*/)
  if (within.length === 0) return [form]
  return [form, `${place} ${within.join(' ')}`, `${place} (${within.join(' ')})`]
}

/** Whether the words of a form, standing at a token, are printed as the form insists. */
export function wearsItsCapitals({ capitals }: Form, tokens: Tokens, from: number): boolean {
  if (!capitals) return true
  return capitals.every((demand, word) => {
    if (!demand) return true
    const printed = printedAt(tokens, from + word)
    if (demand === 'none') return printed === printed.toLowerCase()
    return demand === 'initial' ? isCapitalised(printed) : capitalsOf(printed) === 'exact'
  })
}

/** Whether a word begins with a capital. */
export function isCapitalised(word: string): boolean {
  const first = word.charCodeAt(0)
  if (first < 0x80) return first >= 0x41 && first <= 0x5a
  return /^\p{Lu}/u.test(word)
}

function capitalsOf(word: string): Capitals {
  if (!isCapitalised(word)) return undefined
  return word.length > 1 && word === word.toUpperCase() ? 'exact' : 'initial'
}

/** Kinds whose forms are nouns that have a plural; a country has one only in the name of its people. */
const NOUNS = new Set(['topic', 'instrument', 'weapon'])
const NOUN = /(?:\p{Ll}{2}|\p{Lu}{3})$/u
const DEMONYM = /\p{Ll}an$/u

/** Forms and the plurals of those that end as nouns do: `Russians`, `ICBMs`, `arms embargoes`. */
function withPlurals(forms: string[], ending: RegExp): Set<string> {
  return new Set([...forms, ...forms.filter((form) => ending.test(form)).flatMap(plural)])
}

function plural(form: string): string[] {
  if (/(?:s|[^\x20-\x7e])$/.test(form)) return []
  if (/[^aeiou]y$/.test(form)) return [`${form.slice(0, -1)}ies`]
  return [`${form}${/(?:[sc]h|x|z|[^aeiou]o)$/.test(form) ? 'es' : 's'}`]
}

/** The countries among a topic and its broader ones. */
export function countriesOf(topic: string, { topics }: Registry): string[] {
  const found: string[] = []
  const seen = new Set<string>()
  for (let id: string | undefined = topic; id && !seen.has(id); id = topics.get(id)?.parent) {
    seen.add(id)
    if (topics.get(id)?.kind === 'country') found.push(id)
  }
  return found
}
