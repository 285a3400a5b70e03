import type { InstrumentGroup, InstrumentView, LedgerView, TopicView } from '../../scripts/site/views.ts'
import { count, grouped } from './count.ts'

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
  const lines = (groups: InstrumentGroup[], textOf: (entries: InstrumentView[]) => string) =>
    groups
      .filter(({ topicId }) => topicId === topic.id)
      .map((group) => ({ url: `${url}#${group.anchor}`, text: textOf(group.entries) }))
  const those = (effect: InstrumentView['effect'], what: string) => (all: InstrumentView[]) => {
    const number = all.filter((entry) => entry.effect === effect).length
    return number === 0 ? '' : `${count(number, 'measure')} ${what}`
  }
  return [
    ...itself.map((entry) => ({ url: entry.url, text: 'What it does' })),
    ...lines(byIssuer, (all) => issued(all, topic.id)),
    ...lines(byTarget, those('restricts', 'aimed at it')),
    ...lines(byTarget, those('eases', 'of relief for it')),
  ].filter(({ text }) => text)
}

/** How many measures a topic issued, and how many of them bodies did that are part of it. */
function issued(entries: InstrumentView[], topic: string): string {
  const byParts = entries.filter(({ issuers }) => issuers.every(({ id }) => id !== topic)).length
  const all = `${count(entries.length, 'measure')} issued`
  if (byParts === 0) return all
  return byParts === entries.length
    ? `${all} by its bodies`
    : `${all}, ${grouped(byParts)} of them by its bodies`
}
