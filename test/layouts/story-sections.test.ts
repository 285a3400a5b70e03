import { join } from 'node:path'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ArticleEntry } from '../../layouts/components/article-entry.tsx'
import { SideBySideSection } from '../../layouts/components/side-by-side.tsx'
import { WhatIsNewSection } from '../../layouts/components/what-is-new.tsx'
import { whatIsNew } from '../../scripts/site/story/novelty.ts'
import { sideBySide } from '../../scripts/site/story/side-by-side.ts'
import { storyOf } from '../site/story/story-of.ts'

const FIXTURES = join(import.meta.dirname, '../site/story/fixtures')

/** Both sections of a case's story. `rewrite` changes its texts first. */
function sections(name: string, rewrite = (text: string) => text): string {
  const { accounts, articles } = storyOf(join(FIXTURES, name, 'input.yaml'))
  for (const article of articles) {
    const paragraphs = article.paragraphs().map(rewrite)
    article.paragraphs = () => paragraphs
    article.title = rewrite(article.title)
  }
  const beside = renderToString(h(SideBySideSection, { accounts: sideBySide(accounts) }))
  return beside + renderToString(h(WhatIsNewSection, { news: whatIsNew(articles) }))
}

test('markup in a text stays text', () => {
  for (const name of ['cut-and-altered', 'moved-and-joined', 'by-day']) {
    const html = sections(name, (text) => `${text} <img src=x onerror=a()> & <script>b()</script>.`)
    expect(html).toContain('&lt;img src=x')
    expect(html).not.toMatch(/<(?:img|script)/)
  }
})

test('what is changed is said to those who do not see it', () => {
  const html = sections('cut-and-altered')
  expect(html).toContain('<del><span class="unseen">removed: </span>spokesman</del>')
  expect(html).toContain('<ins><span class="unseen">added: </span>spokesperson</ins>')
  expect(html).toMatch(
    /<td class="altered"><span class="shape" aria-hidden="true">≠<\/span><span class="unseen">altered/,
  )
  expect(sections('moved-and-joined')).toContain('<span class="unseen">moved</span>')
})

test('paragraphs are linked where they are printed, and only there', () => {
  expect(sections('moved-and-joined')).toContain('href="/articles/northmere-herald/#p5"')
  expect(sections('excerpts')).not.toContain('#p')
})

test('nothing of a text that may only be linked is printed', () => {
  const html = sections('links-only')
  expect(html).not.toContain('spokesperson')
  expect(html).not.toContain('petition')
  expect(html).toContain('5 words')
  expect(sections('by-day')).not.toContain('without a trace')
})

test('of a text that may be excerpted no long sentence is printed whole', () => {
  const html = sections('excerpts').replace(/<[^>]*>/g, '')
  expect(html).toContain('spokesperson')
  expect(html).not.toContain('a debate of four hours')
  expect(html).not.toContain('the most beautiful place')
  expect(html).not.toContain('who had valued the pier')
})

test.each([
  ['QPS', undefined, 'the QPS account as an unnamed outlet printed it', ['QPS', 'unnamed outlet']],
  ['QPS', 'Corner Post', 'the QPS account as Corner Post printed it', ['QPS', 'Corner Post']],
  ['Corner Post', 'Corner Post', 'the account of Corner Post', ['Corner Post']],
  [undefined, 'Corner Post', 'the account of Corner Post', ['Corner Post']],
  [undefined, undefined, 'the account of an unnamed outlet', ['publisher not known']],
])(
  'of agency %s and outlet %s it is said once whose account and whose print is compared',
  (agency, outlet, said, rows) => {
    const { accounts } = storyOf(join(FIXTURES, 'cut-and-altered', 'input.yaml'))
    const publisher = outlet && { name: outlet, url: '/publishers/', sample: false }
    for (const { original, copies } of accounts) {
      Object.assign(original, { agency: undefined, publisher })
      // That the account is an agency's may be known from a copy only.
      for (const copy of copies) copy.agency = agency
    }
    const html = renderToString(h(SideBySideSection, { accounts: sideBySide(accounts) }))
    expect(html).toContain(`>${said}</a>`)
    expect([...html.matchAll(/source.*?class="name"[^>]*>([^<]*)</g)].map(([, name]) => name)).toEqual(rows)
    const [original] = accounts.map((account) => account.original)
    if (!original) throw new Error('there is an account')
    const entry = renderToString(h(ArticleEntry, { article: { ...original, agency } }))
    expect(outlet ? entry.split(outlet).length : 2, entry).toBe(2)
  },
)

test('a copy of the same text is said to be that', () => {
  expect(sections('links-only', () => 'The same words stand here.')).toContain(
    'The same text, word for word.',
  )
})
