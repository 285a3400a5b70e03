import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

test('a command whose reader has gone away ends as it would have ended', async () => {
  const run = spawn(process.execPath, ['--import', 'tsx', 'scripts/check.ts', '--output', 'nowhere'])
  run.stdout.destroy()
  const [[code], errors] = await Promise.all([once(run, 'exit'), text(run.stderr)])
  expect([code, errors]).toEqual([0, ''])
})
