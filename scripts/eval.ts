import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './terminal/command.ts'
import { readOptions, UsageError } from './terminal/options.ts'

const USAGE = `npm run eval -- [--data DIR] [--only TASK[/SET]] [--misses N]

Scores ingest on labelled source texts. They are third-party texts and do not come with the project: --data names the
folder that holds them and the scorer run.mjs (../shared/eval).`

function main(): number {
  const { data, only, misses } = readOptions(USAGE, {
    data: { type: 'string', default: '../shared/eval' },
    only: { type: 'string', default: '' },
    misses: { type: 'string', default: '0' },
  })
  const scorer = join(data, 'run.mjs')
  if (!existsSync(scorer)) throw new UsageError(`--data: ${data}: there is no run.mjs in it\n\n${USAGE}`)
  return (
    spawnSync(process.execPath, [scorer, '--data', data, '--only', only, '--misses', misses], {
      stdio: 'inherit',
    }).status ?? 1
  )
}

await runCommand(main)
