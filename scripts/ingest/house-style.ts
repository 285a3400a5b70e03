import type { Publisher } from '../content/publisher.ts'
import type { Draft, Line, Verdict } from './draft.ts'
import { edgesOf, type RepeatedLines, TEXTS } from './repeated-lines.ts'

/**
 * What is known of the publisher's pages: an editor's corrections from `publishers.yaml` (lines to drop or to keep, a
 * title suffix), and lines at the edges of the body that its other texts print as well.
 */
export function houseStyle(draft: Draft, publishers: Publisher[], repeated: RepeatedLines): Partial<Draft> {
  const { publisher, lines, title } = draft
  if (!publisher) return {}
  const {
    dropLines = [],
    keepLines = [],
    titleSuffix = '',
  } = publishers.find((one) => one.name === publisher) ?? {}
  const corrected = draft.verdicts.map((verdict, at): Verdict => {
    const text = lines[at]?.text ?? ''
    if (dropLines.some((form) => isLine(form, text)))
      return { verdict: 'other', why: 'publishers.yaml says to drop it' }
    if (keepLines.some((form) => isLine(form, text)))
      return { verdict: 'body', why: 'publishers.yaml says to keep it' }
    return verdict
  })
  const verdicts = dropRepeated(lines, corrected, (text) => repeated.textsWith(publisher, text))
  const body = lines.flatMap(({ kind, text }, at) =>
    verdicts[at]?.verdict === 'body' ? [{ kind, text }] : [],
  )
  if (body.length === 0) return {}
  const bare =
    titleSuffix && title?.endsWith(titleSuffix) ? title.slice(0, -titleSuffix.length).trim() : title
  return { verdicts, body, title: bare }
}

/** A line as `publishers.yaml` gives it: the whole of it, or its beginning where the form ends with "…". */
const isLine = (form: string, text: string): boolean =>
  form.endsWith('…') ? text.startsWith(form.slice(0, -1)) : text === form

/** Texts that share more than this at their edges are revisions of one report, not pages with the same furniture. */
const MOST = 2

/** Only near the edges: background that an outlet repeats inside its reports belongs to them. */
function dropRepeated(lines: Line[], verdicts: Verdict[], textsWith: (line: string) => number): Verdict[] {
  const body = verdicts.flatMap(({ verdict }, at) => (verdict === 'body' ? [at] : []))
  const repeated = edgesOf(body).filter((at) => textsWith(lines[at]?.text ?? '') >= TEXTS)
  const isLead = repeated.includes(body[0] ?? -1) && repeated.includes(body[1] ?? -1)
  if (isLead || repeated.length > MOST) return verdicts
  const why = 'other texts of this publisher print it at this place'
  return verdicts.map((verdict, at) => (repeated.includes(at) ? { verdict: 'other', why } : verdict))
}
