import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ingest } from '../../scripts/ingest/run.ts'
import { hash } from '../../scripts/ingest/state/bases.ts'
import { Written } from '../../scripts/ingest/state/written.ts'
import { scratchFolder } from '../scratch.ts'
import { change, make } from './crash/states.ts'

/** An article that ingest wrote, and the right to write it again. */
function setUp() {
  const folder = scratchFolder()
  const options = { content: join(folder, 'content'), sources: join(folder, 'sources') }
  let path = ''
  make({ prepare: ({ article }) => (path = article.slice(options.content.length + 1)) }, folder)
  const file = join(options.content, path)
  const text = () => readFileSync(file, 'utf8')
  return { ...options, path, file, text, written: new Written(options.content) }
}

test('what an editor saves while ingest writes is not written over, and merged by the next run', () => {
  const { content, sources, path, file, text, written } = setUp()
  const revised = text().replace('140 ships', '152 ships')
  expect(written.put({ path, text: () => revised, sha256: hash(revised) })).toBe('updated')
  expect(written.save(() => change(file, 'northern rail', 'two northern rail'))).toEqual([path])
  expect(text()).toMatch(/140 ships[\s\S]*two northern rail/)
  change(join(sources, 'wire.txt'), '140 ships', '152 ships')
  const outcome = ingest({ content, sources }).files.find((one) => one.path === path)?.outcome
  expect([outcome, text()]).toEqual(['merged', expect.stringMatching(/152 ships[\s\S]*two northern rail/)])
})

test('a file that an editor makes meanwhile is not written over', () => {
  const { content, written, text } = setUp()
  const [path, own] = ['articles/new.md', '---\nid: new\n---\n']
  expect(written.put({ path, text, sha256: hash(text()) })).toBe('new')
  expect(written.save(() => writeFileSync(join(content, path), own))).toEqual([path])
  expect(readFileSync(join(content, path), 'utf8')).toBe(own)
  expect(new Written(content).isEdited(path)).toBe(true)
  expect(existsSync(join(content, '.ingest/base', path))).toBe(false)
})
