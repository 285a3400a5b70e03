import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { editStory } from './build.ts'
import type { Corpus } from './corpus.ts'
import type { Measures } from './measure.ts'
import { ProgramFailed, scriptArguments } from './run.ts'

const POLL_MS = 10
/** For which an editor looks at the page before the next edit. */
const LOOK_MS = 2_000
const PATIENCE_MS = 600_000
const PORT = 8975

/**
 * Watch mode: from a saved story to its page on disk, and once more before anybody could look at that. The processor time
 * and memory of the server are not measured.
 */
export async function measureWatch(
  { content }: Corpus,
  { folder, output, runs }: { folder: string; output: string; runs: number },
  measures: Measures,
): Promise<void> {
  const sources = join(folder, 'no-sources')
  mkdirSync(sources, { recursive: true })
  const child = spawn(
    process.execPath,
    scriptArguments(
      'scripts/start.ts',
      '--content',
      content,
      '--sources',
      sources,
      '--output',
      output,
      '--port',
      String(PORT),
    ),
    { stdio: ['ignore', 'pipe', 'ignore'], detached: true },
  )
  try {
    let said = ''
    child.stdout.on('data', (bytes) => {
      said += bytes
    })
    await until(() => said.includes('Watching') || child.exitCode !== null)
    if (child.exitCode !== null) throw new ProgramFailed(`npm start: ended with ${child.exitCode}\n${said}`)
    const edit = async (name: string, title: string) => {
      const page = join(output, editStory(content, title))
      const started = performance.now()
      await until(() => existsSync(page) && readFileSync(page, 'utf8').includes(title))
      measures.add(`watch: ${name}`, { wall: (performance.now() - started) / 1000, cpu: 0, peak: 0 })
    }
    for (let at = 0; at < runs; at++) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
      await edit('one story edited', `Watched ${at}`)
      await edit('edited again at once', `Watched ${at} again`)
    }
  } finally {
    // The server and the builds that it runs are a group of their own.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
  }
}

async function until(isSo: () => boolean): Promise<void> {
  for (const started = performance.now(); !isSo(); ) {
    if (performance.now() - started > PATIENCE_MS) throw new ProgramFailed('watch: the page never came')
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}
