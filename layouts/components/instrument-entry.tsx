import type { InstrumentView } from '../../scripts/site/views.ts'
import { Day } from './day.tsx'
import { ExternalLink } from './external-link.tsx'
import { Raw } from './raw.tsx'

/** An instrument in the ledger: when, whose, what it does, what came of it, and the stories that tell of it. */
export function InstrumentEntry({ entry }: { entry: InstrumentView }) {
  const { id, date, kind, name, html, outcome, topic } = entry
  return (
    <article class="instrument" id={id} aria-labelledby={`name_${id}`}>
      <p class="day-date">
        <Day date={date} /> {kind && <span class="kind">{kind}</span>}
      </p>
      <div>
        <h3 class="headline" id={`name_${id}`}>
          {topic ? <a href={topic.url}>{name}</a> : name}
        </h3>
        <Raw class="does" html={html} />
        {outcome && (
          <p class="outcome">
            <b>What came of it:</b> {outcome}
          </p>
        )}
      </div>
      <Particulars entry={entry} />
    </article>
  )
}

function Particulars({ entry }: { entry: InstrumentView }) {
  const { effect, issuers, officialUrl, stories, targets } = entry
  return (
    <dl>
      <dt>Issued by</dt>
      <dd>
        <Names names={issuers} />
      </dd>
      {targets.length > 0 && (
        <>
          <dt>{effect === 'eases' ? 'Relief for' : 'Aimed at'}</dt>
          <dd>
            <Names names={targets} />
          </dd>
        </>
      )}
      {stories.length > 0 && (
        <>
          <dt>{stories.length === 1 ? 'Story' : 'Stories'}</dt>
          {stories.map((story) => (
            <dd key={story.id}>
              <a href={story.url}>{story.title}</a>
            </dd>
          ))}
        </>
      )}
      {officialUrl && (
        <>
          <dt>Text</dt>
          <dd>
            <ExternalLink href={officialUrl}>Official text</ExternalLink>
          </dd>
        </>
      )}
    </dl>
  )
}

function Names({ names }: { names: { name: string; url?: string }[] }) {
  return names.map(({ name, url }, at) => (
    <>
      {at > 0 && ', '}
      <bdi>{url ? <a href={url}>{name}</a> : name}</bdi>
    </>
  ))
}
