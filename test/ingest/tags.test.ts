import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadContent } from '../../scripts/content/load.ts'
import { ContentError } from '../../scripts/content/problem.ts'
import { ingest } from '../../scripts/ingest/run.ts'
import { scratchContent, scratchFolder, textsBelow } from '../scratch.ts'

const SOURCE = '010-brackwater-generals.txt'
const TAGS = /^topics:\n(?: {2}- .*\n)+/m

function setUp() {
  const content = scratchContent('topics', 'publishers.yaml')
  const sources = join(scratchFolder(), 'sources')
  mkdirSync(sources)
  cpSync(join('content/sources', SOURCE), join(sources, SOURCE))
  ingest({ sources, content })
  const [article] = loadContent(content).articles
  return { content, sources, path: join(content, article?.file ?? '') }
}

const topicsOf = (content: string) => loadContent(content).articles.flatMap((article) => article.topics)

test.each([
  ['the registry', ({ content }: ReturnType<typeof setUp>) => rmSync(join(content, 'topics/nato.md'))],
  [
    'its source',
    ({ sources }: ReturnType<typeof setUp>) => {
      const path = join(sources, SOURCE)
      writeFileSync(
        path,
        `${readFileSync(path, 'utf8')}\n\nKim Jong Un and the Kremlin said nothing about it on that day.\n`,
      )
    },
  ],
])('tags that an editor added or removed stay when %s changes', (_, change) => {
  const made = setUp()
  writeFileSync(
    made.path,
    readFileSync(made.path, 'utf8').replace(TAGS, 'topics:\n  - sanctions\n  - human-rights\n'),
  )
  change(made)
  ingest(made)
  expect(topicsOf(made.content)).toEqual(['sanctions', 'human-rights'])
})

test('tags that nobody touched follow the registry', () => {
  const made = setUp()
  expect(topicsOf(made.content)).toContain('nato')
  rmSync(join(made.content, 'topics/nato.md'))
  ingest(made)
  expect(topicsOf(made.content)).not.toContain('nato')
})

test('a registry that contradicts itself stops the run before anything is written', () => {
  const made = setUp()
  writeFileSync(
    join(made.content, 'topics/nato-2.md'),
    '---\nid: nato-2\nkind: organisation\nname: Nato\n---\n',
  )
  writeFileSync(join(made.sources, 'new.txt'), readFileSync('content/sources/011-brackwater-eu15.txt'))
  const before = textsBelow(made.content)
  expect(() => ingest(made)).toThrow(ContentError)
  expect(() => ingest(made)).toThrow(/topics\/nato(-2)?\.md.*topics\/nato(-2)?\.md/)
  expect(textsBelow(made.content)).toEqual(before)
})
