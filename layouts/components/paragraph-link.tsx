import { blockAnchor } from '../../scripts/site/anchors.ts'
import type { ArticleView } from '../../scripts/site/views.ts'

/** A paragraph of an article, linked where the article's page prints it. */
export function ParagraphLink({ article, paragraph }: { article: ArticleView; paragraph: number }) {
  const name = `paragraph ${paragraph}`
  if (article.republish !== 'full') return <span>{name}</span>
  return <a href={`${article.url}#${blockAnchor(paragraph)}`}>{name}</a>
}
