import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { asOfTheDead, plant, type Tree, treeOf, withoutCache } from '../../faults.ts'
import { scratchFolder } from '../../scratch.ts'
import type { Replayed } from './replay.ts'

const folder = scratchFolder()
const [content, root] = [join(folder, 'content'), join(folder, 'root')]
const site = join(root, 'site')
const siteOf = (tree: Tree) => tree.filter(([path]) => path.startsWith('site/'))
const start = (args: string[], detached = false) =>
  spawn(process.execPath, ['--import', 'tsx', ...args], { stdio: ['ignore', 'ignore', 'pipe'], detached })
const ended = (child: ChildProcess) =>
  new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal })),
  )

const saidBy = async ({ stderr }: ChildProcess) => {
  let said = ''
  for await (const bytes of stderr ?? []) said += bytes
  return said
}

let replayed: Replayed
beforeAll(async () => {
  mkdirSync(join(content, 'stories'), { recursive: true })
  const settings = readFileSync('content/site.yaml', 'utf8')
  writeFileSync(
    join(content, 'site.yaml'),
    settings.replace(/(leadTopics|intersections|picture):\n( {2}.*\n)+/g, ''),
  )
  cpSync('content/pages', join(content, 'pages'), { recursive: true })
  const child = start(['test/site/crash/replay.ts', folder])
  const [{ code }, said] = await Promise.all([ended(child), saidBy(child)])
  expect(code, said).toBe(0)
  replayed = JSON.parse(readFileSync(join(folder, 'replayed.json'), 'utf8'))
  console.table(replayed.rows)
})

test('a build that is cut off or fails anywhere leaves a whole site, and the next ends as if nothing had happened', () => {
  const [writing, swapping] = replayed.rows
  expect(writing).toMatchObject({ torn: 0, 'ended otherwise': 0, 'gap restored': 0 })
  expect(swapping).toMatchObject({ torn: 0, 'ended otherwise': 0, 'gap restored': 1 })
  expect(Number(writing?.kills)).toBeGreaterThan(20)
  expect(Number(swapping?.kills)).toBeGreaterThanOrEqual(5)
})

test('a process that is really killed leaves what was recorded', async () => {
  const { swap, recorded, old, before } = replayed
  const named = (tree: Tree) =>
    withoutCache(tree).map(([path, bytes]) => [path.replace(/(building-\d+)\.\d+/, '$1'), bytes])
  const attempt = async (at: number, signal: NodeJS.Signals) => {
    const own = join(scratchFolder(), 'root')
    plant(before, own)
    const child = start(['test/site/crash/build-once.ts', content, join(own, 'site'), String(at), signal])
    expect(await ended(child), `killed at ${at}`).toEqual({ code: null, signal })
    const left = asOfTheDead(treeOf(own), child.pid)
    // Pages are written in an order of their own, the swap is not.
    if (at < 0) expect(siteOf(left)).toEqual(old)
    else expect(named(left), `killed at ${at}`).toEqual(named(recorded[swap + at] as Tree))
  }
  await Promise.all([attempt(-15, 'SIGTERM'), attempt(0, 'SIGINT')])
  await Promise.all([attempt(1, 'SIGTERM'), attempt(3, 'SIGKILL')])
}, 120_000)

test('Ctrl-C leaves the last site; of two builds at once neither leaves anything beside it, and both tell of a conflict', async () => {
  plant(replayed.old, root)
  const build = ['scripts/build.ts', '--content', content, '--output', site]
  const stopped = spawn('node_modules/.bin/tsx', build, { stdio: 'ignore', detached: true })
  const end = ended(stopped)
  while (!readdirSync(root).some((name) => name.startsWith('site.building-')))
    await new Promise((resolve) => setTimeout(resolve, 5))
  process.kill(-(stopped.pid ?? 0), 'SIGINT')
  expect(await end).not.toMatchObject({ code: 0 })
  expect(siteOf(treeOf(root))).toEqual(replayed.old)

  const conflicts = join(content, '.ingest/conflicts/stories')
  mkdirSync(conflicts, { recursive: true })
  writeFileSync(join(conflicts, 'harbour.md'), 'What both sides have.\n')
  const both = [start(build), start(build)].map(async (child) => {
    const [{ code }, said] = await Promise.all([ended(child), saidBy(child)])
    return { code, said }
  })
  for (const { said, code } of await Promise.all(both))
    expect([code, said]).toEqual([
      0,
      expect.stringContaining('in conflict  stories/harbour.md: see .ingest/'),
    ])
  expect(readdirSync(root)).toEqual(['.cache', 'site'])
  expect(readFileSync(join(site, 'stories/harbour/index.html'), 'utf8')).toContain('The harbour closes')
}, 120_000)
