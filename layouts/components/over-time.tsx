import { countByPeriod } from '../../scripts/site/chart.ts'
import type { Digest, StoryView } from '../../scripts/site/views.ts'
import { Chart } from './chart.tsx'
import { Mentions } from './mentions.tsx'

interface OverTimeProps {
  digest: Digest
  /** What the stories are about, for the picture's title. */
  name: string
  /** Newest first. */
  stories: StoryView[]
}

/** When something was told of: a chart over the digest's whole span, and the first and the latest story. */
export function OverTime({ digest, name, stories }: OverTimeProps) {
  const dated = stories.filter((story) => story.date)
  if (dated.length < 2) return null
  return (
    <section class="over-time" aria-labelledby="over-time">
      <h2 id="over-time">Over time</h2>
      <Chart
        id="chart"
        title={`Stories on ${name} over time`}
        periods={digest.periods}
        lanes={[{ name, counts: countByPeriod(digest.periods, stories) }]}
      />
      <Mentions stories={dated} />
    </section>
  )
}
