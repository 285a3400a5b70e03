import { SPEAKER_KINDS } from '../../scripts/site/attribution/statement.ts'
import type { ArticleView, SpeakersView, SpeakerView, StatementView } from '../../scripts/site/views.ts'
import { SourceLink } from './cited-sentence.tsx'
import { count } from './count.ts'
import { countedKind, kindHeading } from './speaker-kind.ts'
import { Statement } from './statement.tsx'

/** Statements of one speaker, and of all, that stand open; the rest are folded by account. */
const SHOWN_OF_ONE = 2
const SHOWN = 12

/** Speakers of a story's accounts by kind, each with what the accounts print of them. */
export function WhoSaysSo({ said: { speakers, unprinted } }: { said: SpeakersView }) {
  if (speakers.length === 0 && unprinted.length === 0) return null
  const open = openStatements(speakers)
  return (
    <section class="said" aria-labelledby="said">
      <h2 id="said">Who says so</h2>
      {speakers.length > 0 && (
        <p class="hint">
          {unprinted.length > 0 && 'Quoted here: '}
          {countsText(speakers)}.
        </p>
      )}
      {SPEAKER_KINDS.map((kind) => (
        <Kind
          key={kind}
          heading={kindHeading(kind)}
          speakers={speakers.filter((speaker) => speaker.kind === kind)}
          open={open}
        />
      ))}
      <Folded speakers={speakers} open={open} />
      {unprinted.map(({ article, kinds }) => (
        <p key={article.id} class="sources">
          <SourceLink cited={{ article, url: article.url, sentence: '' }} />{' '}
          <span>not quoted here: {kinds.map(({ kind, count }) => countedKind(kind, count)).join(', ')}</span>
        </p>
      ))}
    </section>
  )
}

function countsText(speakers: SpeakerView[]): string {
  return SPEAKER_KINDS.flatMap((kind) => {
    const number = speakers.filter((speaker) => speaker.kind === kind).length
    return number > 0 ? [countedKind(kind, number)] : []
  }).join(', ')
}

/** The first statements of each speaker, quoted ones before others, as far as there is room. */
function openStatements(speakers: SpeakerView[]): Set<StatementView> {
  const open = new Set<StatementView>()
  const all = speakers.flatMap(({ statements }) => statements)
  if (all.length <= SHOWN) return new Set(all)
  for (let round = 0; round < SHOWN_OF_ONE; round++)
    for (const { statements } of speakers) {
      const ranked = [...statements].sort((a, b) => Number(b.quotes.length > 0) - Number(a.quotes.length > 0))
      const next = ranked[round]
      if (next && open.size < SHOWN) open.add(next)
    }
  return open
}

interface KindProps {
  heading: string
  speakers: SpeakerView[]
  open: Set<StatementView>
}

function Kind({ heading, speakers, open }: KindProps) {
  const shown = speakers.filter(({ statements }) => statements.some((statement) => open.has(statement)))
  if (shown.length === 0) return null
  return (
    <>
      <h3>{heading}</h3>
      <ul class="speakers">
        {shown.map((speaker) => (
          <li key={speaker.speaker}>
            <SpeakerName speaker={speaker} />
            {speaker.statements
              .filter((statement) => open.has(statement))
              .map((statement) => (
                <Statement key={statement.cited[0]?.sentence} statement={statement} />
              ))}
          </li>
        ))}
      </ul>
    </>
  )
}

function SpeakerName({ speaker: { role, speaker } }: { speaker: SpeakerView }) {
  return (
    <p class="speaker">
      <bdi>{speaker.charAt(0).toUpperCase() + speaker.slice(1)}</bdi>
      {role && <span>{role}</span>}
    </p>
  )
}

function Folded({ speakers, open }: { speakers: SpeakerView[]; open: Set<StatementView> }) {
  const byArticle = new Map<ArticleView, { speaker: SpeakerView; statement: StatementView }[]>()
  for (const speaker of speakers)
    for (const statement of speaker.statements) {
      const article = statement.cited[0]?.article
      if (!article || open.has(statement)) continue
      const folded = byArticle.get(article) ?? []
      if (folded.push({ speaker, statement }) === 1) byArticle.set(article, folded)
    }
  return (
    <>
      {[...byArticle].map(([article, folded]) => (
        <details key={article.id} class="folded">
          <summary>
            {count(folded.length, 'more statement')} in {article.publisher?.name ?? article.title}
          </summary>
          <ul class="speakers">
            {folded.map(({ speaker, statement }) => (
              <li key={statement.cited[0]?.sentence}>
                <SpeakerName speaker={speaker} />
                <Statement statement={statement} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  )
}
