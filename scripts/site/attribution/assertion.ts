import type { Phrase } from './phrase.ts'
import type { VerbAt } from './verbs.ts'

/** So much before a subject tells what its clause hangs on, in characters. */
const AROUND = 100
/** Clauses that say nothing happened: "if Doe said", "whether, as the paper claims, Doe said". */
const OPEN = /\b(?:if|whether|unless|lest|than|how|why|as though)(?:\s[\p{L}\d]+){0,3}$/iu
const WHAT = /\bwhat(?:ever)?$/i
const NAMES_IT = /^(?:call|describ)/
/** What a clause with "that" hangs on where nobody vouches for it. */
const DOUBTED =
  /\b(?:rumou?rs?|reports?|claims?|allegations?|suggestions?|speculation|notion|idea|myth|story|stories|lies?|hoax|accusations?|assertions?|theory|evidence|proof|no|not|never|den(?:y|ied|ies|ying)|doubt(?:s|ed|ful)?|disput(?:e|es|ed)|reject(?:s|ed)?|refus(?:es|ed)|false|falsely|untrue|unclear)\b|n['’]t\b/i
const THAT = /\b(?:that|of)(?:\s[\p{L}\d]+){0,2}$/u
/** Works that put words into mouths. */
const INVENTED =
  /\b(?:fake|faked|forged?|forger(?:y|ies)|fabricat\p{L}*|doctored|manipulated|hoax|deepfakes?|parod(?:y|ies)|satir\p{L}*|spoof|bogus|fictional|purported|supposed|alleged|novel|film|comedy|sketch)\b/iu
const SHOWN = /\b(?:which|where|that|of|with|showing|claiming|whose)(?:\s[\p{L}\d]+){0,2}$/iu
/** What is said there is no statement. */
const NOTHING =
  /^\s+(?:nothing|little|goodbye|farewell|hello|a word|anything|as much|so(?=\s*[.,;]|$)|no more|not a word)(?![\p{L}-])/iu

/**
 * Whether a sentence vouches for what it says that somebody said: not in a condition or a question, not as a rumour, a
 * denial or a scene of a fake video. What cannot be told is left out.
 */
export function isAsserted(covered: string, verb: VerbAt, { head, aside = '' }: Phrase): boolean {
  if (verb.shape === 'according') return true
  if (NOTHING.test(covered.slice(verb.end, verb.end + 20)) || /\?["'’)\]]*$/.test(covered.slice(-4)))
    return false
  const at = beginningOf(covered, verb, head, aside)
  if (at > verb.start) return true
  const left = covered.slice(Math.max(0, at - AROUND), at)
  const clause = (left.split(/[;:“”—–?!]/).at(-1) ?? '').trimEnd()
  if (OPEN.test(clause) || (WHAT.test(clause) && !NAMES_IT.test(verb.verb))) return false
  const [doubted, that] = [DOUBTED.test(clause), THAT.test(clause)]
  return !((doubted && that) || (INVENTED.test(clause) && SHOWN.test(clause)) || endsIn(clause, DOUBTED))
}

/** Where the phrase of a speaker begins, with what stands beside it. */
export function beginningOf(covered: string, verb: VerbAt, head: string, aside: string): number {
  const place = (text: string) => {
    const before = text ? covered.lastIndexOf(text, verb.start) : -1
    return before < 0 ? covered.indexOf(text, verb.end) : before
  }
  const [own, beside] = [place(head), aside ? place(aside) : -1]
  if (own < 0) return verb.start
  return beside >= 0 && beside < own && own - beside < AROUND + head.length ? beside : own
}

const endsIn = (clause: string, pattern: RegExp): boolean =>
  pattern.test(clause.slice(clause.lastIndexOf(' ') + 1))
