import { existsSync } from 'node:fs'
import { isSearchOption } from './site/build.ts'
import { prefixProblem, siteProblem } from './site/paths.ts'
import { buildAndSay } from './terminal/build-and-say.ts'
import { runCommand } from './terminal/command.ts'
import { readOptions, UsageError } from './terminal/options.ts'

const USAGE = `npm run build -- [--content DIR] [--output DIR] [--path-prefix /repo/] [--url URL] [--search HOW]

  --content DIR      what the digest says (content)
  --output DIR       where the site is written (_site)
  --path-prefix P    path below which it is served, such as /repo/ (the path of the site's url)
  --url URL          address at which it is published (url in site.yaml)
  --search HOW       index: makes the search index; keep: takes that of the site that is replaced; none (index)`

async function main(): Promise<number> {
  const options = readOptions(USAGE, {
    content: { type: 'string', default: 'content' },
    output: { type: 'string', default: '_site' },
    'path-prefix': { type: 'string' },
    url: { type: 'string' },
    search: { type: 'string', default: 'index' },
  })
  refuseIf('--url', options.url, siteProblem)
  refuseIf('--path-prefix', options['path-prefix'], prefixProblem)
  if (!isSearchOption(options.search))
    throw new UsageError(`--search: ${options.search}: write index, keep or none\n\n${USAGE}`)
  if (!existsSync(options.content))
    throw new UsageError(`--content: ${options.content}: there is no such folder`)
  const { 'path-prefix': pathPrefix, search, ...others } = options
  return buildAndSay({ ...others, pathPrefix, search })
}

function refuseIf(
  option: string,
  value: string | undefined,
  problemOf: (value: string) => string | undefined,
): void {
  const problem = value === undefined ? undefined : problemOf(value)
  if (problem) throw new UsageError(`${option}: ${JSON.stringify(value)}: ${problem}\n\n${USAGE}`)
}

await runCommand(main)
