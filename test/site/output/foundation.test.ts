import { mkdirSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { layFoundation } from '../../../scripts/site/output/foundation.ts'
import type { NotedFile } from '../../../scripts/site/output/noted-files.ts'
import { failure, interrupt } from '../../faults.ts'
import { scratchFolder, textsBelow } from '../../scratch.ts'

const LAST = { 'index.html': 'front', 'a/index.html': 'one', 'a/b/index.html': 'two', 'c/feed.xml': 'three' }

function write(folder: string, texts: Record<string, string>): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** A last site, what is noted of it, and the folder of a new one, which is not there. */
function makeLast() {
  const folder = scratchFolder()
  const [site, fresh] = [join(folder, 'site'), join(folder, 'fresh')]
  write(site, LAST)
  const files: Record<string, NotedFile> = {}
  for (const path in LAST) {
    const { size, mtimeMs } = statSync(join(site, path))
    files[path] = ['signature', size, mtimeMs, '']
  }
  return { site, fresh, files }
}

const lasts = (...but: string[]) => new Map(Object.entries(LAST).filter(([path]) => !but.includes(path)))

test('a new site begins with the files of the last', () => {
  const { site, fresh, files } = makeLast()
  expect(layFoundation({ fresh, site, isOfUse: true }, files)).toEqual([])
  expect(textsBelow(fresh)).toEqual(lasts())
})

test('the site before the last is made the last: what is old, foreign or no file goes', () => {
  const { site, fresh, files } = makeLast()
  write(fresh, { 'index.html': 'frond', 'a/index.html/x': '', 'c/old.xml': 'old', 'gone/index.html': 'gone' })
  utimesSync(join(fresh, 'index.html'), 1, 1)
  symlinkSync(site, join(fresh, 'link'))
  symlinkSync(join(site, 'c'), join(fresh, 'a/b'))
  expect(layFoundation({ fresh, site, isOfUse: true }, files)).toEqual([])
  expect(textsBelow(fresh)).toEqual(lasts())
  expect(readdirSync(fresh).sort()).toEqual(['a', 'c', 'index.html'])
  expect(textsBelow(site)).toEqual(lasts())
})

test('files that are not as they were written are said to be lost', () => {
  const { site, fresh, files } = makeLast()
  rmSync(join(site, 'c'), { recursive: true })
  writeFileSync(join(site, 'a/index.html'), 'longer')
  expect(layFoundation({ fresh, site, isOfUse: true }, files)).toEqual(['a/index.html', 'c/feed.xml'])
  expect(textsBelow(fresh)).toEqual(lasts('a/index.html', 'c/feed.xml'))
})

test('on a disk without hard links every file is made anew', () => {
  const { site, fresh, files } = makeLast()
  const { end } = interrupt((_, name) => {
    if (name === 'linkSync') throw failure('linkless', name)
  })
  try {
    expect(layFoundation({ fresh, site, isOfUse: true }, files)).toEqual(Object.keys(LAST))
  } finally {
    end()
  }
  expect(textsBelow(site)).toEqual(lasts())
})

test('of a site that is of no use the folders alone stay', () => {
  const { site, fresh, files } = makeLast()
  layFoundation({ fresh, site, isOfUse: true }, files)
  expect(layFoundation({ fresh, site, isOfUse: false }, files)).toEqual(Object.keys(LAST))
  expect(textsBelow(fresh)).toEqual(new Map())
  expect(readdirSync(fresh).sort()).toEqual(['a', 'c'])
})
