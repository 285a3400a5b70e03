import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadContent } from '../../scripts/content/load.ts'
import { buildDigest } from '../../scripts/site/digest.ts'
import { writeSearchIndex } from '../../scripts/site/search-index.ts'
import { type SearchRecord, searchRecords } from '../../scripts/site/search-records.ts'
import { scratchFolder, textsBelow } from '../scratch.ts'

const RIGHTS = ['full', 'excerpt', 'link'] as const

test.each(RIGHTS)('of a text under %s no more is to be found than its page prints', (republish) => {
  const content = loadContent('content')
  const publishers = content.publishers.map((publisher) => ({ ...publisher, republish }))
  const site = content.site && { ...content.site, republish }
  const digest = buildDigest({ ...content, publishers, site })
  const [article] = digest.articles.filter(({ paragraphs }) => paragraphs().length > 4)
  const record = searchRecords(digest).find(({ path }) => path === `articles/${article?.id}/`)
  expect(record?.shown.title).toBe(article?.title)
  expect(record?.text).toBe(
    { full: article?.paragraphs().join('\n'), excerpt: article?.summary, link: '' }[republish],
  )
  expect(record?.text.includes(article?.paragraphs()[4] ?? '')).toBe(republish === 'full')
})

test('stories are found by their notes and corrections, under all publishers that they rest on', () => {
  const content = loadContent('content')
  const stories = content.stories.map((story) =>
    story.id === 'us-says-1000-containers'
      ? { ...story, corrections: [{ date: '2024-01-02', text: 'The port was misnamed.' }] }
      : story,
  )
  const record = searchRecords(buildDigest({ ...content, stories }, { pathPrefix: '/repo/' })).find(
    ({ path }) => path === 'stories/us-says-1000-containers/',
  )
  expect(record?.text).toMatch(/\nThe port was misnamed\.$/)
  expect(record?.text).not.toContain('[')
  expect(record?.filters).toMatchObject({ kind: ['story'], year: ['2023'], mark: ['Sample accounts'] })
  expect(record?.filters.doubt).toEqual(['Corrected'])
  expect(record?.filters.publisher).toContain('Harbour Courier')
})

test('results are labelled as lists are: with a date in doubt and whose text a copy is', () => {
  const digest = buildDigest(loadContent('content'))
  const records = new Map(searchRecords(digest).map(({ path, filters }) => [path, filters]))
  const labels = (article: { id: string } | undefined) => {
    const { mark = [], doubt = [] } = records.get(`articles/${article?.id}/`) ?? {}
    return { mark, doubt }
  }
  const doubted = digest.articles.find(({ date, dateFrom }) => date && dateFrom?.confidence === 'low')
  const copy = digest.articles.find(({ copyOf, dateFrom }) => copyOf && dateFrom?.confidence !== 'low')
  expect(labels(doubted).doubt).toEqual(['Date in doubt'])
  expect(labels(copy)).toEqual({ mark: [`Copy of ${copy?.copyOf?.publisher?.name}`, 'Sample'], doubt: [] })
})

const RECORDS: SearchRecord[] = Array.from({ length: 60 }, (_, at) => ({
  path: `stories/s${at}/`,
  text: at % 7 ? `Salz und Häuser ${at}` : '',
  shown: { title: `Story ${at}` },
  filters: { kind: ['story'], topic: [`t${at % 9}`], year: ['2024'], publisher: [], mark: [], doubt: [] },
}))

test('the index is the same each time, in the language of the site, with nothing that is not used', async () => {
  const folders = [join(scratchFolder(), 'a'), join(scratchFolder(), 'b')]
  for (const folder of folders) await writeSearchIndex(RECORDS, 'de-AT', folder)
  const [first, second] = folders.map((folder) => textsBelow(folder))
  expect(second).toEqual(first)
  const names = [...(first?.keys() ?? [])].filter((path) => !path.includes('/'))
  expect(names.filter((name) => !name.endsWith('.pf_meta'))).toEqual([
    'pagefind-entry.json',
    'pagefind-worker.js',
    'pagefind.js',
    'wasm.de.pagefind',
  ])
  const entry = JSON.parse(readFileSync(join(folders[0] ?? '', 'pagefind-entry.json'), 'utf8'))
  expect(entry.languages.de.page_count).toBe(RECORDS.length)
})

test('an index that cannot be written is an error', async () => {
  await expect(writeSearchIndex(RECORDS, 'en', '/dev/null/pagefind')).rejects.toThrow()
})

test('an engine that ends without an answer is an error, not a silent end', () => {
  const script = `
    import { writeSearchIndex } from './scripts/site/search-index.ts'
    await writeSearchIndex([], 'en', ${JSON.stringify(join(scratchFolder(), 'index'))})
    console.log('written')`
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    // Node does not know the option that the engine is started with, and ends.
    { encoding: 'utf8', env: { ...process.env, PAGEFIND_EXTENDED_BINARY_PATH: process.execPath } },
  )
  expect([status, stdout]).toEqual([1, ''])
})
