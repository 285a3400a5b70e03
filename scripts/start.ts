import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import DevServer from '@11ty/eleventy-dev-server'
import { watch } from 'chokidar'
import type { BuildOptions } from './site/build.ts'
import { previewPage } from './site/preview.ts'
import { Builder } from './start/builder.ts'
import { runCommand } from './terminal/command.ts'
import { nodeOptionsOf } from './terminal/node-options.ts'
import { readOptions, readPort } from './terminal/options.ts'
import { print } from './terminal/print.ts'

const USAGE = `npm start -- [--sources DIR] [--content DIR] [--output DIR] [--port N]

Ingests, builds, serves on localhost, and does so again when a source, a Markdown file or a layout changes.`
const SETTLE_MS = 50

interface Options {
  sources: string
  content: string
  output: string
  port: string
}

/** What changed: texts for ingest, the content alone, or how pages are made. */
type Change = 'sources' | 'content' | 'layouts'

/** Runs ingest in a process of its own. */
function ingest(args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = [...nodeOptionsOf('ingest'), '--import', 'tsx']
    const child = spawn(process.execPath, [...options, 'scripts/ingest.ts', ...args], { stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** One run at a time; what changes meanwhile is taken up by the next. */
class Rebuilder {
  readonly #options: Options
  readonly #built: () => void
  readonly #builder = new Builder()
  readonly #changes = new Set<Change>()
  #search: BuildOptions['search'] = 'index'
  #running = false

  constructor(options: Options, built: () => void) {
    this.#options = options
    this.#built = built
  }

  async ask(change: Change): Promise<void> {
    this.#changes.add(change)
    if (this.#running) return
    this.#running = true
    while (this.#changes.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
      const changes = new Set(this.#changes)
      this.#changes.clear()
      const { sources, content, output } = this.#options
      if (changes.has('sources') && existsSync(sources))
        await ingest(['--sources', sources, '--content', content])
      if (changes.has('layouts')) this.#builder.beginAnew()
      const options = { content, output, pathPrefix: '/', search: this.#search }
      if ((await this.#builder.build(options)) !== 0) continue
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
  const port = readPort(options.port, USAGE)
  const server = DevServer.getServer('digest', options.output, {
    port,
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
  const isBelow = (path: string) => (folder: string) => resolve(path).startsWith(folder)
  watcher.on('all', (_, path) => {
    const change = isBelow(path)(resolve('layouts')) ? 'layouts' : 'content'
    void rebuilder.ask(feedsIngest.some(isBelow(path)) ? 'sources' : change)
  })
  // Watching begins before the first build: what an editor saves while it runs must not be missed.
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
  await rebuilder.ask('sources')
  server.serve(port)
  print(`Watching ${options.sources}, ${options.content} and layouts. Ctrl-C ends.`)
  return 0
}

await runCommand(main)
