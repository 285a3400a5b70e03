import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import DevServer from '@11ty/eleventy-dev-server'
import { watch } from 'chokidar'
import { previewPage } from './site/preview.ts'
import { runCommand } from './terminal/command.ts'
import { readOptions, UsageError } from './terminal/options.ts'
import { print } from './terminal/print.ts'

const USAGE = `npm start -- [--sources DIR] [--content DIR] [--output DIR] [--port N]

Ingests, builds, serves on localhost, and does so again when a source, a Markdown file or a layout changes.`
const SETTLE_MS = 150

interface Options {
  sources: string
  content: string
  output: string
  port: string
}

/** Runs a command of this project in a process of its own, so that changed layouts are loaded afresh. */
function run(script: string, args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--max-semi-space-size=16', '--import', 'tsx', `scripts/${script}.ts`, ...args],
      {
        stdio: 'inherit',
      },
    )
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** One run at a time; what changes meanwhile is taken up by the next. */
class Rebuilder {
  readonly #options: Options
  readonly #built: () => void
  #sourcesChanged = false
  #wanted = false
  #search = 'index'
  #running = false

  constructor(options: Options, built: () => void) {
    this.#options = options
    this.#built = built
  }

  async ask(sourcesChanged: boolean): Promise<void> {
    this.#sourcesChanged ||= sourcesChanged
    this.#wanted = true
    if (this.#running) return
    this.#running = true
    while (this.#wanted) {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
      this.#wanted = false
      const { sources, content, output } = this.#options
      if (this.#sourcesChanged && existsSync(sources))
        await run('ingest', ['--sources', sources, '--content', content])
      this.#sourcesChanged = false
      const args = ['--content', content, '--output', output, '--path-prefix', '/', '--search', this.#search]
      if ((await run('build', args)) !== 0) continue
      // The index of a large digest takes longer than its pages: it is that of the first build until the next start.
      this.#search = 'keep'
      this.#built()
    }
    this.#running = false
  }
}

async function main(): Promise<number> {
  const options = readOptions(USAGE, {
    sources: { type: 'string', default: 'content/sources' },
    content: { type: 'string', default: 'content' },
    output: { type: 'string', default: '_site' },
    port: { type: 'string', default: '8080' },
  })
  if (!/^\d{2,5}$/.test(options.port))
    throw new UsageError(`--port: ${options.port}: write a number\n\n${USAGE}`)
  const server = DevServer.getServer('digest', options.output, {
    port: Number(options.port),
    showVersion: false,
    onRequest: { '/*': ({ url }) => previewPage(options.output, url.pathname) },
  })
  const rebuilder = new Rebuilder(options, () =>
    server.reload({ files: [], subtype: undefined, build: { templates: [] } }),
  )
  const feedsIngest = [
    options.sources,
    join(options.content, 'topics'),
    join(options.content, 'publishers.yaml'),
  ].map((path) => resolve(path))
  const isOwn = (path: string) => path.includes(`${sep}.ingest`) || path.endsWith('.tmp')
  const watcher = watch([options.sources, options.content, 'layouts'], {
    ignoreInitial: true,
    ignored: isOwn,
  })
  watcher.on('all', (_, path) => {
    void rebuilder.ask(feedsIngest.some((folder) => resolve(path).startsWith(folder)))
  })
  // Watching begins before the first build: what an editor saves while it runs must not be missed.
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
  await rebuilder.ask(true)
  server.serve(Number(options.port))
  print(`Watching ${options.sources}, ${options.content} and layouts. Ctrl-C ends.`)
  return 0
}

await runCommand(main)
