import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { propose } from '../../scripts/workflow/propose.ts'
import { scratchFolder } from '../scratch.ts'

/**
 * Stands in for GitHub's program: notes what it is called with and keeps the texts that it is given; open pull requests
 * are what the file `open` holds.
 */
const GH = `#!/bin/sh
printf '%s\\n' "$*" >> "$GH_FOLDER/calls"
case "$2" in list) cat "$GH_FOLDER/open"; exit;; esac
for word in "$@"; do case "$word" in --body-file=*) cp "\${word#--body-file=}" "$GH_FOLDER/body";; esac; done
echo https://github.example/pull/7
`

let folder: string
let clone: string
const git = (cwd: string, ...args: string[]): string => {
  const run = spawnSync('git', ['-c', 'user.name=e', '-c', 'user.email=e@x.example', ...args], {
    cwd,
    encoding: 'utf8',
  })
  expect(run.stderr, args.join(' ')).not.toMatch(/fatal|error/)
  return run.stdout.trim()
}
const upload = (...files: string[]) => {
  git(clone, 'switch', '-q', 'main')
  git(clone, 'pull', '-q', 'origin', 'main')
  for (const file of files) cpSync(join('content/sources', file), join(clone, 'content/sources', file))
  git(clone, 'add', '-A')
  git(clone, 'commit', '-qm', 'Add files via upload')
  git(clone, 'push', '-q', 'origin', 'main')
}
const run = () => propose({ repository: clone, base: 'main', content: 'content' })
const calls = () => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n')
const body = () => readFileSync(join(folder, 'body'), 'utf8')
const onServer = (branch: string, path = '') =>
  git(join(folder, 'server.git'), 'ls-tree', '-r', '--name-only', branch, path || '.').split('\n')

beforeEach(() => {
  folder = scratchFolder()
  clone = join(folder, 'clone')
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'gh'), GH)
  chmodSync(join(bin, 'gh'), 0o755)
  writeFileSync(join(folder, 'open'), '[]')
  process.env.GH_FOLDER = folder
  process.env.PATH = `${bin}:${process.env.PATH}`
  git(folder, 'init', '-q', '--bare', '-b', 'main', 'server.git')
  git(folder, 'clone', '-q', 'server.git', 'clone')
  mkdirSync(join(clone, 'content/sources'), { recursive: true })
  cpSync('test/ingest/knowledge', join(clone, 'content'), { recursive: true })
  writeFileSync(join(clone, '.gitignore'), readFileSync('.gitignore'))
  git(clone, 'switch', '-q', '-c', 'main')
  git(clone, 'add', '-A')
  git(clone, 'commit', '-qm', 'Begin')
  git(clone, 'push', '-q', 'origin', 'main')
})

test('an upload becomes a pull request; a further one goes on with it and keeps what an editor did there', () => {
  upload('004-tribune-containers.txt')
  expect(run()).toEqual({ proposed: 'https://github.example/pull/7', wantsEditor: false })
  expect(calls().at(-1)).toMatch(
    /^pr create --base=main --head=ingest\/main --title=Ingest 1 new article --body-file=/,
  )
  expect(body()).toMatch(/^1 new article, 1 story opened/)
  const [article = ''] = onServer('ingest/main', 'content/articles/')
  expect(article).toMatch(/^content\/articles\/.*\.md$/)
  expect(onServer('main').filter((path) => path.includes('articles/'))).toEqual([])

  const edited = readFileSync(join(clone, article), 'utf8').replace(
    /^title: .*$/m,
    'title: The editor’s headline',
  )
  writeFileSync(join(clone, article), edited)
  git(clone, 'commit', '-qam', 'Correct')
  git(clone, 'push', '-q', 'origin', 'ingest/main')
  writeFileSync(
    join(folder, 'open'),
    JSON.stringify([
      { number: 3, isCrossRepository: true },
      { number: 7, isCrossRepository: false },
    ]),
  )
  upload('001-wire-containers.txt')
  expect(run()).toMatchObject({ proposed: expect.anything(), wantsEditor: false })
  expect(calls().at(-1)).toMatch(/^pr comment 7 --body-file=/)
  expect(body()).toMatch(/^1 new article, 1 in a story with others, 0 stories opened/)
  expect(onServer('ingest/main', 'content/articles/')).toHaveLength(2)
  expect(git(join(folder, 'server.git'), 'show', `ingest/main:${article}`)).toContain('The editor’s headline')

  git(clone, 'switch', '-q', 'main')
  const before = calls().length
  expect(run()).toEqual({ proposed: undefined, wantsEditor: false })
  expect(calls().slice(before)).toEqual([expect.stringMatching(/^pr list/)])
})

test('once it was merged or closed, the next begins anew from the branch', () => {
  upload('001-wire-containers.txt')
  run()
  git(clone, 'switch', '-q', 'main')
  git(clone, 'merge', '-q', '--squash', 'ingest/main')
  git(clone, 'commit', '-qm', 'Ingest 1 new article (#7)')
  git(clone, 'push', '-q', 'origin', 'main')
  const old = git(clone, 'rev-parse', 'ingest/main')
  upload('010-brackwater-generals.txt')
  expect(run().proposed).toBeTruthy()
  expect(calls().at(-1)).toMatch(/^pr create/)
  expect(onServer('ingest/main', 'content/articles/')).toHaveLength(2)
  expect(git(join(folder, 'server.git'), 'branch', '--contains', old)).toBe('')
})

test('what is refused is said, and names of files are never commands', () => {
  const name = '$(touch owned) `touch owned` ; touch owned @someone.bin'
  writeFileSync(join(clone, 'content/sources', name), 'x')
  upload('001-wire-containers.txt')
  const stepSummary = join(folder, 'step-summary')
  const done = propose({ repository: clone, base: 'main', content: 'content', stepSummary })
  expect(done).toEqual({ proposed: 'https://github.example/pull/7', wantsEditor: true })
  for (const place of [clone, '.']) expect(existsSync(join(place, 'owned'))).toBe(false)
  expect(readFileSync(stepSummary, 'utf8')).toBe(body())
  expect(body()).toContain('## Refused files')
  expect(body()).not.toContain('@someone')
  rmSync(stepSummary)
})

test('what ingest made is not ingested again', () => {
  git(clone, 'switch', '-q', '-c', 'ingest/main')
  expect(() => propose({ repository: clone, base: 'ingest/main', content: 'content' })).toThrow(
    'made by ingest',
  )
})
