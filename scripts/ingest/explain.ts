import type { Draft } from './draft.ts'

const SHOWN = 100
const REASONS = 3

/** A text line by line with the verdict on each and what spoke for it, then what was found; for an editor to check. */
export function explain(draft: Draft): string {
  const {
    lines,
    verdicts,
    reasons,
    title,
    authors,
    dateline,
    publisher,
    agency,
    url,
    lang,
    date,
    dateFrom,
    topics,
  } = draft
  const rows = lines.map(({ text }, at) => {
    const { verdict, why } = verdicts[at] ?? { verdict: 'other', why: '' }
    const spoke = (reasons?.(at) ?? [])
      .slice(0, REASONS)
      .map(({ feature, value }) => `${feature} ${value > 0 ? '+' : ''}${value.toFixed(1)}`)
    const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
    return `${String(at + 1).padStart(5)}  ${verdict.padEnd(10)}  ${shown}\n${' '.repeat(19)}${[why, ...spoke].join('; ')}`
  })
  const fields = {
    title,
    authors: authors.join(', '),
    dateline: dateline?.place,
    publisher,
    agency,
    url,
    lang,
    date,
    claimed: dateFrom?.claimed,
    why: dateFrom?.why,
    topics: topics.join(', '),
  }
  const found = Object.entries(fields).map(([name, value]) => `${name.padEnd(10)} ${value || '-'}`)
  return `${rows.join('\n')}\n\n${found.join('\n')}`
}
