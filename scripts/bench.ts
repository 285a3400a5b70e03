import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measureBuild } from './bench/build.ts'
import { type Corpus, writeCorpus } from './bench/corpus.ts'
import { measureHugo } from './bench/hugo.ts'
import { measureIngest } from './bench/ingest.ts'
import { Measures } from './bench/measure.ts'
import { Report } from './bench/report.ts'
import { ProgramFailed, run, scriptArguments } from './bench/run.ts'
import { measureStockEleventy } from './bench/stock-eleventy.ts'
import { measureWatch } from './bench/watch.ts'
import { frontPage, writtenIn } from './bench/written.ts'
import { runCommand } from './terminal/command.ts'
import { readOptions, UsageError } from './terminal/options.ts'

const PARTS = ['ingest', 'build', 'watch', 'floor', 'hugo', 'stock'] as const
type Part = (typeof PARTS)[number]

const USAGE = `npm run bench -- [--size N,N] [--only PART,PART] [--runs N] [--json FILE] [--out DIR] [--cache DIR]

Measures whole processes on an invented corpus: wall and processor time, peak memory, medians of all runs.

  --size N,N    articles in the corpus (1000,10000)
  --only PARTS  of ${PARTS.join(', ')} (all)
  --runs N      how often each is measured (3)
  --json FILE   writes all figures there as well
  --out DIR     where the corpora and the sites go (a folder for temporary files, removed at the end); on a disk in
                memory figures are steadier: some file systems make files slowly for minutes after many were deleted
  --cache DIR   the folder that commands keep between runs; it is emptied (.cache)`

interface Places {
  folder: string
  output: string
  cache: string
  runs: number
}

async function main(): Promise<number> {
  const options = readOptions(USAGE, {
    size: { type: 'string', default: '1000,10000' },
    only: { type: 'string', default: PARTS.join(',') },
    runs: { type: 'string', default: '3' },
    json: { type: 'string' },
    out: { type: 'string' },
    cache: { type: 'string', default: '.cache' },
  })
  const sizes = options.size.split(',').map(Number)
  const parts = options.only.split(',') as Part[]
  const runs = Number(options.runs)
  if (!sizes.every((size) => Number.isInteger(size) && size > 0))
    throw new UsageError(`--size: write whole numbers\n\n${USAGE}`)
  if (!parts.every((part) => PARTS.includes(part)))
    throw new UsageError(`--only: write some of ${PARTS.join(', ')}\n\n${USAGE}`)
  if (!(Number.isInteger(runs) && runs > 0)) throw new UsageError(`--runs: write a number\n\n${USAGE}`)
  const folder = resolve(options.out ?? join(tmpdir(), `bench-${process.pid}`))
  const report = new Report()
  try {
    for (const size of sizes) {
      const places = {
        folder: join(folder, String(size)),
        output: join(folder, String(size), 'site'),
        cache: options.cache,
        runs,
      }
      await measureAll(size, parts, places, report)
    }
  } finally {
    if (options.out === undefined) rmSync(folder, { recursive: true, force: true })
  }
  console.log(String(report))
  if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`)
  return 0
}

async function measureAll(size: number, parts: Part[], places: Places, report: Report): Promise<void> {
  const corpus = writeCorpus(places.folder, size)
  const measures = new Measures(size)
  const has = (part: Part) => parts.includes(part)
  const attempt = async (part: Part, measure: () => Promise<unknown>) => {
    if (!has(part)) return
    try {
      const note = await measure()
      if (typeof note === 'string') report.notes.add(note)
    } catch (error) {
      if (!(error instanceof ProgramFailed)) throw error
      report.notes.add(`${part} at ${size} could not be measured: ${error.message}`)
    }
  }
  await attempt('ingest', () => measureIngest(corpus, places, measures))
  await attempt('build', () => measureBuild(corpus, places, measures))
  await attempt('watch', () => measureWatch(corpus, places, measures))
  const built = existsSync(join(places.output, 'index.html')) ? writtenIn(places.output) : undefined
  if (built) report.frontPages.set(size, frontPage(places.output))
  await attempt('floor', () => measureFloor(corpus, places, built, measures))
  await attempt('hugo', () => measureHugo(corpus, places.folder, places.runs, measures))
  await attempt('stock', () => measureStockEleventy(corpus, places.folder, places.runs, measures))
  for (const measure of measures.medians())
    report.measures.push(/^(?:build|floor)/.test(measure.name) ? { ...measure, ...built } : measure)
  rmSync(places.folder, { recursive: true, force: true })
}

/** The floor writes what the build wrote; where that was not measured, a page of 8 kB for each article and story. */
async function measureFloor(
  { content, articles, stories }: Corpus,
  { folder, runs }: Places,
  built: { files: number; bytes: number } | undefined,
  measures: Measures,
): Promise<string | undefined> {
  const { files, bytes } = built ?? { files: articles + stories, bytes: 8000 * (articles + stories) }
  const output = join(folder, 'floor')
  const script = fileURLToPath(new URL('./bench/floor.ts', import.meta.url))
  for (let at = 0; at < runs; at++) {
    rmSync(output, { recursive: true, force: true })
    mkdirSync(output, { recursive: true })
    measures.add(
      'floor',
      await run(process.execPath, scriptArguments(script, content, output, String(files), String(bytes))),
    )
  }
  rmSync(output, { recursive: true, force: true })
  return built
    ? undefined
    : 'The build was not measured with the floor: it wrote 8 kB for each article and story'
}

await runCommand(main)
