import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editorsList } from '../../scripts/check/editors-list.ts'
import { loadContent } from '../../scripts/content/load.ts'
import { ingest } from '../../scripts/ingest/run.ts'
import { scratchFolder, textsBelow } from '../scratch.ts'
import { change, editBody, make, rename, reviseSource, type State } from './crash/states.ts'

const [ARTICLE, STORY] = ['articles/harbour/grain.md', 'stories/grain-embargo.md']

/** A digest whose files an editor renamed, and what a run after that makes of it. */
function setUp(prepare: State['prepare'] = () => {}) {
  const folder = scratchFolder()
  const options = { content: join(folder, 'content'), sources: join(folder, 'sources') }
  make(
    {
      prepare: (folders) => {
        prepare(folders)
        rename(folders)
      },
    },
    folder,
  )
  const text = (path: string) => readFileSync(join(options.content, path), 'utf8')
  const outcomes = () =>
    new Map(ingest(options).files.map(({ path, outcome }) => [path, outcome] as [string, string]))
  const names = () => [...textsBelow(options.content).keys()].filter((path) => !path.startsWith('.'))
  return { ...options, text, outcomes, names }
}

test('files that were renamed are updated where they stand, and none is written twice', () => {
  const { content, sources, text, outcomes, names } = setUp()
  const before = names()
  expect([...outcomes().values()]).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged'])
  reviseSource({ sources, content, article: '', story: '' })
  change(join(sources, 'wire.txt'), 'Orlia lifts', 'Orlia to lift')
  expect([outcomes().get(ARTICLE), outcomes().get(STORY)]).toEqual(['updated', 'unchanged'])
  expect(text(ARTICLE)).toMatch(/152 ships/)
  expect(text(STORY)).toMatch(/Orlia to lift/)
  expect(names()).toEqual(before)
  expect(loadContent(content).problems).toEqual([])
})

test('an edit of a renamed file is merged, and its conflict told by the name that it has now', () => {
  const { content, sources, text, outcomes, names } = setUp(editBody)
  const before = names()
  change(join(sources, 'wire.txt'), 'two northern', 'three northern')
  expect(outcomes().get(ARTICLE)).toBe('merged')
  expect(text(ARTICLE)).toMatch(/had driven the price[\s\S]*three northern/)
  reviseSource({ sources, content, article: '', story: '' })
  const edited = text(ARTICLE)
  expect(outcomes().get(ARTICLE)).toBe('in conflict')
  expect(text(ARTICLE)).toBe(edited)
  expect(names()).toEqual(before)
  expect(editorsList(content, '/no/such/site', '2026-12-01').wrong).toEqual([
    expect.stringMatching(`^${ARTICLE}: in conflict: `),
  ])
  rmSync(join(content, '.ingest/conflicts'), { recursive: true })
  expect(outcomes().get(ARTICLE)).toBe('edited and kept')
})

test('a renamed file that is deleted stays so, also after its source changed', () => {
  const { content, sources, outcomes, names } = setUp()
  rmSync(join(content, ARTICLE))
  reviseSource({ sources, content, article: '', story: '' })
  const before = names()
  expect([...outcomes().values()]).toContain('deleted and left so')
  expect(names()).toEqual(before)
})

test('an article that no longer says where it comes from is found by its id', () => {
  const { content, sources, text, outcomes, names } = setUp()
  change(join(content, ARTICLE), /^source:\n(?: {2}.*\n)+/m, '')
  reviseSource({ sources, content, article: '', story: '' })
  const before = names()
  expect(outcomes().get(ARTICLE)).toBe('merged')
  expect(text(ARTICLE)).toMatch(/152 ships/)
  expect(names()).toEqual(before)
})

test('of two files with one id neither is written until an editor tells them apart', () => {
  const { content, sources, outcomes } = setUp()
  copyFileSync(join(content, ARTICLE), join(content, 'articles/copied.md'))
  copyFileSync(join(content, STORY), join(content, 'stories/copied.md'))
  reviseSource({ sources, content, article: '', story: '' })
  change(join(sources, 'wire.txt'), 'Orlia lifts', 'Orlia to lift')
  const before = textsBelow(content)
  outcomes()
  for (const [path, text] of before)
    if (!path.startsWith('.')) expect(textsBelow(content).get(path), path).toBe(text)
  expect(loadContent(content).problems.map(({ file, fix }) => `${file} ${fix}`)).toEqual([
    expect.stringMatching(`^${ARTICLE} articles/copied.md has this id too`),
    expect.stringMatching(`^${STORY} stories/copied.md has this id too`),
  ])
  for (const copy of ['articles/copied.md', 'stories/copied.md']) rmSync(join(content, copy))
  expect([outcomes().get(ARTICLE), existsSync(join(content, '.ingest/conflicts'))]).toEqual([
    'updated',
    false,
  ])
})

test('npm run check says which files are named otherwise than their id, as something to look at', () => {
  const { content } = setUp()
  const { wrong, doubtful } = editorsList(content, '/no/such/site', '2026-12-01')
  expect(wrong).toEqual([])
  const ids = readdirSync(join(content, '.ingest/base/stories')).map((name) => name.replace('.md', ''))
  const id = ids.find((name) => name.startsWith('orlia'))
  for (const line of [
    `${ARTICLE}: id: ${id} is`,
    `${STORY}: id: ${id} is`,
    'topics/embargo.md: id: grain-embargo is',
  ])
    expect(doubtful).toContainEqual(expect.stringContaining(line))
})
