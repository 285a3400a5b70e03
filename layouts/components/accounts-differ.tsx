import type { DifferenceView } from '../../scripts/site/views.ts'
import { CitedSentence, SourceLink } from './cited-sentence.tsx'

/** Figures and days that independent accounts give differently, side by side and without a verdict. */
export function AccountsDiffer({ differences }: { differences: DifferenceView[] }) {
  if (differences.length === 0) return null
  return (
    <section class="differ" aria-labelledby="differ">
      <h2 id="differ">Where accounts differ</h2>
      <p class="hint">
        Told by rule from the words around each figure and date. Which is right, if either, is not decided
        here.
      </p>
      {differences.map((difference) => (
        <Difference key={difference.versions[0]?.url} difference={difference} />
      ))}
    </section>
  )
}

function Difference({ difference: { about, counted, versions } }: { difference: DifferenceView }) {
  return (
    <>
      <h3>{heading(about, counted)}</h3>
      <dl class="versions">
        {versions.map((version) => (
          <div key={version.url}>
            <dt>{version.value || 'given otherwise'}</dt>
            <dd>
              <CitedSentence cited={version} />
              <p class="sources">
                <SourceLink cited={version} />
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function heading(about: DifferenceView['about'], counted: string): string {
  if (about === 'date') return 'The day'
  if (!counted) return 'A figure'
  return about === 'amount' ? `Figure in ${counted}` : `Number of ${counted}`
}
