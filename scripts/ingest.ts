import { statSync, writeFileSync } from 'node:fs'
import { editorSummary } from './ingest/editor-summary.ts'
import { printReport } from './ingest/report.ts'
import { explainSource, ingest } from './ingest/run.ts'
import { runCommand } from './terminal/command.ts'
import { readOptions, UsageError } from './terminal/options.ts'
import { print } from './terminal/print.ts'
import { Progress } from './terminal/progress.ts'

const USAGE = `npm run ingest -- [--sources DIR] [--content DIR] [--dry-run] [--summary FILE]

  --sources DIR  folder of source texts, .txt and .html (content/sources)
  --content DIR  folder whose articles/ and stories/ are written (content)
  --dry-run      say what would be written, and write nothing
  --summary FILE write what an editor should know of this run, as Markdown
  --explain FILE print every line of one source text with its verdict and why, and write nothing`

/** Where runs keep what the next need not do again; may be deleted at any time. */
const CACHE = '.cache/ingest'

/** Exit codes: 0 done, 1 a source was refused or something wants an editor, 2 wrong usage. */
function main(): number {
  const options = readOptions(USAGE, {
    sources: { type: 'string', default: 'content/sources' },
    content: { type: 'string', default: 'content' },
    'dry-run': { type: 'boolean', default: false },
    summary: { type: 'string' },
    explain: { type: 'string' },
  })
  for (const name of ['sources', 'content'] as const) {
    if (!statSync(options[name], { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(`--${name}: ${options[name]}: there is no such folder`)
  }
  if (options.explain !== undefined) {
    print(explainSource(options.explain, options.content))
    return 0
  }
  const progress = new Progress('cleaned')
  const report = ingest({
    ...options,
    dryRun: options['dry-run'],
    explainNew: options.summary !== undefined,
    cache: CACHE,
    onText: (done, total) => progress.show(done, total),
  })
  progress.end()
  printReport(report)
  if (options.summary !== undefined) writeFileSync(options.summary, editorSummary(report))
  const inConflict = report.files.some((file) => file.outcome === 'in conflict')
  return report.refused.length > 0 || report.problems.length > 0 || inConflict ? 1 : 0
}

await runCommand(main)
