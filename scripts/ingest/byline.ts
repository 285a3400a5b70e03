import type { Draft, Verdict } from './draft.ts'

const LEAD_IN = /^(?:by|written by|reported by|reporting by|words by|hosted by|author:)\s+/i
const NAME =
  /^(?:(?:[A-Z][\p{L}'’.-]*|de|del|della|van|von|der|den|la|le|al|bin|ibn|da|di|dos|du)(?:\s+|$)){2,5}$/u
const ROLE =
  /^(?:our |the )?(?:foreign |staff |senior |chief |political |diplomatic |own )*(?:correspondents?|reporters?|staff|desk|editors?|newsroom|bureau|agencies|news service|newsdesk|foreign desk)\b/i

/**
 * Authors from a line such as "By A and B", "A, B and C | Agency", or from the page's head. "From our correspondent"
 * names nobody, so it gives none, but the line is told for a byline all the same.
 */
export function byline({ lines, verdicts, facts }: Draft): Partial<Draft> {
  const first = verdicts.findIndex((one) => one.verdict === 'body')
  for (const [at, { text }] of lines.entries()) {
    if (at > first && verdicts[at]?.verdict === 'body') continue
    if (text.length > 160 || at > first + 200) continue
    if (/^from (?:our|a|the) .{0,40}correspondents?\b/i.test(text)) return marked(at, verdicts, {})
    const read = readByline(text, at < first)
    if (read)
      return marked(at, verdicts, {
        authors: facts.authors.length > 0 ? clean(facts.authors) : read.authors,
        credit: read.credit,
      })
  }
  return facts.authors.length > 0 ? { authors: clean(facts.authors) } : {}
}

function marked(at: number, verdicts: Verdict[], parts: Partial<Draft>): Partial<Draft> {
  return { ...parts, verdicts: verdicts.with(at, { verdict: 'byline', why: 'says who wrote it' }) }
}

function readByline(line: string, aboveBody: boolean): { authors: string[]; credit?: string } | undefined {
  const leadIn = LEAD_IN.exec(line)
  const [people = '', ...after] = line.slice(leadIn?.[0].length ?? 0).split(/\s*[|•·]\s*|\s+[–—-]\s+/)
  if (!leadIn && (!aboveBody || after.length === 0)) return undefined
  const authors = splitNames(people)
  if (authors.length > 0)
    return { authors, credit: after.find((part) => /\p{Lu}/u.test(part) && !/\d/.test(part)) }
  const role = people.split(/,|\s+in\s+/)[0] ?? ''
  return leadIn && (ROLE.test(role) || /\bservice\b|\bagency\b/i.test(role))
    ? { authors: [], credit: people }
    : undefined
}

/** Names in "A, B and C", each of two to five words; a list that holds anything else gives none. */
function splitNames(people: string): string[] {
  const parts = people.split(/\s*,\s*|\s+and\s+|\s*&\s*/).filter(Boolean)
  const names = parts.filter((part) => NAME.test(part) && !ROLE.test(part))
  const rest = parts.filter((part) => !names.includes(part))
  return names.length > 0 &&
    rest.every(
      (part) => ROLE.test(part) || /^in \p{Lu}|^[\p{Lu} .]+$|correspondent|editor|reporter/iu.test(part),
    )
    ? names
    : []
}

const clean = (names: string[]): string[] =>
  names
    .flatMap((name) => name.replace(LEAD_IN, '').split(/\s*,\s*|\s+and\s+/))
    .filter((name) => NAME.test(name) && !ROLE.test(name))
