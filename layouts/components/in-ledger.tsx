import type { InstrumentGroup, InstrumentView, LedgerView, TopicView } from '../../scripts/site/views.ts'
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
          <li key={text}>
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
  const lines = (groups: InstrumentGroup[], what: string, effect?: InstrumentView['effect']) =>
    groups
      .filter(({ topicId }) => topicId === topic.id)
      .flatMap(({ anchor, entries: all }) => {
        const those = all.filter((entry) => !effect || entry.effect === effect)
        return those.length > 0
          ? [{ url: `${url}#${anchor}`, text: `${count(those.length, 'measure')} ${what}` }]
          : []
      })
  return [
    ...itself.map((entry) => ({ url: entry.url, text: 'What it does' })),
    ...lines(byIssuer, 'issued'),
    ...lines(byTarget, 'aimed at it', 'restricts'),
    ...lines(byTarget, 'of relief for it', 'eases'),
  ]
}
