import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editorsList } from '../../scripts/check/editors-list.ts'
import { arrivalsOnly } from '../../scripts/content/arrivals.ts'
import { loadContent } from '../../scripts/content/load.ts'
import { ingest } from '../../scripts/ingest/run.ts'
import { readArrivals } from '../../scripts/ingest/state/arrivals-file.ts'
import { buildDigest } from '../../scripts/site/digest.ts'
import { feedDocuments } from '../../scripts/site/feed/documents.ts'
import { command, scratchContent, scratchFolder } from '../scratch.ts'

const storiesOf = (content: string): string[] => {
  const digest = buildDigest(loadContent(content), { arrivals: readArrivals(content).log })
  return digest.feeds.find(({ of }) => of === 'all')?.stories.map(({ id }) => id) ?? []
}

test('ingest logs what arrives, and what an editor adds, in the order of its runs; the log is of what the site shows', () => {
  const content = scratchContent('.')
  const sources = scratchFolder()
  const log = () => readArrivals(content).log
  const run = () => ingest({ content, sources })
  const first = log()
  expect(arrivalsOnly(first)).toEqual(first)
  expect(first.map(({ story }) => story).sort()).toEqual(storiesOf(content).sort())
  run()
  expect(log()).toEqual(first)

  const old = join(content, 'stories/of-long-ago.md')
  writeFileSync(old, "---\nid: of-long-ago\ntitle: Of long ago\ndate: '1999-01-02'\n---\n\nA note.\n")
  expect(storiesOf(content)[0]).toBe('of-long-ago')
  run()
  const unscr = join(content, 'stories/unscr-1695.md')
  writeFileSync(
    unscr,
    readFileSync(unscr, 'utf8').replace(
      /^(id: .*)$/m,
      "$1\ncorrections:\n  - date: '2006-07-20'\n    text: It was fifteen votes.",
    ),
  )
  writeFileSync(old, readFileSync(old, 'utf8').replace('A note.', 'A better note.'))
  ingest({ content, sources, dryRun: true })
  expect(log()).toHaveLength(first.length + 1)
  run()
  expect(log().slice(first.length)).toMatchObject([
    { story: 'of-long-ago', updated: '1999-01-02T00:00:00Z' },
    { story: 'unscr-1695', corrections: 1, updated: '2006-07-20T00:01:00Z' },
  ])
  expect(storiesOf(content).slice(0, 2)).toEqual(['unscr-1695', 'of-long-ago'])
})

test('a log of an earlier version is gone on with: what subscribers read stays, byte by byte, and a further run adds nothing', () => {
  const content = scratchContent('.')
  const sources = scratchFolder()
  const path = join(content, '.ingest/arrivals.json')
  const old = readArrivals(content).log.map(({ told, ...arrival }) => JSON.stringify(arrival))
  writeFileSync(path, `[\n${old.join(',\n')}\n]\n`)
  const feeds = () => [
    ...feedDocuments(buildDigest(loadContent(content), { arrivals: readArrivals(content).log })),
  ]
  const before = feeds()
  ingest({ content, sources })
  const log = readArrivals(content).log
  expect(log.slice(0, old.length).map((arrival) => JSON.stringify(arrival))).toEqual(old)
  expect(log.length).toBeGreaterThan(old.length)
  expect(feeds()).toEqual(before)
  ingest({ content, sources })
  expect(readArrivals(content).log).toEqual(log)
})

test('a log that is broken is left alone and named, by ingest and by the build; one that is gone is begun anew', () => {
  const content = scratchContent('pages')
  const sources = scratchFolder()
  const site = readFileSync('content/site.yaml', 'utf8')
  writeFileSync(
    join(content, 'site.yaml'),
    site.replace(/(leadTopics|intersections|picture):\n( {2}.*\n)+/g, ''),
  )
  mkdirSync(join(content, 'stories'))
  for (const [id, date] of [
    ['young', '2024-01-02'],
    ['old', '1999-01-02'],
  ]) {
    writeFileSync(
      join(content, `stories/${id}.md`),
      `---\nid: ${id}\ntitle: A\ndate: '${date}'\n---\n\nNote.\n`,
    )
    ingest({ content, sources })
  }
  expect(storiesOf(content)).toEqual(['old', 'young'])

  const path = join(content, '.ingest/arrivals.json')
  appendFileSync(path, '<<<<<<< HEAD\n')
  const broken = readFileSync(path, 'utf8')
  expect(ingest({ content, sources }).problems).toMatchObject([{ file: '.ingest/arrivals.json' }])
  expect(readFileSync(path, 'utf8')).toBe(broken)
  expect(editorsList(content, join(content, '_site'), '2026-12-01').wrong).toEqual([
    expect.stringContaining('.ingest/arrivals.json: not the log'),
  ])
  const { code, err } = command('build', ['--content', content, '--output', join(scratchFolder(), 'site')])
  expect(code).toBe(0)
  expect(err).toContain('warning  .ingest/arrivals.json: not the log of arrivals')
  expect(storiesOf(content)).toEqual(['young', 'old'])

  rmSync(path)
  expect(ingest({ content, sources }).problems).toEqual([])
  expect(readArrivals(content).log).toHaveLength(2)
})
