import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Links } from '../../../scripts/site/output/links.ts'
import { Writing } from '../../../scripts/site/output/writing.ts'
import { scratchFolder, textsBelow } from '../../scratch.ts'

test('a site that is told and written in threads is the one that is made without', () => {
  const folder = scratchFolder()
  const script = join(import.meta.dirname, 'build-in-threads.ts')
  const args = ['--import', 'tsx', script, 'content', folder, 'putin-kim-letters.md']
  const run = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(run.status, run.stderr).toBe(0)
  expect(textsBelow(join(folder, 'first'))).toEqual(textsBelow(join(folder, 'without')))
  expect(textsBelow(join(folder, 'with'))).toEqual(textsBelow(join(folder, 'anew')))
  const { rendered, kept, again } = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '')
  expect(rendered).toBeGreaterThan(900)
  expect(kept).toBeGreaterThan(rendered / 2)
  expect(kept).toBeLessThan(rendered)
  expect(again).toBe(rendered)
}, 120_000)

test('pages of any length are written as they are, and what cannot be written is said', async () => {
  const folder = join(scratchFolder(), 'site')
  mkdirSync(folder)
  const links = new Links('/')
  const noted: string[] = []
  const begin = () =>
    new Writing({ folder, root: '/' }, links, ({ path, size }) => noted.push(`${path} ${size}`))
  const texts = new Map(
    [0, 1, 1000, 170_000, 200_000, 600_000, 3].map((length, at) => [
      `${at}/index.html`,
      `<a id="x${at}" href="/${at}/">${'é—🙂'.repeat(length)}</a>`,
    ]),
  )
  const writing = begin()
  for (const [path, text] of texts) await writing.write(path, text)
  await writing.finish()
  await writing.end()
  const written = textsBelow(folder)
  expect([...texts].filter(([path, text]) => written.get(path) !== text).map(([path]) => path)).toEqual([])
  expect(noted).toEqual([...texts].map(([path, text]) => `${path} ${Buffer.byteLength(text)}`))
  expect(links.found.from.get('/3/')).toBe('3/index.html')

  writeFileSync(join(folder, 'file'), '')
  const hindered = begin()
  await hindered.write('file/index.html', 'x')
  await expect(hindered.finish()).rejects.toThrow(/ENOTDIR|EEXIST/)
  await hindered.end()
})
