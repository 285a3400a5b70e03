import type { Basis } from '../../scripts/site/views.ts'
import { count } from './count.ts'

/** More names than this make the line longer than the headline above it. */
const NAMED = 3

interface BasisLineProps {
  basis: Basis
  /** Without the originators, for indexes. */
  brief?: boolean
}

/** What a story rests on, in one line: "5 articles, 2 independent accounts, originator AP · 3 references". */
export function BasisLine({ basis, brief = false }: BasisLineProps) {
  return <p class="basis">{basisText(brief ? { ...basis, originators: [] } : basis)}</p>
}

/** The line as plain text. */
export function basisText({ articles, accounts, originators, references }: Basis): string {
  const parts: string[] = []
  if (articles)
    parts.push(
      [
        count(articles, 'article'),
        articles > 1 && count(accounts, 'independent account'),
        originatorsText(originators),
      ]
        .filter(Boolean)
        .join(', '),
    )
  if (references) parts.push(count(references, 'reference'))
  return parts.join(' · ') || 'no account or reference yet'
}

/** "originator AP"; empty where none is known. */
export function originatorsText(originators: string[]): string {
  if (originators.length === 0) return ''
  const named = originators.slice(0, NAMED).join(', ')
  const rest = originators.length - NAMED
  return `originator${originators.length === 1 ? '' : 's'} ${named}${rest > 0 ? ` and ${rest} more` : ''}`
}
