import { storySections } from '../story-sections.ts'
import type { Account, ArticleView, StoryView } from '../views.ts'

/** What a thread is handed of an article: its view without what it works out and what it leads to, and its text. */
interface ArticlePart {
  view: Omit<ArticleView, 'html' | 'paragraphs' | 'copies' | 'story' | 'copyOf'>
  isCopy: boolean
  paragraphs: string[]
}

/** What a thread is handed of a story: its articles, and its accounts as places among them. */
export interface StoryParts {
  id: string
  articles: ArticlePart[]
  accounts: { original: number; copies: number[] }[]
}

/** Takes a story's accounts apart, to be put together in a thread. */
export function partsOf(story: StoryView): StoryParts {
  const articles = story.accounts.flatMap(({ original, copies }) => [original, ...copies])
  const places = new Map(articles.map((article, at) => [article, at]))
  const placeOf = (article: ArticleView) => places.get(article) ?? 0
  return {
    id: story.id,
    articles: articles.map((article) => {
      const { html, paragraphs, copies, copyOf, story, ...view } = article
      return { view, isCopy: copyOf !== undefined, paragraphs: paragraphs() }
    }),
    accounts: story.accounts.map(({ original, copies }) => ({
      original: placeOf(original),
      copies: copies.map(placeOf),
    })),
  }
}

/** As much of a story as its accounts are told from. */
export type ToldFrom = Pick<StoryView, 'accounts' | 'speakers' | 'sections'>

/** Puts a story's accounts together again, as far as telling them needs. */
export function assembled({ articles: parts, accounts: places }: StoryParts): ToldFrom {
  const articles = parts.map(
    ({ view, paragraphs }): ArticleView => ({
      ...view,
      html: () => '',
      paragraphs: () => paragraphs,
      copies: [],
    }),
  )
  for (const [at, { isCopy }] of parts.entries()) {
    const article = articles[at] as ArticleView
    // Of what it is one lies outside, perhaps in another story; that it is one is all that is asked.
    if (isCopy) article.copyOf = article
  }
  const accounts = places.map(
    ({ original, copies }): Account => ({
      original: articles[original] as ArticleView,
      copies: copies.map((at) => articles[at] as ArticleView),
    }),
  )
  return { accounts, ...storySections(accounts, articles) }
}
