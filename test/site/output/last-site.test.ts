import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test, vi } from 'vitest'
import { LastSite } from '../../../scripts/site/output/last-site.ts'
import type { NotedFiles } from '../../../scripts/site/output/noted-files.ts'
import { notesOf } from '../../../scripts/site/swap.ts'
import { scratchFolder, textsBelow } from '../../scratch.ts'

// A thread that cannot begin.
vi.mock('../../../scripts/content/thread.ts', () => ({
  beginThread: () => new Worker('', { eval: true }),
}))

test.each(['while it is asked', 'before'])(
  'a thread that dies %s leaves its work to the build',
  async (when) => {
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
