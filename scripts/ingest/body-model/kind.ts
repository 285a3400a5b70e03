import { type CueName, hasCue, WORD_CLASS_NAMES, type WordClass } from './cues.ts'
import type { BodyLines } from './model.ts'
import { type LineScan, sameWords } from './scan.ts'

/** Why a line was left out of the body. */
export type RemovedKind =
  | 'navigation'
  | 'related'
  | 'share'
  | 'caption'
  | 'promo'
  | 'comments'
  | 'copyright'
  | 'author-box'
  | 'headline'
  | 'byline'
  | 'date'
  | 'dateline-only'
  | 'other'

/** A heading names the lines that follow it: a section lasts until the next heading, or until the body goes on. */
type Section = 'related' | 'comments' | null

/** A menu entry is short; what is longer reads like a headline of another article. */
const MENU_WORDS = 4
const RELATED_WORDS = 22
const DATELINE_WORDS = 8
/** A time stamp in figures, `2025-04-14 20:26`, is mostly digits, in at least five numbers. */
const STAMP_DIGITS = 0.4
const STAMP_NUMBERS = 5

/** For each line the reason for leaving it out, or null for a line of the body. */
export function removedKinds(body: BodyLines): (RemovedKind | null)[] {
  const { lines } = body.table.scan
  const bodyStart = body.inBody.indexOf(true)
  const bodyEnd = body.inBody.lastIndexOf(true)
  let section: Section = null
  return body.inBody.map((inBody, i) => {
    const line = lines[i]
    if (inBody || !line) {
      section = null
      return inBody ? null : 'other'
    }
    const is = (cue: CueName): boolean => hasCue(line.cues, cue)
    if (isHeadline(body, line)) return 'headline'
    if (is('copyright')) return 'copyright'
    if (is('commentHeading') && i > bodyStart) {
      section = 'comments'
      return 'comments'
    }
    const direct = ownKind(line)
    if (direct === 'related') section = 'related'
    if (direct && !(section === 'comments' && direct === 'date')) return direct
    if (section === 'comments') return 'comments'
    return section ?? placeKind(line, i < bodyStart, i > bodyEnd)
  })
}

/** The kind that a line shows by its own words, whatever stands around it. */
export function ownKind(line: LineScan): RemovedKind | null {
  const is = (cue: CueName): boolean => hasCue(line.cues, cue)
  if (is('dateline') && line.words <= DATELINE_WORDS && line.shape.end === 0) return 'dateline-only'
  if (shareOf(line, 'calendar') + digitShare(line) >= 0.7 || is('ago')) return 'date'
  if (is('shareHeading') || shareOf(line, 'share') >= 0.6) return 'share'
  if (is('byline')) return 'byline'
  if (is('reader')) return 'comments'
  if (is('relatedHeading')) return 'related'
  if (is('advertisement')) return 'promo'
  if (is('caption')) return 'caption'
  if (is('authorBox')) return 'author-box'
  if (is('promotion')) return 'promo'
  return null
}

/** What is left is judged by where it stands and how long it is. */
function placeKind(line: LineScan, beforeBody: boolean, afterBody: boolean): RemovedKind {
  if (line.shape.digits >= STAMP_DIGITS && line.ids.length >= STAMP_NUMBERS) return 'date'
  if (shareOf(line, 'navigation') >= 0.5) return 'navigation'
  if (line.words <= MENU_WORDS && (beforeBody || afterBody)) return 'navigation'
  if (afterBody && line.words <= RELATED_WORDS && line.shape.end === 0) return 'related'
  return 'other'
}

function isHeadline({ table, headline }: BodyLines, line: LineScan): boolean {
  const printed = table.scan.lines[headline]
  return printed !== undefined && sameWords(line, printed)
}

function shareOf(line: LineScan, name: WordClass): number {
  return line.classShares[WORD_CLASS_NAMES.indexOf(name)] ?? 0
}

/** Share of the words that are numbers, judged by characters: `17 January 2012` holds six digits of fifteen. */
function digitShare(line: LineScan): number {
  return line.shape.digits > 0.2 ? Math.min(0.6, line.shape.digits * 1.5) : 0
}
