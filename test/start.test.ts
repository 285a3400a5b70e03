import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { scratchContent, scratchFolder } from './scratch.ts'

const PORT = 18_000 + (process.pid % 2000)
let running: ChildProcess | undefined

afterEach(() => {
  if (running?.pid) process.kill(-running.pid, 'SIGTERM')
})

/** Asks for a page until it says what is expected, for at most a minute and a half. */
async function until(path: string, says: string): Promise<string> {
  let text = ''
  for (let tries = 0; tries < 450; tries++) {
    text = await fetch(`http://localhost:${PORT}/${path}`).then(
      (answer) => answer.text(),
      () => '',
    )
    if (text.includes(says)) return text
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  expect.fail(`/${path} never said ${JSON.stringify(says)}: ${text.slice(0, 200)}`)
}

test('npm start ingests, builds and serves, and does so again after a change', async () => {
  const content = scratchContent('topics', 'stories', 'pages', 'site.yaml', 'publishers.yaml')
  const sources = join(content, 'sources')
  mkdirSync(sources)
  copyFileSync('content/sources/021-courier-rosneft.txt', join(sources, '021-courier-rosneft.txt'))
  const args = [
    '--import',
    'tsx',
    'scripts/start.ts',
    '--content',
    content,
    '--sources',
    sources,
    '--output',
    join(scratchFolder(), 'site'),
    '--port',
    String(PORT),
  ]
  running = spawn(process.execPath, args, { stdio: 'ignore', detached: true })
  const page = await until(
    'stories/us-uk-sanction-rosneft-lukoil/',
    'Trump follows London and blacklists Rosneft and Lukoil',
  )
  expect(page).not.toContain('Content-Security-Policy')

  const story = join(content, 'stories/us-uk-sanction-rosneft-lukoil.md')
  writeFileSync(
    story,
    readFileSync(story, 'utf8').replace(/^title: .*$/m, 'title: A headline that an editor wrote'),
  )
  await until('stories/us-uk-sanction-rosneft-lukoil/', 'A headline that an editor wrote')

  copyFileSync('content/sources/018-courier-msmt.txt', join(sources, '018-courier-msmt.txt'))
  await until('stories/msmt-first-report/', 'North Korea sent Russia up to nine million rounds last year')
  await until('pagefind/pagefind-entry.json', '"languages"')
}, 240_000)
