import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editorsList } from '../scripts/check/editors-list.ts'
import { command, scratchContent, scratchFolder } from './scratch.ts'

test('npm run check lists doubts with their reasons and exits with 0', () => {
  const { code, out } = command('check', ['--output', '/no/such/site'])
  expect(code).toBe(0)
  expect(out).toContain('Wrong: nothing')
  expect(out).toMatch(/"2025-04-15 21:07:33" is in doubt\. .*Tuesday.*Friday/)
  expect(out).toMatch(/is taken from a copy/)
  expect(out).not.toContain(': story:')
})

test('npm run check names the story that an article might rather belong to, with both headlines', () => {
  const content = scratchContent('topics', 'articles', 'stories', 'site.yaml', 'publishers.yaml')
  const id = 'ship-port-railhead-washington-lays-out-the-route-of-north-korean-bf1155'
  const file = join(content, `articles/${id}.md`)
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^story: .*$/m, 'story: eu-15th-package'))
  const { code, out } = command('check', ['--content', content, '--output', '/no/such/site'])
  expect(code).toBe(0)
  expect(out).toMatch(
    /articles\/ship-port.*: story: "Ship, port, railhead.*" is in eu-15th-package, ".*"; it might belong to us-says-1000-containers, "US says North Korea has sent Russia more than 1,000 containers of arms" \(likeness \.?\d/,
  )
})

test('npm run check asks nobody about a story that an editor wrote into an article', () => {
  const content = scratchContent('.ingest', 'topics', 'articles', 'stories', 'site.yaml', 'publishers.yaml')
  const [name = ''] = readdirSync(join(content, 'articles')).filter((file) => file.startsWith('ship-port'))
  const file = join(content, 'articles', name)
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^story: .*$/m, 'story: eu-15th-package'))
  const { out } = command('check', ['--content', content, '--output', '/no/such/site'])
  expect(out).not.toContain(`articles/${name}: story:`)
})

test('npm run check names a story whose lead is in another story', () => {
  const content = scratchContent('topics', 'articles', 'stories', 'site.yaml', 'publishers.yaml')
  const [id] = readdirSync(join(content, 'articles')).map((file) => file.replace(/\.md$/, ''))
  writeFileSync(join(content, 'stories/left.md'), `---\nid: left\ntitle: Left\nlead: ${id}\n---\n\nA note.\n`)
  const { out } = command('check', ['--content', content, '--output', '/no/such/site'])
  expect(out).toContain(`stories/left.md: lead: ${id} is not in this story`)
})

test('npm run check exits with 1 when something is wrong', () => {
  const content = scratchContent('topics', 'stories', 'site.yaml', 'publishers.yaml')
  writeFileSync(join(content, 'stories/new.md'), '---\nid: new\ntitle: 1984\n---\n')
  const { code, out } = command('check', ['--content', content, '--output', '/no/such/site'])
  expect(code).toBe(1)
  expect(out).toContain("stories/new.md: title: 1984: write text, in quotes: '…'")
})

test('a date of which nothing printed is known is in doubt all the same', () => {
  const content = scratchFolder()
  mkdirSync(join(content, 'articles'))
  const article = (id: string, dateFrom: string) =>
    writeFileSync(
      join(content, `articles/${id}.md`),
      `---\nid: ${id}\ntitle: A\ntitleFrom: page\n${dateFrom}---\n`,
    )
  article('a', 'dateFrom: {basis: url, confidence: low, why: The address has another month.}\n')
  article('b', 'dateFrom: {basis: stated, claimed: Monday, confidence: low}\n')
  article('c', '')
  const ending = 'Write the date, with dateFrom.basis: editor, if you know it'
  expect(editorsList(content, '/no/such/site', '2026-12-01').doubtful).toEqual([
    `articles/a.md: date: the day, from the url, is in doubt. The address has another month. ${ending}`,
    `articles/b.md: date: "Monday" is in doubt. ${ending}`,
    `articles/c.md: date: none found. ${ending}`,
  ])
})
