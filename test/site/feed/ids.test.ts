import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadContent } from '../../../scripts/content/load.ts'
import { ingest } from '../../../scripts/ingest/run.ts'
import { readArrivals } from '../../../scripts/ingest/state/arrivals-file.ts'
import { buildDigest, type Place } from '../../../scripts/site/digest.ts'
import { feedDocuments } from '../../../scripts/site/feed/documents.ts'
import { scratchContent, scratchFolder } from '../../scratch.ts'

/** Ids of entries in every feed in every format, archives included, and of the feeds themselves. */
function idsOf(content: string, place: Place = {}): string[] {
  const loaded = loadContent(content)
  expect(loaded.problems).toEqual([])
  const digest = buildDigest(loaded, { ...place, arrivals: readArrivals(content).log })
  const ids = new Set<string>()
  for (const { text } of feedDocuments(digest))
    for (const [, id = ''] of text.matchAll(/(?:<id>|<guid[^>]*>|"id":")(tag:[^<"]*)/g)) ids.add(id)
  return [...ids].sort()
}

const isStory = (id: string): boolean => id.includes(':stories/')

test('renaming, moving, merging, another address and another build leave the ids of entries as they are', () => {
  const content = scratchContent('.')
  const path = (name: string) => join(content, 'stories', name)
  const edit = (name: string, change: (text: string) => string) =>
    writeFileSync(path(name), change(readFileSync(path(name), 'utf8')))
  const before = idsOf(content)
  const stories = before.filter(isStory)
  expect(stories.length).toBe(loadContent(content).stories.length)

  // Headlines.
  for (const name of ['bybit-theft.md', 'unscr-1695.md'])
    edit(name, (text) => text.replace(/^title: .*$/m, 'title: Quite another headline'))
  // A file in another folder.
  mkdirSync(path('2006'))
  renameSync(path('unscr-1718.md'), path('2006/unscr-1718.md'))
  // Another address: the story is written anew under another id, and the old file leads there.
  const moved = readFileSync(path('us-says-1000-containers.md'), 'utf8')
  edit('us-says-1000-containers.md', (text) =>
    text.replace(/^(id: .*)$/m, '$1\nmergedInto: containers-by-ship'),
  )
  writeFileSync(
    path('containers-by-ship.md'),
    moved.replace(/^id: .*$/m, 'id: containers-by-ship\nfeedId: us-says-1000-containers'),
  )
  // The address of the site, and builds before and after a run of ingest.
  for (const place of [{}, { url: 'https://someone.example/repo/' }])
    expect(idsOf(content, place)).toEqual(before)
  ingest({ content, sources: scratchFolder() })
  expect(idsOf(content)).toEqual(before)

  const digest = buildDigest(loadContent(content), { arrivals: readArrivals(content).log })
  expect(digest.stories.find(({ id }) => id === 'containers-by-ship')?.merged).toEqual([])

  // Of two that are merged one stays.
  edit('putin-kim-letters.md', (text) => text.replace(/^(id: .*)$/m, '$1\nmergedInto: putin-kim-beijing'))
  const gone = stories.filter((id) => id.endsWith(':stories/putin-kim-letters'))
  expect(gone).toHaveLength(1)
  const [target] = buildDigest(loadContent(content)).stories.filter(({ merged }) => merged.length > 0)
  expect(target?.id).toBe('putin-kim-beijing')
  expect(idsOf(content).filter(isStory)).toEqual(stories.filter((id) => !gone.includes(id)))
})

test('an id is not given twice', () => {
  const content = scratchContent('.')
  const story = (id: string, more: string) =>
    writeFileSync(join(content, 'stories', `${id}.md`), `---\nid: ${id}\ntitle: A\n${more}---\n`)
  story('first', 'feedId: bybit-theft\n')
  story('second', 'feedId: bybit-theft\n')
  const problems = loadContent(content).problems.map(({ file, field, fix }) => `${file}: ${field}: ${fix}`)
  expect(problems).toEqual([
    'stories/first.md: feedId: stories/bybit-theft.md is a story of its own; write mergedInto: first there',
    'stories/second.md: feedId: stories/first.md has it too; remove it from one',
  ])
})
