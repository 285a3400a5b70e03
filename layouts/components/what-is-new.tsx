import type { NewSentences, WhatIsNew } from '../../scripts/site/story/novelty.ts'
import type { ArticleView } from '../../scripts/site/views.ts'
import { count } from './count.ts'
import { Day } from './day.tsx'
import { OutletName } from './outlet-name.tsx'
import { ParagraphLink } from './paragraph-link.tsx'

/** Sentences shown at once; more are folded. */
const SHOWN = 6

/** For a story told over several days: what each day's accounts say that none said before. */
export function WhatIsNewSection({ news }: { news?: WhatIsNew }) {
  if (!news) return null
  return (
    <section class="new" aria-labelledby="what-is-new">
      <h2 id="what-is-new">What is new</h2>
      <p class="hint">
        Sentences that stand in no account of an earlier day. The first accounts are of{' '}
        <Day date={news.first} />.
        {news.unsure > 0 && ` Left out: ${count(news.unsure, 'account')} without a sure date.`}
      </p>
      {news.days.map(({ date, articles, nothingNew }) => (
        <section key={date} aria-labelledby={`new-${date}`}>
          <h3 id={`new-${date}`}>
            <Day date={date} />
          </h3>
          {articles.map((fresh) => (
            <NewOf key={fresh.article.id} fresh={fresh} />
          ))}
          {nothingNew.length > 0 && <NothingNew articles={nothingNew} />}
        </section>
      ))}
    </section>
  )
}

function NewOf({ fresh: { article, of, sentences, shared } }: { fresh: NewSentences }) {
  const list = (
    <ul class="passages">
      {sentences.map(({ paragraph, text, words }, at) => (
        <li key={at}>
          {text === undefined ? (
            <p class="hint">{count(words, 'word')}, not quoted here.</p>
          ) : (
            <blockquote lang={article.lang} dir="auto">
              {text}
            </blockquote>
          )}
          <ParagraphLink article={article} paragraph={paragraph} />
        </li>
      ))}
    </ul>
  )
  const others = shared > 0 && `${shared} as in others of the day`
  const line = [`${sentences.length + shared} of ${count(of, 'sentence')} new`, others]
    .filter(Boolean)
    .join(', ')
  return (
    <>
      <p class="credit">
        <a href={article.url}>
          <OutletName article={article} />
        </a>
        {sentences.length <= SHOWN && <span>{line}</span>}
      </p>
      {sentences.length <= SHOWN ? (
        sentences.length > 0 && list
      ) : (
        <details>
          <summary>{line}</summary>
          {list}
        </details>
      )}
    </>
  )
}

function NothingNew({ articles }: { articles: ArticleView[] }) {
  return (
    <p class="hint">
      Nothing new in{' '}
      {articles.map((article, at) => (
        <span key={article.id}>
          {at > 0 && ', '}
          <a href={article.url}>
            <OutletName article={article} />
          </a>
        </span>
      ))}
    </p>
  )
}
