import { articleMarks, dateMarks } from '../../scripts/site/marks.ts'
import type { ArticleView } from '../../scripts/site/views.ts'
import { Day } from './day.tsx'
import { Mark, Marks } from './mark.tsx'
import { PublisherName } from './publisher-name.tsx'

interface ArticleEntryProps {
  article: ArticleView
  /** Left out where the list is the publisher's own. */
  publisher?: boolean
  /** Left out where the list is one of copies. */
  copyMark?: boolean
}

/** An article in a list: headline, who printed it, who wrote it, when. */
export function ArticleEntry({ article, publisher = true, copyMark = true }: ArticleEntryProps) {
  const agency = article.agency === article.publisher?.name ? undefined : article.agency
  return (
    <div class="article-entry">
      <a class="article-title" href={article.url}>
        <bdi lang={article.lang}>{article.title}</bdi>
      </a>
      <p class="credit">
        {publisher && article.publisher && (
          <span>
            <PublisherName publisher={article.publisher} />
          </span>
        )}
        {agency && <span>{agency}</span>}
        {publisher && !article.publisher && !agency && (
          <span>publisher not known {article.sample && <Mark>Sample</Mark>}</span>
        )}
        <span>
          <Day date={article.date} />
        </span>
        <Marks marks={copyMark ? articleMarks(article) : dateMarks(article)} />
      </p>
    </div>
  )
}
