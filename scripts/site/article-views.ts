import type { Article } from '../content/article.ts'
import type { Content } from '../content/load.ts'
import { plainBlocks } from '../content/markdown.ts'
import { agencyNames, findCopies, textOf } from '../ingest/copies.ts'
import type { BodyRenderer } from './body-html.ts'
import type { Paths } from './paths.ts'
import type { PublisherViews } from './publisher-views.ts'
import type { ArticleView, TopicRef } from './views.ts'

/** Published articles as pages see them, with who copied whom told by their texts. */
export function articleViews(
  content: Content,
  paths: Paths,
  publishers: PublisherViews,
  topicRef: (id: string) => TopicRef[],
  render: BodyRenderer,
): Map<string, ArticleView> {
  const published = content.articles.filter((article) => article.status === 'published')
  const language = content.site?.language ?? 'en'
  const views = new Map(
    published.map((article) => [article.id, viewOf(article, paths, publishers, topicRef, render, language)]),
  )
  const agencies = agencyNames(content.publishers)
  const copies = findCopies(
    published.map((article) => textOf(article, views.get(article.id)?.paragraphs() ?? [], agencies)),
  )
  for (const [id, original] of copies) {
    const copy = views.get(id)
    const source = views.get(original)
    if (!copy || !source) continue
    copy.copyOf = source
    source.copies.push(copy)
  }
  for (const view of views.values()) {
    const family = [view, ...view.copies, ...(view.copyOf ? [view.copyOf, ...view.copyOf.copies] : [])]
    view.sample = family.some((member) => member.publisher?.sample)
  }
  return views
}

function viewOf(
  article: Article,
  paths: Paths,
  publishers: PublisherViews,
  topicRef: (id: string) => TopicRef[],
  render: BodyRenderer,
  language: string,
): ArticleView {
  const { id, title, titleFrom, date, dateFrom, agency, authors, dateline, summary, source } = article
  const republish = publishers.rightsOf(article.publisher)
  const paragraphs = plainBlocks(article.body)
  return {
    id,
    // A headline made of the lead is a sentence of the text, of which nothing may be printed here.
    title:
      republish === 'link' && titleFrom === 'lead'
        ? `Untitled report of ${article.publisher ?? 'an outlet not known'}`
        : title,
    titleFrom,
    date,
    dateFrom,
    agency,
    authors,
    dateline,
    summary,
    sha256: source?.sha256,
    republish,
    ...paths.locate(`articles/${id}/`),
    publisher: publishers.refOf(article.publisher),
    sourceUrl: article.url,
    lang: article.lang ?? language,
    topics: article.topics.flatMap(topicRef),
    html: () => (republish === 'full' ? render(article.body, article.topics, dateline, true) : ''),
    paragraphs: () => paragraphs,
    copies: [],
    sample: false,
    removed: Object.entries(article.removed)
      .map(([kind, count]) => ({ kind, count }))
      .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1)),
  }
}
