import type { Draft, Verdict } from './draft.ts'

/** Lines around the headline and below the text, where a page says who wrote it and when. Indexes of lines; ends excluded. */
export interface Masthead {
  /** Line of the headline; absent where the text has none. */
  headline?: number
  /** From just above the headline to the first paragraphs. */
  from: number
  to: number
  /** What follows the last line of the body. */
  below: number
  end: number
}

const ABOVE = 8
const ABOVE_BODY = 25
const BENEATH = 45
const BELOW = 12
/** So many body lines behind the headline end the head: a standfirst may be taken for one. */
const LEADS = 3
const PARAGRAPH = 80
/** How the heading of a list of other matters begins. */
export const OTHER_MATTER =
  /^(?:related|more (?:from|on|stories)|most (?:read|popular)|read (?:more|next)|recommended|trending|latest|top stories|(?:\d{1,4} )?comments?\b.{0,12}$|leave a (?:comment|reply)|join the (?:conversation|discussion)|you may also like)/i

/** Where the head and the foot of the article stand. */
export function masthead({ lines, verdicts, title }: Draft): Masthead {
  const bodyLines = verdicts.flatMap(({ verdict }, at) => (verdict === 'body' ? [at] : []))
  const first = bodyLines[0] ?? lines.length
  const middle = bodyLines[bodyLines.length >> 1] ?? lines.length
  const below = (bodyLines.at(-1) ?? -1) + 1
  const headline = lines.findLastIndex(
    ({ text }, at) => at < middle && verdicts[at]?.verdict === 'headline' && text === title,
  )
  const start = headline < 0 ? first : headline
  const leads = bodyLines.filter((at) => at > start && (lines[at]?.text.length ?? 0) >= PARAGRAPH)
  const other = lines.findIndex(({ text }, at) => at >= below && OTHER_MATTER.test(text))
  return {
    headline: headline < 0 ? undefined : headline,
    from: Math.max(0, headline < 0 ? first - ABOVE_BODY : headline - ABOVE),
    to: Math.min(leads[LEADS - 1] ?? lines.length, start + BENEATH, Math.max(below, start)),
    below,
    end: Math.min(lines.length, below + BELOW, other < 0 ? lines.length : other),
  }
}

/** Tells a line for what it is; one that the body step took for text leaves the body. */
export function retold(
  { verdicts, body }: Draft,
  at: number,
  verdict: Verdict,
): Pick<Draft, 'verdicts' | 'body'> {
  if (verdicts[at]?.verdict !== 'body') return { verdicts: verdicts.with(at, verdict), body }
  const block = verdicts.slice(0, at).filter((one) => one.verdict === 'body').length
  return { verdicts: verdicts.with(at, verdict), body: body.toSpliced(block, 1) }
}
