import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadContent } from '../../scripts/content/load.ts'
import { siteSchema } from '../../scripts/content/site.ts'
import { storyListJsonSchema } from '../../scripts/site/api/schema.ts'
import { type StoryListFile, storyList, storyLists } from '../../scripts/site/api/story-lists.ts'
import { correctionRequest } from '../../scripts/site/correction-request.ts'
import { buildDigest } from '../../scripts/site/digest.ts'
import { jsonForHtml } from '../../scripts/site/json.ts'
import { newsArticle } from '../../scripts/site/json-ld/news-article.ts'
import { Signatures } from '../../scripts/site/output/signature.ts'
import { sitemapOf } from '../../scripts/site/sitemap.ts'
import type { Digest, StoryView } from '../../scripts/site/views.ts'
import { madeUpContent } from './made-up.ts'

const content = loadContent('content')
const digest = buildDigest(content, { url: 'https://news.example.org/repo/' })
const storyOf = (id: string, from: Digest = digest) =>
  from.stories.find((story) => story.id === id) as StoryView

const manyStories = (count: number) =>
  buildDigest(
    madeUpContent({
      topics: [['salt']],
      stories: Array.from({ length: count }, (_, at) => [
        at === 0 ? undefined : `2024-01-${String(1 + (at % 28)).padStart(2, '0')}`,
        'salt',
      ]),
    }),
  )

describe('the stories for programs', () => {
  const validate = new Ajv2020({
    strict: true,
    allErrors: true,
    formats: { date: /^\d{4}-\d{2}-\d{2}$/, uri: URL.canParse },
  }).compile(storyListJsonSchema(digest))
  const errorsIn = (value: unknown) => {
    validate(value)
    return validate.errors ?? []
  }
  const pagesOf = (of: Digest, perPage?: number) =>
    storyLists(of, perPage).map((file) => JSON.parse(JSON.stringify(storyList(of, file))))

  test('keep to their schema, and the schema refuses what does not', () => {
    const [page] = pagesOf(digest)
    expect(errorsIn(page)).toEqual([])
    expect(page.stories.flatMap(({ accounts }: { accounts: unknown[] }) => accounts)).toHaveLength(24)
    const [story] = page.stories
    for (const wrong of [
      { ...page, total: -1 },
      { ...page, next: 'stories/1.json' },
      { ...page, stories: [{ ...story, date: 'yesterday' }] },
      { ...page, stories: [{ ...story, corrections: [{ text: 'no day' }] }] },
      { ...page, stories: [{ ...story, id: undefined }] },
    ])
      expect(errorsIn(JSON.parse(JSON.stringify(wrong)))).not.toEqual([])
    expect(errorsIn({ ...page, later: 'a field that was added' })).toEqual([])
  })

  test('say what each account is: whose copy, from which agency, how its date is known', () => {
    const [page] = pagesOf(digest)
    const story = page.stories.find(({ id }: { id: string }) => id === 'us-says-1000-containers')
    const [original, ...others] = story.accounts
    expect(original.copyOf).toBeNull()
    expect(others.filter(({ copyOf }: { copyOf: string }) => copyOf === original.id)).toHaveLength(3)
    expect(others.find(({ date }: { date: string | null }) => date === null).dateFrom).toMatchObject({
      claimed: '2025-04-15 21:07:33',
      confidence: 'low',
    })
    expect(story.basis).toMatchObject({ articles: 5, accounts: 2 })
  })

  test('print no more of an account than its rights allow', () => {
    const stories = content.stories.map((story) =>
      story.id === 'bybit-theft' ? { ...story, body: '', title: undefined } : story,
    )
    const summaryUnder = (republish: 'excerpt' | 'link') => {
      const publishers = content.publishers.map((publisher) => ({ ...publisher, republish }))
      const [page] = pagesOf(buildDigest({ ...content, publishers, stories }))
      return page.stories.find(({ id }: { id: string }) => id === 'bybit-theft').summary
    }
    expect(summaryUnder('excerpt')).not.toBe('')
    expect(summaryUnder('link')).toBe('')
  })

  test('stand on full pages numbered from the oldest, which a new story leaves as they are', () => {
    for (const count of [0, 1, 9, 10, 19, 20, 21, 45]) {
      const of = manyStories(count)
      const files = storyLists(of, 10)
      expect(files.flatMap(({ stories }) => stories)).toEqual(of.stories)
      expect(files[0]?.output).toBe('api/stories.json')
      expect(files.slice(1).map(({ output }) => output)).toEqual(
        files.slice(1).map((_, at) => `api/stories/${files.length - 1 - at}.json`),
      )
      for (const { stories } of files.slice(1)) expect(stories).toHaveLength(10)
      for (const [at, { next, prev }] of files.entries())
        expect([prev, next]).toEqual([files[at - 1]?.output, files[at + 1]?.output])
    }
    const before = storyLists(manyStories(45), 10)
    const newer = { ...storyOf('bybit-theft'), date: '2030-01-01' }
    const after = storyLists({ stories: [newer, ...manyStories(45).stories] }, 10)
    expect(after.slice(1).map(idsOn)).toEqual(before.slice(1).map(idsOn))
    // The number of all is printed on each, so that none is taken over when there are more.
    const signed = (files: StoryListFile[]) => files.slice(1).map((file) => new Signatures().of(file, ''))
    for (const [at, signature] of signed(after).entries()) expect(signature).not.toBe(signed(before)[at])
    for (const file of after) expect(storyList(digest, file).total).toBe(46)
  })
})

const idsOn = ({ output, stories }: { output: string; stories: StoryView[] }) => [
  output,
  ...stories.map(({ id }) => id),
]

describe('the sitemap', () => {
  test('is one file, or an index of files within the protocol’s limits', () => {
    const of = manyStories(40)
    const all = locations(sitemapOf(of)[0]?.text)
    expect(sitemapOf(of)).toHaveLength(1)
    for (const limits of [
      { addresses: 10, bytes: 50_000_000 },
      { addresses: 50_000, bytes: 600 },
    ]) {
      const [index, ...files] = sitemapOf(of, limits)
      expect(index?.text).toContain('<sitemapindex')
      expect(locations(index?.text)).toEqual(files.map(({ output }) => `https://salt.example/${output}`))
      expect(files.flatMap(({ text }) => locations(text))).toEqual(all)
      for (const { text } of files) {
        expect(locations(text).length).toBeLessThanOrEqual(limits.addresses)
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limits.bytes)
      }
    }
  })

  test('says when a page changed only where its content shows it', () => {
    const lines = new Map(
      (sitemapOf(digest)[0]?.text ?? '')
        .split('\n')
        .map((line) => [/<loc>.*\/(?:stories\/)?([^/]+)\/<\/loc>/.exec(line)?.[1], line]),
    )
    // One whose accounts are all dated for sure; one with an account that is not; one without accounts; a list.
    expect(lines.get('eu-18th-package')).toContain('<lastmod>2025-07-18</lastmod>')
    for (const id of ['us-says-1000-containers', 'unscr-1695', 'russia'])
      expect(lines.get(id)).not.toContain('lastmod')
    const corrected = {
      ...digest,
      stories: [{ ...storyOf('unscr-1695'), corrections: [{ date: '2026-01-02', text: 'x' }] }],
    }
    expect(sitemapOf(corrected)[0]?.text).toContain('<lastmod>2026-01-02</lastmod>')
  })
})

const locations = (xml = '') => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc]) => loc)

test('no machine is told a day that is in doubt, nor one of writing up that nobody recorded', () => {
  const sure = storyOf('hwasong-19-launch')
  // The event was a day before the first account was printed.
  expect(newsArticle(digest, sure)).toMatchObject({
    temporalCoverage: '2024-10-31',
    datePublished: '2024-11-01',
  })
  const low = { basis: 'dateline', confidence: 'low' } as const
  const accounts = sure.accounts.map((account) => ({
    ...account,
    original: { ...account.original, dateFrom: low },
  }))
  const doubtful = newsArticle(digest, { ...sure, accounts, dateFrom: low })
  expect([doubtful.temporalCoverage, doubtful.datePublished]).toEqual([undefined, undefined])
  expect(newsArticle(digest, storyOf('unscr-1695')).datePublished).toBeUndefined()
  // Its second account came a day later; a correction of before the first is none of what was published.
  expect(newsArticle(digest, sure).dateModified).toBe('2024-11-02')
  const before = {
    ...sure,
    accounts: sure.accounts.slice(0, 1),
    corrections: [{ date: '1999-01-01', text: 'x' }],
  }
  expect(newsArticle(digest, before).dateModified).toBeUndefined()
})

test('samples are marked as such for machines too, and copies are no basis', () => {
  const story = newsArticle(digest, storyOf('us-says-1000-containers'))
  expect(story.isBasedOn).toHaveLength(2)
  expect(story.isBasedOn).toEqual(
    story.isBasedOn && Array(2).fill(expect.objectContaining({ creativeWorkStatus: 'Sample' })),
  )
})

test('JSON in a page ends no element and reads as the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
      const json = jsonForHtml([value, { [text]: text }])
      expect(json).not.toMatch(/[<>&\u2028\u2029]/)
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify([value, { [text]: text }])))
    }),
  )
  expect(jsonForHtml('</script>\ud800')).toBe('"\\u003c/script\\u003e\\ud800"')
})

describe('a request for a correction', () => {
  const site = siteSchema.parse({ ...content.site, repository: 'https://github.com/some-one/a.digest' })

  test('opens the issue form with the story filled in, whatever its title holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const address = 'https://news.example.org/repo/stories/x/?a=1&b=#c'
        const request = new URL(correctionRequest(site, { title, address }) ?? '')
        expect(request.origin + request.pathname).toBe('https://github.com/some-one/a.digest/issues/new')
        expect([...request.searchParams.keys()]).toEqual(['template', 'title', 'story'])
        expect(request.searchParams.get('story')).toBe(address)
        const start = [...title.toWellFormed()].slice(0, 150).join('')
        expect(request.searchParams.get('title')).toBe(`Correction: ${start}`)
        expect(request.href.length).toBeLessThan(8000)
      }),
    )
  })

  test('goes to the contact where there is no repository, and nowhere without either', () => {
    const { repository, ...without } = site
    expect(repository).toBeTruthy()
    expect(correctionRequest(without, { title: 'x', address: 'y' })).toBeUndefined()
    const contact = 'https://x.example/contact'
    expect(correctionRequest({ ...without, contact })).toBe(contact)
  })

  test.each([
    'https://github.com/x',
    'https://gitlab.com/x/y',
    'https://github.com/x/y/',
    'javascript:alert(1)',
  ])('is refused a repository such as %s', (repository) => {
    expect(siteSchema.safeParse({ ...content.site, repository }).success).toBe(false)
  })
})
