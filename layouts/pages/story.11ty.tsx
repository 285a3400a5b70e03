import { breadcrumbList, type Crumb } from '../../scripts/site/json-ld/breadcrumb-list.ts'
import { newsArticle } from '../../scripts/site/json-ld/news-article.ts'
import { nothing, pagesOf } from '../../scripts/site/output/pages-of.ts'
import { modifiedOn, publishedOn } from '../../scripts/site/story-days.ts'
import { sureDay } from '../../scripts/site/sure-day.ts'
import type { Digest, StoryView, ToldAccounts } from '../../scripts/site/views.ts'
import { AccountList } from '../components/account-list.tsx'
import { BasisLine, originatorsText } from '../components/basis-line.tsx'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { StoryCorrection } from '../components/correction-link.tsx'
import { count } from '../components/count.ts'
import { DateNote } from '../components/date-note.tsx'
import { Day, monthName } from '../components/day.tsx'
import { headlineSize } from '../components/headline-size.ts'
import { OnThisPage } from '../components/on-this-page.tsx'
import { Page } from '../components/page.tsx'
import { Made, Raw } from '../components/raw.tsx'
import { ReferenceList } from '../components/reference-list.tsx'
import { StoryMarks } from '../components/story-entry.tsx'
import { Storyline } from '../components/storyline.tsx'
import { toldAccounts } from '../components/told-accounts.tsx'
import { TopicLinks } from '../components/topic-links.tsx'

export const data = {
  ...pagesOf('digest.stories', 'story', {
    around: nothing,
    wait: ({ telling }, story: StoryView) => telling?.ready(story),
  }),
  tags: 'stories',
}

/** An event, and everything that the digest's account of it rests on. */
export function render({ digest, story }: { digest: Digest; story: StoryView }) {
  // Where there is a note, the summary is its beginning: printing both would say everything twice.
  const note = story.html()
  const told = digest.telling?.take(story) ?? toldAccounts(story.sections())
  const way = crumbs(digest, story)
  return (
    <Page
      digest={digest}
      title={story.title}
      description={story.summary || story.title}
      url={story.url}
      kind="article"
      published={publishedOn(story)}
      modified={modifiedOn(story)}
      things={[
        newsArticle(digest, story),
        breadcrumbList(digest, way, { name: story.title, url: story.url }),
      ]}
    >
      <Breadcrumbs crumbs={way} />
      <article class="sheet">
        <header>
          <p class="eyebrow">
            <Day date={story.date} /> <StoryMarks story={story} />
          </p>
          <h1 class={headlineSize(story.title)}>
            <bdi>{story.title}</bdi>
          </h1>
          <BasisLine basis={story.basis} />
          <Places story={story} told={told} />
        </header>
        <div class="column">
          {note ? (
            <Raw class="text note" html={note} />
          ) : (
            story.summary && <p class="standfirst">{story.summary}</p>
          )}
          <Corrections story={story} />
          <RestsOn story={story} />
          <Made html={told.html} />
        </div>
        <aside class="rail" aria-label="About this story">
          {(story.dateFrom || !story.date) && (
            <section>
              <h2>Date</h2>
              <DateNote date={story.date} from={story.dateFrom} />
            </section>
          )}
          {story.topics.length > 0 && (
            <section>
              <h2>Topics</h2>
              <TopicLinks topics={story.topics} />
            </section>
          )}
          <StoryCorrection digest={digest} story={story} />
          {story.storyline.related.length > 0 && (
            <section aria-labelledby="related">
              <h2 id="related">Before and after</h2>
              <Storyline story={story} />
            </section>
          )}
        </aside>
      </article>
    </Page>
  )
}

function crumbs(digest: Digest, story: StoryView): Crumb[] {
  const month = digest.months.find(({ year, month }) =>
    story.date?.startsWith(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-`),
  )
  const archive = { name: 'Archive', url: digest.href('archive/') }
  return month ? [archive, { name: `${monthName(month.month)} ${month.year}`, url: month.url }] : [archive]
}

/** The parts of a story's page, where it is long. */
function Places({ story, told }: { story: StoryView; told: ToldAccounts }) {
  const { accounts, storyline } = story
  const articles = accounts.flatMap(({ original, copies }) => [original, ...copies])
  const days = new Set(articles.flatMap((article) => sureDay(article) ?? []))
  const places = [
    { id: 'basis', name: 'What this rests on', there: true },
    { id: 'side-by-side', name: 'Side by side', there: articles.length > accounts.length },
    { id: 'differ', name: 'Where accounts differ', there: told.differ },
    { id: 'said', name: 'Who says so', there: told.speak },
    { id: 'what-is-new', name: 'What is new', there: days.size > 1 },
    { id: 'related', name: 'Before and after', there: storyline.related.length > 0 },
  ].filter(({ there }) => there)
  return places.length > 2 && <OnThisPage places={places} />
}

function Corrections({ story }: { story: StoryView }) {
  if (story.corrections.length === 0) return null
  return (
    <section class="corrections" aria-labelledby="corrections">
      <h2 id="corrections">Corrections</h2>
      <ul>
        {story.corrections.map(({ date, text }) => (
          <li key={`${date} ${text}`}>
            <Day date={date} />: {text}
          </li>
        ))}
      </ul>
    </section>
  )
}

function RestsOn({ story }: { story: StoryView }) {
  const { accounts, basis, references } = story
  return (
    <section aria-labelledby="basis">
      <h2 id="basis">What this rests on</h2>
      {accounts.length === 0 && references.length === 0 && (
        <p class="empty">No account or reference has been recorded for this story.</p>
      )}
      {accounts.length > 0 && (
        <>
          <h3>{count(basis.accounts, 'independent account')}</h3>
          <p class="hint">{accountsText(story)}</p>
          <AccountList accounts={accounts} />
        </>
      )}
      {references.length > 0 && (
        <>
          <h3>{count(references.length, 'reference')}</h3>
          <ReferenceList references={references} />
        </>
      )}
      {story.sample && (
        <p class="hint">
          Accounts marked Sample were invented to show how this digest works; their publishers do not exist.
        </p>
      )}
    </section>
  )
}

function accountsText({ basis }: StoryView): string {
  const copies = basis.articles - basis.accounts
  const sentences = [originatorsText(basis.originators).replace(/^o/, 'O')]
  if (copies > 0) sentences.push(`${count(copies, 'copy', 'copies')}, not counted as confirmation`)
  return sentences
    .filter(Boolean)
    .map((sentence) => `${sentence}.`)
    .join(' ')
}
