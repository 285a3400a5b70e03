import type { InstrumentGroup, LedgerView, TopicView } from '../../scripts/site/views.ts'
import { count } from './count.ts'

interface InLedgerProps {
  title: string
  lines: { url: string; text: string }[]
}

/** Where a topic stands in the ledger. */
export function InLedger({ title, lines }: InLedgerProps) {
  if (lines.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul class="plain">
        {lines.map(({ url, text }) => (
          <li key={url}>
            <a href={url}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A topic's places in the ledger: as an instrument, as one who issued some, as one they are aimed at. */
export function linesInLedger({ entries, byIssuer, byTarget, url }: LedgerView, topic: TopicView) {
  const itself = entries.filter((entry) => entry.topic?.id === topic.id)
  const lines = (groups: InstrumentGroup[], what: string) =>
    groups
      .filter(({ topicId }) => topicId === topic.id)
      .map((group) => ({
        url: `${url}#${group.anchor}`,
        text: `${count(group.entries.length, 'measure')} ${what}`,
      }))
  return [
    ...itself.map((entry) => ({ url: entry.url, text: 'What it does' })),
    ...lines(byIssuer, 'issued'),
    ...lines(byTarget, 'aimed at it'),
  ]
}
