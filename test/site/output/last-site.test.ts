import { existsSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, test, vi } from 'vitest'
import { prepareNext } from '../../../scripts/site/build.ts'
import { BuildMemory } from '../../../scripts/site/output/build-memory.ts'
import { LastSite, prepareFolder } from '../../../scripts/site/output/last-site.ts'
import type { NotedFiles } from '../../../scripts/site/output/noted-files.ts'
import { alone, notesOf, replaceSite, spareOf } from '../../../scripts/site/swap.ts'
import { failure, interrupt } from '../../faults.ts'
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

test.each(['{}', '[]', '3', 'null', '{"frame":"frame all","files":{}}'])(
  'notes that say %s are none: the site is made anew',
  async (notes) => {
    const { site } = makeSite()
    writeFileSync(notesOf(site), notes)
    const last = new LastSite(site)
    expect(last.noted).toBeUndefined()
    expect(await last.ifMadeFrom({ all: 'all', search: 'none' })).toBeUndefined()
  },
)

test('a page in whose place a link to another file stands is not as it was left', () => {
  const { site } = makeSite()
  renameSync(join(site, 'index.html'), join(dirname(site), 'moved.html'))
  symlinkSync('../moved.html', join(site, 'index.html'))
  expect(prepareFolder(site)?.lost).toEqual(['index.html'])
})

describe('a folder that was prepared', () => {
  /** A site of which a noted file is gone, what was prepared of it, and what a build is given then. */
  function prepared() {
    const { site, noted } = makeSite()
    const files = { ...noted.files, 'gone/index.html': ['', 1, 1, ''] } satisfies NotedFiles['files']
    writeFileSync(notesOf(site), JSON.stringify({ ...noted, files }))
    const of = prepareFolder(site)
    const laid = textsBelow(site)
    const fresh = join(dirname(site), 'fresh')
    const take = async (frame = 'frame') => {
      const last = new LastSite(site, 1000, of)
      if (existsSync(spareOf(site))) renameSync(spareOf(site), fresh)
      return { lost: (await last.layIn(fresh, frame)).sort(), holds: textsBelow(fresh), noted: last.noted }
    }
    return { site, noted, of, laid, take }
  }

  test('is taken as it was left', async () => {
    const { site, of, laid, take } = prepared()
    // Nobody looks at the site once more.
    rmSync(join(site, 'index.html'))
    const { lost, holds, noted } = await take()
    expect({ lost, holds }).toEqual({ lost: ['gone/index.html'], holds: laid })
    expect(noted).toBe(of?.noted)
  })

  test.each<[what: string, change: (spare: string) => void]>([
    ['a file of it is gone', (spare) => rmSync(join(spare, 'index.html'))],
    ['it holds a file more', (spare) => writeFileSync(join(spare, 'more.html'), '')],
    ['it is gone', (spare) => rmSync(spare, { recursive: true })],
  ])('is laid anew where %s', async (_, change) => {
    const { site, laid, take } = prepared()
    change(spareOf(site))
    expect(await take()).toMatchObject({ lost: ['gone/index.html'], holds: laid })
  })

  test('is emptied for a site in another frame', async () => {
    const { lost, holds } = await prepared().take('other')
    expect(lost).toEqual(['gone/index.html', 'index.html'])
    expect(holds.size).toBe(0)
  })

  test('is none of a site that another build has made since', async () => {
    const { site, noted, take } = prepared()
    writeFileSync(notesOf(site), JSON.stringify({ ...noted, frame: 'frame of another build' }))
    expect((await take()).noted?.frame).toBe('frame of another build')
  })

  test('has a page once more that somebody altered after it was prepared, and loses it when it is prepared again', async () => {
    const { site, take } = prepared()
    writeFileSync(join(site, 'index.html'), 'altered')
    expect((await take()).lost).toEqual(['gone/index.html'])
    expect(prepareFolder(site)?.lost).toEqual(['index.html', 'gone/index.html'])
  })

  test('is not there where preparing it failed anywhere', async () => {
    const { site } = makeSite()
    const all = interrupt(() => {})
    prepareFolder(site)
    all.end()
    rmSync(spareOf(site), { recursive: true })
    expect(all.count()).toBeGreaterThan(1)
    for (let failing = 1; failing <= all.count(); failing++) {
      const { end } = interrupt((at, name) => {
        if (at === failing) throw failure('broken', name)
      })
      try {
        expect(() => prepareFolder(site), `${failing}`).toThrow('EIO')
      } finally {
        end()
      }
      expect(existsSync(spareOf(site))).toBe(false)
    }
  })
})

test('a spare folder that cannot be had is none', async () => {
  const { site } = makeSite()
  prepareFolder(site)
  const { end } = interrupt((_, name, path) => {
    if (path === spareOf(site)) throw failure('linkless', name)
  })
  try {
    await replaceSite(site, async (folder) => {
      expect(existsSync(folder)).toBe(false)
      mkdirSync(folder)
      writeFileSync(join(folder, 'index.html'), 'new')
    })
  } finally {
    end()
  }
  expect([...textsBelow(site).values()]).toEqual(['new'])
})

test('nothing is prepared while another build is at work', async () => {
  const { site } = makeSite()
  for (const name of ['sitemap.xml', 'feed.xml']) writeFileSync(join(site, name), '')
  const memory = new BuildMemory(site, true)
  let finish = () => {}
  const other = alone(
    site,
    () => {},
    () =>
      new Promise<void>((resolve) => {
        finish = resolve
      }),
  )
  await prepareNext({ content: 'content', output: site }, memory)
  expect([memory.prepared, existsSync(spareOf(site))]).toEqual([undefined, false])
  finish()
  await other
  await prepareNext({ content: 'content', output: site }, memory)
  expect([memory.prepared?.lost, existsSync(spareOf(site))]).toEqual([[], true])
})
