import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import type { Account, ArticleView } from '../../../scripts/site/views.ts'

interface Print {
  outlet: string
  title: string
  date?: string
  dateline?: string
  authors?: string[]
  rights?: ArticleView['republish']
  /** Paragraphs, one a line. */
  body: string
  /** Whose text it is: the first print's where nothing is said. */
  copyOf?: string
  account?: 'own'
}

/** The articles and accounts of a case: an account, copies of it, other accounts. */
export function storyOf(file: string): { articles: ArticleView[]; accounts: Account[] } {
  const prints = load(readFileSync(file, 'utf8')) as Print[]
  const articles = prints.map(articleOf)
  for (const [at, { account, copyOf }] of prints.entries()) {
    const original = articles[copyOf ? prints.findIndex(({ outlet }) => outlet === copyOf) : 0]
    const article = articles[at]
    if (at === 0 || account === 'own' || !article || !original) continue
    article.copyOf = original
    original.copies.push(article)
  }
  const accounts = articles
    .filter(({ copyOf }) => !copyOf)
    .map((original) => ({ original, copies: original.copies }))
  return { articles, accounts }
}

/** One print as pages see it. */
export function articleOf({
  authors = [],
  body,
  date,
  dateline,
  outlet,
  rights = 'full',
  title,
}: Print): ArticleView {
  const id = outlet.toLowerCase().replace(/\W+/g, '-')
  return {
    id,
    title,
    titleFrom: 'page',
    date: date && new Date(date).toISOString().slice(0, 10),
    dateline,
    authors,
    publisher: { name: outlet, sample: true },
    republish: rights,
    paragraphs: () => body.trim().split('\n'),
    html: () => '',
    copies: [],
    sample: true,
    summary: '',
    lang: 'en',
    topics: [],
    removed: [],
    revision: '',
    url: `/articles/${id}/`,
    output: `articles/${id}/index.html`,
  }
}
