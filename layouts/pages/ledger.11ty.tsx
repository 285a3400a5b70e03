import { pagesOf } from '../../scripts/site/output/pages-of.ts'
import type { Digest, InstrumentGroup, InstrumentView, LedgerView } from '../../scripts/site/views.ts'
import { count } from '../components/count.ts'
import { Day } from '../components/day.tsx'
import { InstrumentEntry } from '../components/instrument-entry.tsx'
import { OnThisPage } from '../components/on-this-page.tsx'
import { Page } from '../components/page.tsx'
import { Raw } from '../components/raw.tsx'

export const data = pagesOf('digest.ledgers', 'ledger')

/**
 * Every instrument once, by date, with all that is known of it; then the same by issuing body and by target. The orders
 * stand below each other, so that they need no script and can be linked and printed. What repeats the first is folded.
 */
export function render({ digest, ledger }: { digest: Digest; ledger: LedgerView }) {
  const { title, introHtml, entries, byIssuer, byTarget } = ledger
  return (
    <Page
      digest={digest}
      title={title}
      description={`${count(entries.length, 'measure')} by date, by issuing body and by target.`}
      url={ledger.url}
    >
      <header class="page-head">
        <h1>{title}</h1>
        {introHtml && <Raw class="standfirst" html={introHtml} />}
        <p class="hint">{count(entries.length, 'measure')}, newest first.</p>
        <OnThisPage
          label="Orders"
          places={[
            { id: 'order_date', name: 'By date' },
            { id: 'order_issuer', name: 'By issuing body' },
            ...(byTarget.length > 0 ? [{ id: 'order_target', name: 'By target' }] : []),
          ]}
        />
      </header>
      <section class="band" aria-labelledby="order_date">
        <h2 id="order_date">By date</h2>
        <div class="ledger">
          {entries.map((entry) => (
            <InstrumentEntry key={entry.id} entry={entry} />
          ))}
        </div>
      </section>
      <Groups id="order_issuer" title="By issuing body" groups={byIssuer} note={issuedThrough} />
      <Groups id="order_target" title="By target" groups={byTarget} note={relief} />
    </Page>
  )
}

/** What a group's list says of an entry beside its name. */
type Note = (entry: InstrumentView, group: InstrumentGroup) => string | undefined

/** Which body issued an entry that stands under a broader one. */
const issuedThrough: Note = ({ issuers }, group) =>
  issuers.some(({ name }) => name === group.name) ? undefined : issuers.map(({ name }) => name).join(', ')

const relief: Note = ({ effect }) => (effect === 'eases' ? 'relief' : undefined)

interface GroupsProps {
  id: string
  title: string
  groups: InstrumentGroup[]
  note: Note
}

function Groups({ id, title, groups, note }: GroupsProps) {
  if (groups.length === 0) return null
  return (
    <section class="band" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="ledger-groups">
        {groups.map((group) => (
          <details key={group.anchor} id={group.anchor}>
            <summary>
              <h3>{group.name}</h3> <span class="number">{count(group.entries.length, 'measure')}</span>
            </summary>
            <Short group={group} note={note} />
            {group.url && (
              <p class="hint">
                <a href={group.url}>Topic: {group.name}</a>
              </p>
            )}
          </details>
        ))}
      </div>
    </section>
  )
}

function Short({ group, note }: { group: InstrumentGroup; note: Note }) {
  return (
    <ul class="index">
      {group.entries.map((entry) => {
        const beside = note(entry, group)
        return (
          <li key={entry.id}>
            <span class="index-date">
              <Day date={entry.date} />
            </span>
            <span class="index-title">
              <a href={`#${entry.id}`}>{entry.name}</a>
              {beside && ` (${beside})`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
