import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ingest } from '../../scripts/ingest/run.ts'
import { scratchContent, scratchFolder, textsBelow } from '../scratch.ts'

const [WIRE, FARM, COURIER] = [
  '001-wire-containers.txt',
  '002-farm-containers.txt',
  '003-courier-containers.txt',
] as const

/** A digest of some of the sample texts, and what an editor and their publishers may do to it. */
function desk(...texts: string[]) {
  const content = scratchContent('topics', 'publishers.yaml')
  const sources = join(scratchFolder(), 'sources')
  mkdirSync(sources)
  for (const name of texts) cpSync(join('content/sources', name), join(sources, name))
  const articles = () =>
    readdirSync(join(content, 'articles')).map((name) => {
      const path = join(content, 'articles', name)
      return { path, text: readFileSync(path, 'utf8') }
    })
  const articleOf = (source: string) =>
    articles().find(({ text }) => text.includes(`file: ${source}`)) ?? { path: '', text: '' }
  return {
    content,
    sources,
    run: () => ingest({ content, sources }),
    articles,
    articleOf,
    edit(source: string, change: (text: string) => string) {
      const { path, text } = articleOf(source)
      writeFileSync(path, change(text))
    },
    revise(source: string, change: (text: string) => string) {
      const path = join(sources, source)
      writeFileSync(path, change(readFileSync(path, 'utf8')))
    },
    arrivals: () => JSON.parse(readFileSync(join(content, '.ingest/arrivals.json'), 'utf8')) as unknown[],
  }
}

const changed = ({ files }: ReturnType<typeof ingest>) =>
  files.flatMap(({ outcome }) => (['unchanged', 'edited and kept'].includes(outcome) ? [] : [outcome]))

describe('what an edited article tells its copies', () => {
  test('is what the editor changed, and of the rest what its source says now', () => {
    const { edit, revise, run } = desk(WIRE, FARM, COURIER)
    run()
    edit(FARM, (text) => `${text}\nA note of the editor.\n`)
    run()
    revise(FARM, (text) =>
      text.replaceAll(
        'White House says North Korea shipped Russia more than',
        'North Korea has shipped Russia over',
      ),
    )
    expect(changed(run())).toContain('merged')
    expect(run().work.filesWritten).toBe(0)
  })

  test('is no day that it was lent itself', () => {
    const { articleOf, edit, revise, run } = desk(WIRE, COURIER)
    run()
    expect(articleOf(WIRE).text).toMatch(/basis: copy/)
    edit(WIRE, (text) => `${text}\nA note of the editor.\n`)
    run()
    revise(COURIER, (text) => text.replaceAll('Saturday 14 October 2023', 'Thursday 14 March 2024'))
    run()
    expect(articleOf(COURIER).text).not.toMatch(/confidence: low/)
    expect(articleOf(WIRE).text).toMatch(/2024-03-14/)
    expect(run().work.filesWritten).toBe(0)
  })

  test('is no headline for itself', () => {
    const { articleOf, edit, run } = desk(WIRE)
    run()
    edit(WIRE, (text) => text.replace(/^title: [\s\S]*?\ntitleFrom: .*$/m, 'title: Mine\ntitleFrom: editor'))
    expect(run().files.map(({ outcome }) => outcome)).not.toContain('in conflict')
    expect(articleOf(WIRE).text).toMatch(/title: Mine\ntitleFrom: editor/)
  })
})

describe('what an editor decided stays when ingest agrees for a while', () => {
  const tags = (text: string) =>
    /^topics:\n((?: {2}- .*\n)*)/m
      .exec(text)?.[1]
      ?.match(/[\w-]+\n/g)
      ?.join('') ?? ''

  test('a tag that was removed', () => {
    const { articleOf, content, edit, run } = desk(COURIER)
    run()
    edit(COURIER, (text) => text.replace('  - john-kirby\n', ''))
    const topic = join(content, 'topics/john-kirby.md')
    const spelt = readFileSync(topic, 'utf8')
    writeFileSync(topic, spelt.replaceAll('Kirby', 'Kirbi'))
    run()
    expect(run().work.filesWritten).toBe(0)
    writeFileSync(topic, spelt)
    run()
    expect(tags(articleOf(COURIER).text)).not.toContain('john-kirby')
    expect(run().work.filesWritten).toBe(0)
  })

  test('a tag that was added', () => {
    const { articleOf, edit, revise, run } = desk(COURIER)
    run()
    edit(COURIER, (text) => text.replace('topics:\n', 'topics:\n  - japan\n'))
    revise(COURIER, (text) => text.replaceAll('Ukraine', 'Japan'))
    run()
    revise(COURIER, (text) => text.replaceAll('Japan', 'Ukraine'))
    run()
    expect(tags(articleOf(COURIER).text)).toContain('japan')
    expect(run().work.filesWritten).toBe(0)
  })

  test('a paragraph that was taken out', () => {
    const { articleOf, edit, revise, run, sources } = desk(COURIER)
    run()
    edit(COURIER, (text) => text.replace(/From Dunay.*\n\n/, ''))
    const whole = readFileSync(join(sources, COURIER), 'utf8')
    revise(COURIER, (text) => text.replace(/From Dunay.*\n/, ''))
    run()
    expect(run().work.filesWritten).toBe(0)
    revise(COURIER, () => whole)
    run()
    expect(articleOf(COURIER).text).not.toContain('From Dunay')
    expect(run().work.filesWritten).toBe(0)
  })
})

test('two prints of one text are told apart the same way with and without a cache, whoever credits the agency', () => {
  const text = readFileSync(join('content/sources', COURIER), 'utf8')
  const credited = text
    .replace('Harbour Courier', 'Cedar Quay Tribune')
    .replace('Saturday 14 October 2023', 'By Quillon Press Service\nSaturday 14 October 2023')
  for (const name of ['a', 'b', 'c', 'd'])
    for (const [first, second] of [
      [text, credited],
      [credited, text],
    ] as const) {
      const { content, sources } = desk()
      writeFileSync(join(sources, `${name}1.txt`), first)
      writeFileSync(join(sources, `${name}2.txt`), second)
      const cold = join(scratchFolder(), 'content')
      cpSync(content, cold, { recursive: true })
      ingest({ content, sources, cache: scratchFolder() })
      ingest({ content: cold, sources })
      expect(textsBelow(content)).toEqual(textsBelow(cold))
    }
})

test('while a story cannot be read nothing joins one that is not opened, and it is opened once that is mended', () => {
  const { articles, content, run } = desk(WIRE, FARM, COURIER)
  mkdirSync(join(content, 'stories'))
  const own = join(content, 'stories/mine.md')
  writeFileSync(own, 'id: mine\ntitle: Mine\n---\n')
  run()
  expect(articles().filter(({ text }) => /^story:/m.test(text))).toEqual([])
  expect(run().work.filesWritten).toBe(0)
  writeFileSync(own, '---\nid: mine\ntitle: Mine\n---\n')
  expect(run().problems).toEqual([])
  const stories = readdirSync(join(content, 'stories')).map((name) => name.replace('.md', ''))
  for (const { text } of articles())
    expect(stories).toContain(/^story: (?:'|>-\n {2})?([^'\n]+)/m.exec(text)?.[1])
})

test('two stories that ask for one feed id are no news, however often ingest runs', () => {
  const { arrivals, content, run } = desk(WIRE, '015-kestrel-bybit.html')
  run()
  const [one = '', two = ''] = readdirSync(join(content, 'stories'))
  const path = join(content, 'stories', two)
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(
      'status: published',
      `feedId: ${one.replace('.md', '')}\nstatus: published`,
    ),
  )
  const before = arrivals()
  for (let again = 0; again < 3; again++) run()
  expect(arrivals()).toEqual(before)
})

test('a story is counted once and is there, where its only article lost the field that names it', () => {
  const { content, edit, run } = desk(COURIER)
  run()
  edit(COURIER, (text) => text.replace(/^story: .*(?:\n {2}.*)*\n/m, ''))
  const paths = run().files.map(({ path }) => path)
  expect(paths).toEqual([...new Set(paths)])
  expect(readdirSync(join(content, 'stories'))).toHaveLength(1)
  rmSync(join(content, 'stories'), { recursive: true })
})
