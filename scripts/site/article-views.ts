import { hash } from 'node:crypto'
import type { Article } from '../content/article.ts'
import type { Content } from '../content/load.ts'
import { plainBlocks } from '../content/markdown.ts'
import { type Pack, packKey } from '../content/pack.ts'
import { publishedArticles } from '../content/standing.ts'
import { agencyNames, findCopies, textOf } from '../ingest/copies.ts'
import type { BodyRenderer } from './body-html.ts'
import type { Paths } from './paths.ts'
import type { PublisherViews } from './publisher-views.ts'
import { Recent } from './recent.ts'
import type { ArticleView, TopicRef } from './views.ts'

/** Texts whose paragraphs are kept at hand. */
const RECENT = 500

/** Published articles as pages see them, with who copied whom told by their texts. */
export function articleViews(
  content: Content,
  paths: Paths,
  publishers: PublisherViews,
  topicRef: (id: string) => TopicRef[],
  render: BodyRenderer,
  memory: Pack,
): Map<string, ArticleView> {
  const published = publishedArticles(content)
  const language = content.site?.language ?? 'en'
  const recent = new Recent<string[]>(RECENT)
  const views = new Map(
    published.map((article) => [
      article.id,
      viewOf(article, paths, publishers, topicRef, render, language, recent),
    ]),
  )
  const agencies = agencyNames(content.publishers)
  for (const [id, original] of copiesOf(published, views, agencies, memory)) {
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

/** Who copied whom, as pairs of ids: asked anew whenever one of the texts, or what is known of it, is another. */
function copiesOf(
  articles: Article[],
  views: Map<string, ArticleView>,
  agencies: Set<string>,
  memory: Pack,
): [copy: string, original: string][] {
  const known = articles.map((article) => [textOf(article, [], agencies), views.get(article.id)?.revision])
  return memory.remember(packKey('copies', JSON.stringify(known)), () => {
    const texts = articles.map((article) =>
      textOf(article, views.get(article.id)?.paragraphs() ?? [], agencies),
    )
    return [...findCopies(texts)]
  })
}

function viewOf(
  article: Article,
  paths: Paths,
  publishers: PublisherViews,
  topicRef: (id: string) => TopicRef[],
  render: BodyRenderer,
  language: string,
  recent: Recent<string[]>,
): ArticleView {
  const { id, title, titleFrom, date, dateFrom, agency, authors, dateline, summary, source } = article
  const republish = publishers.rightsOf(article.publisher)
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
    paragraphs: () => recent.of(id, () => plainBlocks(article.body)),
    revision: article.bodyHash ?? hash('sha1', article.body, 'base64'),
    copies: [],
    sample: false,
    removed: Object.entries(article.removed)
      .map(([kind, count]) => ({ kind, count }))
      .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1)),
  }
}
