import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scratchContent, scratchFolder } from '../../scratch.ts'

// A page that is gone is in the site before the last as well, where all are but the one that was touched.
test('a site is left as it stands while all that it was made from, and it itself, is as it was', () => {
  const script = join(import.meta.dirname, 'build-untouched.ts')
  const [content, output] = [scratchContent('site.yaml', 'topics'), join(scratchFolder(), 'site')]
  const run = spawnSync(process.execPath, ['--import', 'tsx', script, content, output], { encoding: 'utf8' })
  expect(run.status, run.stderr).toBe(0)
  const found = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as Record<string, Found | string[]>
  const { counts, rendered } = found['at first'] as Found
  expect(counts).toEqual({ stories: 0, articles: 0, topics: expect.any(Number) })
  expect(rendered).toBeGreaterThan(20)
  expect(found).toEqual({
    'at first': { isLeft: false, rendered, counts },
    nothing: { isLeft: true, rendered: 0, counts },
    'a page': { isLeft: false, rendered: 1, counts },
    'a page that is gone': { isLeft: false, rendered: 0, counts },
    'a style that is gone': { isLeft: false, rendered: 0, counts },
    'the site that is gone': { isLeft: false, rendered: 1, counts },
    'a file more': { isLeft: false, rendered: 0, counts },
    'with an index': { isLeft: false, rendered: 0, counts },
    'the index kept': { isLeft: true, rendered: 0, counts },
    'without the index': { isLeft: false, rendered: 0, counts },
    'where nothing can be noted': { isLeft: false, rendered, counts },
    'where nothing can be kept': { isLeft: false, rendered, counts },
    'beside the site': ['.cache', 'site'],
  })
})

interface Found {
  isLeft: boolean
  rendered: number
  counts: object
}
