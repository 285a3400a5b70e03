import { endsClause, mayAttribute, opening, type Phrase, phraseAfter, subjectBefore } from './phrase.ts'
import { isPronoun } from './speaker.ts'
import type { VerbAt } from './verbs.ts'

const QUOTED_AS = /\s(?:was|were|is|are|has been|had been) quoted as\s*$/

/** The phrase that names the speaker of a verb, before it or behind it. */
export function phraseOf(covered: string, verb: VerbAt, second: boolean): Phrase | undefined {
  const { shape, start, end } = verb
  const before = covered.slice(Math.max(0, start - 60), start)
  if (shape === 'according') return phraseAfter(covered, end)
  if (shape === 'saying') {
    const quoted = QUOTED_AS.exec(before)
    if (quoted) return subjectBefore(covered, start - before.length + quoted.index)
    return second || !/,\s*$/.test(before) ? undefined : openingOf(covered)
  }
  if (!mayAttribute(before) || /^\s+to (?:be|have)\b/.test(covered.slice(end, end + 10))) return undefined
  const trimmed = before.trimEnd()
  const inverted =
    /[”,]$/.test(trimmed) && !/^(?:ask|told|tell)/.test(verb.verb) ? phraseAfter(covered, end) : undefined
  if (inverted && trimmed.endsWith('”')) return inverted
  const subject = subjectBefore(covered, start)
  if (
    inverted &&
    !subject?.aside &&
    endsClause(covered, covered.indexOf(inverted.head, end) + inverted.head.length)
  )
    return isPronoun(inverted.head) ? undefined : inverted
  if (/^acknowledge/.test(verb.verb) && /^\s+(?:them|him|her|us|it)\b/.test(covered.slice(end, end + 8)))
    return undefined
  if (!subject || (shape === 'weak' && !governs(covered, verb, subject))) return undefined
  return subject
}

/** Whether a verb with other uses attributes words here: quoted ones near it, a clause, or what stood before. */
function governs(covered: string, { verb, end }: VerbAt, subject: Phrase): boolean {
  const behind = covered.slice(end, end + 100)
  if (subject.after === '”') return true
  if (/^(?:called?|calls|describe|urge|demand)/i.test(verb)) return /^[^;:—]{0,40}“/.test(behind)
  if (/^\s+(?:[\p{L}-]+\s+){0,10}that\b/u.test(behind)) return true
  if (/^(?:reports|claims|believe|found|finds|reveal|ask)/i.test(verb)) return /^[^.;—]{0,12}“/.test(behind)
  if (/^(?:[^.;:—“]{0,25}[:,]?\s*“|\s*:)/.test(behind)) return true
  return /[”,]/.test(subject.after) && /^\s*(?:[.,]|$)/.test(behind)
}

/** What a sentence opens with, behind its dateline: the subject of its later "saying", and whom its "he" means. */
export function openingOf(covered: string): Phrase | undefined {
  const text = covered.slice(0, 200).replace(/^.{0,60}?\s[—–-]\s/, '')
  return opening(text.split(/,(?=\s)/).slice(0, 2))
}
