import { breadcrumbList } from '../../scripts/site/json-ld/breadcrumb-list.ts'
import { nothing, pagesOf } from '../../scripts/site/output/pages-of.ts'
import { sureDay } from '../../scripts/site/sure-day.ts'
import type { ArticleView, Digest } from '../../scripts/site/views.ts'
import { ArticleEntry } from '../components/article-entry.tsx'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { DateNote } from '../components/date-note.tsx'
import { Day } from '../components/day.tsx'
import { ExternalLink } from '../components/external-link.tsx'
import { headlineSize } from '../components/headline-size.ts'
import { Mark } from '../components/mark.tsx'
import { Page } from '../components/page.tsx'
import { PublisherName } from '../components/publisher-name.tsx'
import { Raw } from '../components/raw.tsx'
import { Receipt } from '../components/receipt.tsx'
import { StoryIndex } from '../components/story-index.tsx'
import { TopicLinks } from '../components/topic-links.tsx'

export const data = pagesOf('digest.articles', 'article', { around: nothing })

const TITLE_FROM: Partial<Record<ArticleView['titleFrom'], string>> = {
  copy: 'This text came without a headline; the one above is from a copy of it.',
  lead: 'This text came without a headline; its first sentence stands in for one.',
  editor: 'Headline by the editor.',
}

/** One publisher's account. Search engines are sent to the original and to the story, not here. */
export function render({ digest, article }: { digest: Digest; article: ArticleView }) {
  const { story, title } = article
  const lang = article.lang === digest.site.language ? undefined : article.lang
  const feed = article.publisher && digest.publisherFeed(article.publisher.name)
  const titleFrom = TITLE_FROM[article.titleFrom]
  const way = story
    ? [{ name: story.title, url: story.url }]
    : [{ name: 'Publishers', url: digest.href('publishers/') }]
  return (
    <Page
      digest={digest}
      title={title}
      description={description(article)}
      url={article.url}
      canonical={article.sourceUrl}
      noindex
      feed={feed && { title: feed.title, feed }}
      kind="article"
      published={sureDay(article)}
      things={[breadcrumbList(digest, way, { name: title, url: article.url })]}
    >
      <Breadcrumbs crumbs={way} />
      <article class="sheet">
        <header>
          <p class="eyebrow">
            Account {article.sample && <Mark>Sample</Mark>} {article.copyOf && <Mark>Copy</Mark>}
          </p>
          <h1 class={headlineSize(title)} lang={lang} dir={lang ? 'auto' : undefined}>
            {title}
          </h1>
          {titleFrom && <p class="hint">{titleFrom}</p>}
          <Credit article={article} />
        </header>
        <div class="column">
          <Body article={article} lang={lang} />
          <Receipt article={article} />
        </div>
        <aside class="rail" aria-label="About this account">
          <Facts article={article} />
        </aside>
      </article>
    </Page>
  )
}

function description({ publisher, republish, summary, title }: ArticleView): string {
  if (summary && republish !== 'link') return summary
  return publisher ? `${title}: an account by ${publisher.name}` : title
}

function Credit({ article }: { article: ArticleView }) {
  const { agency, authors, publisher, republish } = article
  // It is the text's first words.
  const dateline = republish === 'link' ? undefined : article.dateline
  return (
    <p class="credit">
      {authors.length > 0 && (
        <span>
          By{' '}
          {authors.map((author, at) => (
            <>
              {at > 0 && ', '}
              <bdi>{author}</bdi>
            </>
          ))}
        </span>
      )}
      {publisher && (
        <span>
          <PublisherName publisher={publisher} marked={false} />
        </span>
      )}
      {!publisher && !agency && <span>publisher not known</span>}
      {agency && <span>Agency: {agency}</span>}
      {dateline && <span class="dateline">{dateline}</span>}
      <span>
        <Day date={article.date} />
      </span>
      {article.date && article.dateFrom?.confidence === 'low' && <Mark doubt>Date in doubt</Mark>}
    </p>
  )
}

/** The body, or as much as the publisher's rights allow. */
function Body({ article, lang }: { article: ArticleView; lang?: string }) {
  const { publisher, republish, sourceUrl, summary } = article
  const original = sourceUrl && (
    <p class="original">
      <ExternalLink href={sourceUrl} found>
        Read the original{publisher ? ` at ${publisher.name}` : ''}
      </ExternalLink>
    </p>
  )
  if (republish === 'full') {
    return (
      <>
        <Raw class="text" html={article.html()} lang={lang} />
        {original}
      </>
    )
  }
  return (
    <>
      {republish === 'excerpt' && summary && (
        <p class="standfirst" lang={lang} dir={lang ? 'auto' : undefined}>
          {summary}
        </p>
      )}
      <p class="hint">
        {republish === 'excerpt' ? 'Only a summary is' : 'Only the headline is'} printed here: the text
        belongs to its publisher.
      </p>
      {original}
    </>
  )
}

function Facts({ article }: { article: ArticleView }) {
  const { copies, copyOf, date, dateFrom, story, topics } = article
  return (
    <>
      {story && (
        <section>
          <h2>Story</h2>
          <StoryIndex stories={[story]} />
        </section>
      )}
      {(dateFrom || !date) && (
        <section>
          <h2>Date</h2>
          <DateNote date={date} from={dateFrom} />
        </section>
      )}
      {copyOf && (
        <section>
          <h2>Copy of</h2>
          <ArticleEntry article={copyOf} />
        </section>
      )}
      {copies.length > 0 && (
        <section>
          <h2>Copies</h2>
          <ul class="plain">
            {copies.map((copy) => (
              <li key={copy.id}>
                <ArticleEntry article={copy} copyMark={false} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {topics.length > 0 && (
        <section>
          <h2>Topics</h2>
          <TopicLinks topics={topics} />
        </section>
      )}
    </>
  )
}
