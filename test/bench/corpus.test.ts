import { createHash } from 'node:crypto'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Verdict, verdicts, word } from '../../scripts/bench/bars.ts'
import { writeCorpus } from '../../scripts/bench/corpus.ts'
import { loadContent } from '../../scripts/content/load.ts'
import { ingest } from '../../scripts/ingest/run.ts'
import { scratchFolder, textsBelow } from '../scratch.ts'

const TEXTS = 60

const digest = (folder: string): string => {
  const hash = createHash('sha256')
  for (const [path, text] of textsBelow(folder)) hash.update(`${path}\0${text}\0`)
  return hash.digest('hex')
}

describe('the corpus of the bench', () => {
  const folder = scratchFolder()
  const corpus = writeCorpus(join(folder, 'one'), TEXTS)

  test('is the same whenever it is made', () => {
    const again = writeCorpus(join(folder, 'two'), TEXTS)
    expect(again.extra).toEqual(corpus.extra)
    expect(digest(again.sources)).toBe(digest(corpus.sources))
    expect(digest(again.content)).toBe(digest(corpus.content))
  })

  test('is a digest without a problem, with articles of the length and the topics that are asked for', () => {
    const { articles, stories, topics, problems } = loadContent(corpus.content)
    expect(problems).toEqual([])
    expect([articles.length, stories.length, topics.length]).toEqual([TEXTS, corpus.stories, 300])
    expect(corpus.stories / TEXTS).toBeGreaterThan(0.5)
    expect(corpus.stories / TEXTS).toBeLessThan(0.75)
    expect(new Set(articles.map((article) => article.topics.length))).toEqual(new Set([5]))
    const words = articles.reduce((sum, { body }) => sum + body.split(/\s+/).length, 0) / TEXTS
    expect(words).toBeGreaterThan(350)
    expect(words).toBeLessThan(520)
  })

  test('is read by ingest: body, publisher, day and topics of nearly every text', () => {
    const content = join(folder, 'ingested')
    cpSync(corpus.empty, content, { recursive: true })
    const { refused } = ingest({ sources: corpus.sources, content })
    expect(refused).toEqual([])
    const ready = new Map(
      loadContent(corpus.content).articles.map((article) => [article.source?.file, article]),
    )
    const found = loadContent(content).articles.map((article) => {
      const made = ready.get(article.source?.file)
      return {
        title: article.title === made?.title,
        publisher: article.publisher === made?.publisher,
        topics: made?.topics.filter((topic) => article.topics.includes(topic)).length ?? 0,
        words: article.body.split(/\s+/).length / (made?.body.split(/\s+/).length ?? 1),
      }
    })
    expect(found).toHaveLength(TEXTS)
    const share = (is: (one: (typeof found)[number]) => boolean) => found.filter(is).length / TEXTS
    expect(share(({ title }) => title)).toBeGreaterThan(0.8)
    expect(share(({ publisher }) => publisher)).toBeGreaterThan(0.75)
    expect(share(({ topics }) => topics >= 4)).toBeGreaterThan(0.8)
    expect(share(({ words }) => words > 0.9 && words < 1.1)).toBeGreaterThan(0.8)
  })
})

test('bars are held against what was measured, and against nothing else', () => {
  const cost = (wall: number) => ({ wall, cpu: wall, peak: 650 })
  const measures = [
    { name: 'build: full', size: 10_000, runs: 3, cost: cost(9) },
    { name: 'floor', size: 10_000, runs: 3, cost: cost(6) },
    { name: 'stock Eleventy: full', size: 10_000, runs: 3, cost: cost(36) },
    { name: 'ingest: first run', size: 10_000, runs: 3, cost: cost(8) },
    { name: 'ingest: first run', size: 100_000, runs: 1, cost: cost(96) },
  ]
  const found = verdicts(measures, new Map([[10_000, { plain: 90_000, gzip: 13_500, brotli: 12_000 }]]))
  const of = (what: string, size: number) =>
    word(found.find((one) => one.what === what && one.size === size) as Verdict)
  expect(found.some(({ what }) => /Hugo|watch/.test(what))).toBe(false)
  expect([
    of('build: full, against the floor', 10_000),
    of('stock Eleventy against the build', 10_000),
    of('build: peak memory', 10_000),
    of('ingest: first run', 10_000),
    of('ingest: first run: time over that of 10000', 100_000),
    of('front page with CSS, gzip', 10_000),
  ]).toEqual(['bar', 'missed', 'bar', 'aim', 'bar', 'aim'])
})
