import type { StatementView } from '../../scripts/site/views.ts'
import { CitedSentence, SourceLink } from './cited-sentence.tsx'

/** What somebody is reported to have said, with everyone who printed it. */
export function Statement({ statement: { carried, cited, quotes } }: { statement: StatementView }) {
  const [first] = cited
  if (!first) return null
  return (
    <>
      <CitedSentence cited={first} quotes={quotes} />
      <p class="sources">
        {cited.map((source) => (
          <SourceLink key={source.url} cited={source} />
        ))}
        {carried && <span>speaker named before</span>}
      </p>
    </>
  )
}
