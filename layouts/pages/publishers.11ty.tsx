import type { Republish } from '../../scripts/content/fields.ts'
import type { Digest, PublisherView } from '../../scripts/site/views.ts'
import { ArticleEntry } from '../components/article-entry.tsx'
import { count } from '../components/count.ts'
import { Mark } from '../components/mark.tsx'
import { Page } from '../components/page.tsx'

const RIGHTS: Record<Republish, string> = {
  full: 'Full text',
  excerpt: 'Summary and short quotes',
  link: 'Headline only',
}

/** More articles than this are folded. */
const SHOWN = 5

export const data = { permalink: 'publishers/index.html' }

/** Who printed the articles, and what may be printed of each. */
export function render({ digest }: { digest: Digest }) {
  const { publishers } = digest
  return (
    <Page
      digest={digest}
      title="Publishers"
      description={`The outlets and agencies whose articles ${digest.site.title} has read.`}
      url={digest.href('publishers/')}
    >
      <header class="page-head">
        <h1>Publishers</h1>
        <p class="hint">
          {count(publishers.length, 'outlet or agency', 'outlets and agencies')} known to this digest.
          {publishers.some((publisher) => publisher.sample) &&
            ' Those marked Sample were invented to show how it works; they do not exist.'}
        </p>
      </header>
      {publishers.length === 0 && <p class="empty">No publisher has been recorded yet.</p>}
      {publishers.map((publisher) => (
        <Entry key={publisher.id} publisher={publisher} />
      ))}
    </Page>
  )
}

function Entry({ publisher }: { publisher: PublisherView }) {
  const { agency, articles, domains, feed, id, name, republish, sample } = publisher
  return (
    <section class="publisher" id={id} aria-labelledby={`name-${id}`}>
      <div>
        <h2 id={`name-${id}`}>{name}</h2>
        {sample && <Mark>Sample</Mark>}
      </div>
      <dl>
        <dt>Kind</dt>
        <dd>{agency ? 'News agency' : 'Outlet'}</dd>
        {domains.length > 0 && (
          <>
            <dt>Domain</dt>
            <dd>{domains.join(', ')}</dd>
          </>
        )}
        <dt>Printed here</dt>
        <dd>{RIGHTS[republish]}</dd>
        <dt>Stories</dt>
        <dd>
          <a href={feed.url}>
            Feed<span class="unseen"> of stories told by {name}</span>
          </a>
        </dd>
      </dl>
      {articles.length === 0 ? (
        <p class="empty">No article yet</p>
      ) : (
        <details open={articles.length <= SHOWN}>
          <summary>{count(articles.length, 'article')}</summary>
          <ul class="plain">
            {articles.map((article) => (
              <li key={article.id}>
                <ArticleEntry article={article} publisher={false} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
