import type { Digest, InstrumentGroup, TopicView } from '../../scripts/site/views.ts'
import { count } from './count.ts'

/** Where a topic stands in the ledger: as an instrument, as one who issued some, as one they are aimed at. */
export function InLedger({ digest, topic }: { digest: Digest; topic: TopicView }) {
  const found = digest.ledgers.map((ledger) => {
    const group = (groups: InstrumentGroup[]) => groups.filter(({ topicId }) => topicId === topic.id)
    return {
      ...ledger,
      entries: ledger.entries.filter((entry) => entry.topic?.id === topic.id),
      byIssuer: group(ledger.byIssuer),
      byTarget: group(ledger.byTarget),
    }
  })
  return found
    .filter(({ entries, byIssuer, byTarget }) => entries.length + byIssuer.length + byTarget.length > 0)
    .map(({ title, url, entries, byIssuer, byTarget }) => (
      <section key={url} aria-labelledby="in-ledger">
        <h2 id="in-ledger">{title}</h2>
        <ul class="plain">
          {entries.map((entry) => (
            <li key={entry.id}>
              <a href={entry.url}>What it does</a>
            </li>
          ))}
          {byIssuer.map(({ anchor, entries: issued }) => (
            <li key={anchor}>
              <a href={`${url}#${anchor}`}>{count(issued.length, 'measure')} issued</a>
            </li>
          ))}
          {byTarget.map(({ anchor, entries: aimed }) => (
            <li key={anchor}>
              <a href={`${url}#${anchor}`}>{count(aimed.length, 'measure')} aimed at it</a>
            </li>
          ))}
        </ul>
      </section>
    ))
}
