import { namesIn, withoutSource } from './names.ts'
import { numberValue } from './number.ts'
import { stems } from './stem.ts'

/** What tells whether two figures count the same thing: sets of stems. */
export interface Context {
  /** "first", "another", "a month": figures of other scope are figures of another thing. */
  scope: string
  near: Set<string>
  /** Of the clause behind the figure. */
  behind: Set<string>
  sentence: Set<string>
  /** Years and months that the sentence names. */
  times: Set<string>
  /** "last year", "this year", "the new" and "the earlier". */
  when: Set<string>
  /** Who and where. */
  names: Set<string>
  /** "by" and "to" before it: a rise by so much, or to so much. */
  step: string
}

/** A month's name, or what is short for it. */
export const MONTH =
  'Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|March|April|May|June|July|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?'
const TIMES = new RegExp(`\\b(?:(${MONTH})(?![a-z])|((?:19|20)\\d\\d))`, 'g')
const SCOPE =
  /\b(?:first|another|additional|more|others?|remaining|new|extra|further|initial|each|daily|annual|annually|monthly|yearly|total|altogether|combined|last|half)\b/gi
const RATE =
  /^\S*(?:\s+\S+){0,7}?\s+(?:a|an|per|each|every)\s+(day|week|month|year|person|barrel|head|hour)\b/i
const WHEN =
  /\b(?:(?:last|this|next|previous|past|coming) (?:year|month|week|quarter|season|spring|summer|autumn|winter|decade)|yesterday|today|earlier|previous|previously|original|originally|initially|now|new|old|latest|current|revised)\b/gi
const STEP = /\b(by|to|from)\s+$/i

/** A figure and what stands around it. */
interface Place {
  sentence: string
  at: number
  before: string
  behind: string
  all: string
  root: string
}

/** What the words around a figure say of what it counts. */
export function contextOf({ sentence, at, before, behind, all, root }: Place): Context {
  const words = (text: string) => {
    const set = stems(text)
    set.delete(root)
    for (const word of set) if (/\d/.test(word) || numberValue(word) !== undefined) set.delete(word)
    return set
  }
  return {
    scope: scopeOf(before, all + behind),
    near: words(`${before} ${behind}`),
    behind: words(behind.split(/[,;:](?:\s|$)|\sand\s/)[0] ?? ''),
    sentence: words(sentence),
    times: new Set([...sentence.matchAll(TIMES)].map(([, month, year]) => month?.slice(0, 3) ?? year ?? '')),
    when: new Set([...sentence.matchAll(WHEN)].map(([word]) => word.toLowerCase())),
    names: namesIn(withoutSource(sentence, at)),
    step: STEP.exec(before)?.[1] ?? '',
  }
}

function scopeOf(before: string, from: string): string {
  const beside = `${before.slice(-18)} ${from.slice(0, 36)}`.replace(/\b(?:no )?more than\b/gi, '')
  const words = [...beside.matchAll(SCOPE)].map(([word]) => word.toLowerCase())
  const rate = RATE.exec(from)?.[1]
  return [...new Set([...words, ...(rate ? [rate] : [])])].sort().join(' ')
}
