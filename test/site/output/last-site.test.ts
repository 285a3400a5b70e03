import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test, vi } from 'vitest'
import { LastSite, prepareFolder } from '../../../scripts/site/output/last-site.ts'
import type { NotedFiles } from '../../../scripts/site/output/noted-files.ts'
import { notesOf, spareOf } from '../../../scripts/site/swap.ts'
import { scratchFolder, textsBelow } from '../../scratch.ts'

// A thread that cannot begin.
vi.mock('../../../scripts/content/thread.ts', () => ({
  beginThread: () => new Worker('', { eval: true }),
}))

/** A site of one page, and what is noted of it. */
function makeSite(): { site: string; noted: NotedFiles } {
  const site = join(scratchFolder(), 'site')
  mkdirSync(site)
  writeFileSync(join(site, 'index.html'), 'front')
  const { size, mtimeMs } = statSync(join(site, 'index.html'))
  const noted: NotedFiles = {
    frame: 'frame all',
    files: { 'index.html': ['signature', size, mtimeMs, ''] },
    others: {},
    from: { all: 'all', search: 'none' },
    counts: { stories: 1, articles: 0, topics: 0 },
  }
  mkdirSync(dirname(notesOf(site)))
  writeFileSync(notesOf(site), JSON.stringify(noted))
  return { site, noted }
}

test.each(['while it is asked', 'before'])(
  'a thread that dies %s leaves its work to the build',
  async (when) => {
    const { site, noted } = makeSite()
    const last = new LastSite(site, 0)
    if (when === 'before') await new Promise((resolve) => setTimeout(resolve, 200))
    const made = await last.ifMadeFrom({ all: 'all', search: 'none' })
    expect(made).toEqual({ counts: noted.counts, rendered: 0, kept: 1 })
    const fresh = join(dirname(site), 'fresh')
    expect(await last.layIn(fresh, 'frame')).toEqual([])
    expect(textsBelow(fresh)).toEqual(textsBelow(site))
    await last.end()
  },
)

test('a folder that was prepared is taken while it is as it was left, and the site the one it was prepared from', async () => {
  const { site, noted } = makeSite()
  const lost = { ...noted, files: { ...noted.files, 'gone.html': ['', 1, 1, ''] } }
  writeFileSync(notesOf(site), JSON.stringify(lost))
  const prepared = prepareFolder(site)
  expect(textsBelow(spareOf(site))).toEqual(textsBelow(site))
  expect(await new LastSite(site, 1000, prepared).layIn(spareOf(site), 'frame')).toEqual(['gone.html'])

  rmSync(join(site, 'index.html'))
  const taken = new LastSite(site, 1000, prepared)
  expect(taken.noted).toBe(prepared?.noted)
  expect(await taken.layIn(spareOf(site), 'frame')).toEqual(['gone.html'])

  // In another frame nothing of the last site is of use.
  expect((await taken.layIn(spareOf(site), 'other')).sort()).toEqual(['gone.html', 'index.html'])
  expect(textsBelow(spareOf(site)).size).toBe(0)

  writeFileSync(notesOf(site), JSON.stringify({ ...noted, frame: 'frame of another build' }))
  expect(new LastSite(site, 1000, prepared).noted?.frame).toBe('frame of another build')

  const again = prepareFolder(site)
  rmSync(spareOf(site), { recursive: true })
  expect(await new LastSite(site, 1000, again).layIn(spareOf(site), 'frame')).toEqual(['index.html'])
})
