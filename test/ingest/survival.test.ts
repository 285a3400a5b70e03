import { spawnSync } from 'node:child_process'
import fs, { existsSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { editorsList } from '../../scripts/check/editors-list.ts'
import { ingest } from '../../scripts/ingest/run.ts'
import { failure, interrupt, treeOf } from '../faults.ts'
import { scratchFolder } from '../scratch.ts'
import { change, editBody, make, reviseSource } from './crash/states.ts'

/** A digest of two texts, ingested once. */
function setUp() {
  const folder = scratchFolder()
  const options = { content: join(folder, 'content'), sources: join(folder, 'sources') }
  let [article, story] = ['', '']
  make({ prepare: (folders) => ({ article, story } = folders) }, folder)
  const all = { ...options, article, story }
  const path = article.slice(options.content.length + 1)
  return {
    ...all,
    path,
    state: join(options.content, '.ingest/written.json'),
    conflict: join(options.content, '.ingest/conflicts', path),
    text: () => readFileSync(article, 'utf8'),
    revise: () => reviseSource(all),
    edit: () => editBody(all),
    outcome: () => ingest(options).files.find((file) => file.path === path)?.outcome,
    run: () => ingest(options),
    visible: () => treeOf(options.content).filter(([name]) => !name.startsWith('.')),
  }
}

describe('what an editor deleted', () => {
  test('stays deleted when its source changes, is renamed and goes', () => {
    const { article, sources, visible, revise, run } = setUp()
    rmSync(article)
    const before = visible()
    const renamed = join(sources, 'agency.txt')
    for (const step of [
      revise,
      () => renameSync(join(sources, 'wire.txt'), renamed),
      () => change(renamed, 'tonight', 'tomorrow'),
      () => rmSync(renamed),
    ]) {
      step()
      run()
      expect(visible()).toEqual(before)
    }
  })

  test('stays deleted where it is a story, also when its articles change', () => {
    const { story, sources, run } = setUp()
    rmSync(story)
    change(join(sources, 'wire.txt'), 'Orlia lifts', 'Orlia to lift')
    run()
    expect(existsSync(story)).toBe(false)
  })

  test('is in conflict no longer', () => {
    const { content, article, conflict, edit, revise, outcome } = setUp()
    edit()
    revise()
    expect(outcome()).toBe('in conflict')
    rmSync(article)
    expect(outcome()).toBe('deleted and left so')
    expect(existsSync(conflict)).toBe(false)
    expect(editorsList(content, '/no/such/site', '2026-12-01').wrong).toEqual([])
  })
})

describe('a conflict file', () => {
  test('that an editor wrote into is kept while the conflict is, and goes with it', () => {
    const { sources, conflict, edit, revise, outcome, text } = setUp()
    edit()
    revise()
    outcome()
    change(conflict, /^/, 'Ask the desk.\n')
    const noted = readFileSync(conflict, 'utf8')
    change(join(sources, 'wire.txt'), '152 ships', '163 ships')
    const edited = text()
    expect(outcome()).toBe('in conflict')
    expect([readFileSync(conflict, 'utf8'), text()]).toEqual([noted, edited])
    rmSync(conflict)
    expect(outcome()).toBe('edited and kept')
    change(join(sources, 'wire.txt'), '163 ships', '174 ships')
    expect(outcome()).toBe('in conflict')
    expect(readFileSync(conflict, 'utf8')).toContain('174 ships')
  })

  test('says what is now where nobody wrote into it', () => {
    const { sources, conflict, edit, revise, outcome } = setUp()
    edit()
    revise()
    outcome()
    change(join(sources, 'wire.txt'), '152 ships', '163 ships')
    expect(outcome()).toBe('in conflict')
    expect(readFileSync(conflict, 'utf8')).toContain('163 ships')
  })
})

test('a change that both sides made is none', () => {
  const { article, revise, outcome, text } = setUp()
  writeFileSync(article, text().replaceAll('140 ships', '152 ships'))
  revise()
  const edited = text()
  const withoutHash = (one: string) => one.replace(/sha256: .*/, '')
  expect(outcome()).toBe('merged')
  expect(text()).not.toBe(edited)
  expect(withoutHash(text())).toBe(withoutHash(edited))
})

test.each([
  ['topics that are a text', /^topics:\n(?: {2}- .*\n)+/m, 'topics: grain-embargo\n'],
  ['a title that is a list', /^title: (.*)$/m, 'title: [$1]'],
  ['a source that is a text', /^source:\n(?: {2}.*\n)+/m, 'source: wire.txt\n'],
  ['an id that is a number', /^id: .*$/m, 'id: 7'],
  ['no front matter', /^---\n[\s\S]*?\n---\n/, ''],
])('a field of another type stays as the editor left it, and nothing is written twice: %s', (_, from, to) => {
  const { content, article, path, revise, run, visible } = setUp()
  change(article, from, to)
  revise()
  const before = visible()
  run()
  expect(visible()).toEqual(before)
  expect(editorsList(content, '/no/such/site', '2026-12-01').wrong).toContainEqual(
    expect.stringContaining(path),
  )
})

describe('a state that is not what ingest writes', () => {
  test.each([
    ['torn', (text: string) => text.slice(0, text.length / 2), 'not valid JSON; restore it from git'],
    ['empty', () => '', 'not valid JSON'],
    ['null', () => 'null', 'not what ingest writes'],
    ['a list', () => '[1, 2]', 'not what ingest writes'],
    ['of something else', () => '{"articles/a.md": null}', 'articles/a.md: not what ingest writes'],
    ['of another type', (text: string) => text.replace(/"sha256":"\w+"/, '"sha256":7'), 'sha256: not what'],
  ])('is named and stops the run before anything is written: %s', (_, spoil, says) => {
    const { state, revise, run, visible, outcome } = setUp()
    const [good, before] = [readFileSync(state, 'utf8'), visible()]
    writeFileSync(state, spoil(good))
    revise()
    expect(run).toThrow(says)
    expect(run).toThrow('.ingest/written.json')
    expect([visible(), readFileSync(state, 'utf8')]).toEqual([before, spoil(good)])
    writeFileSync(state, good)
    expect(outcome()).toBe('updated')
  })
})

describe('two runs at once', () => {
  test('never write: the second is told which process writes', () => {
    const { content, sources, revise, outcome } = setUp()
    revise()
    const told: string[] = []
    const second = () => {
      try {
        ingest({ content, sources })
      } catch (error) {
        told.push((error as Error).message)
      }
    }
    ingest({ content, sources, onText: second })
    expect(new Set(told)).toEqual(
      new Set([expect.stringContaining(`process ${process.pid} on ${hostname()}`)]),
    )
    expect(outcome()).toBe('unchanged')
  })

  test.each([
    ['of a process that is gone', { pid: 4_194_304, host: hostname() }, 0, true],
    ['of a number that another process has now', { pid: process.pid, host: hostname(), born: '1' }, 0, true],
    ['of another machine that was silent for long', { pid: 1, host: 'elsewhere.example' }, 3600, true],
    ['of another machine that is at work', { pid: 1, host: 'elsewhere.example' }, 0, false],
    ['that says nothing', '', 0, true],
  ])('wait for a lock only while its owner lives: one %s', (_, holder, age, taken) => {
    const { content, run } = setUp()
    const lock = join(content, '.ingest/lock')
    writeFileSync(lock, holder && JSON.stringify(holder))
    const then = Date.now() / 1000 - age
    utimesSync(lock, then, then)
    if (taken) expect(run().problems).toEqual([])
    else expect(run).toThrow('process 1 on elsewhere.example')
    expect(existsSync(lock)).toBe(!taken)
  })
})

test('a disk without hard links has a lock all the same', () => {
  const { content, sources, revise, outcome } = setUp()
  revise()
  const { end } = interrupt((_, name) => {
    if (name === 'linkSync') throw failure('linkless', name)
  })
  try {
    const second = () => expect(() => ingest({ content, sources })).toThrow(`process ${process.pid}`)
    ingest({ content, sources, onText: second })
  } finally {
    end()
  }
  expect(outcome()).toBe('unchanged')
})

test('a folder that cannot be written to says so and stays as it is', () => {
  const { content, revise, run, outcome } = setUp()
  revise()
  const before = treeOf(content)
  const readOnly = interrupt((_, name) => {
    throw failure('readOnly', name)
  })
  try {
    expect(run).toThrow('EROFS')
  } finally {
    readOnly.end()
  }
  expect(treeOf(content)).toEqual(before)
  expect(outcome()).toBe('updated')
})

test.skipIf(process.platform === 'win32')('a limit on the size of files tears none', () => {
  const { content, sources, article, outcome, revise, visible } = setUp()
  revise()
  const before = visible()
  const command = `ulimit -f 1; exec "${process.execPath}" --import tsx scripts/ingest.ts --content "${content}" --sources "${sources}"`
  const { status, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([1, expect.stringContaining('EFBIG')])
  expect(visible()).toEqual(before)
  expect(outcome()).toBe('updated')
  expect(fs.statSync(article).size).toBeGreaterThan(1000)
})
