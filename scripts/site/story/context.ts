import type { Span } from './word-changes.ts'

/** Words left on either side of an altered stretch. */
const AROUND = 6

/** Altered stretches with the few words around each that a short quotation needs, an ellipsis for the rest. */
export function inContext(spans: Span[]): Span[] {
  const short: Span[] = []
  for (let at = 0; at < spans.length; ) {
    let end = at
    while (end < spans.length && spans[end]?.kind !== 'altered') end++
    const run = spans.slice(at, end)
    short.push(...clip(run, at > 0, end < spans.length))
    const altered = spans[end]
    if (altered) short.push(altered)
    at = end + 1
  }
  return short
}

/** What stands between two altered stretches, as the copy has it, or as it is where it is short. */
function clip(run: Span[], follows: boolean, precedes: boolean): Span[] {
  const text = run.map(({ copy }) => copy).join('')
  const words = [...text.matchAll(/\S+/g)]
  const kept = AROUND * (Number(follows) + Number(precedes))
  if (words.length <= kept + 1) return run
  const start = follows ? text.slice(0, endOf(words[AROUND - 1])) : ''
  const end = precedes ? text.slice(words[words.length - AROUND]?.index ?? 0) : ''
  const clipped = `${start}${start && ' '}…${end && ' '}${end}`
  return [{ kind: 'kept', original: clipped, copy: clipped }]
}

const endOf = (match: RegExpExecArray | undefined): number => (match ? match.index + match[0].length : 0)
