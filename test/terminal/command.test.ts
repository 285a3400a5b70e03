import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { readPort, UsageError } from '../../scripts/terminal/options.ts'
import { progressLine } from '../../scripts/terminal/progress.ts'
import { command } from '../scratch.ts'

test('a command whose reader has gone away ends as it would have ended', async () => {
  const run = spawn(process.execPath, ['--import', 'tsx', 'scripts/check.ts', '--output', 'nowhere'])
  run.stdout.destroy()
  const [[code], errors] = await Promise.all([once(run, 'exit'), text(run.stderr)])
  expect([code, errors]).toEqual([0, ''])
})

describe('a port', () => {
  test.each(['1', '8', '80', '8080', '65535'])('may be %s', (text) =>
    expect(readPort(text, 'usage')).toBe(Number(text)),
  )

  test.each(['', '0', '65536', '99999', '100000', '-1', '8.5', '1e3', 'http', ' 80'])('is not %j', (text) =>
    expect(() => readPort(text, 'usage')).toThrow(UsageError),
  )

  test('that there is not ends npm start before it begins', () => {
    const { code, err } = command('start', ['--port', '65536'])
    expect(code).toBe(2)
    expect(err).toMatch(/^--port: 65536: write a whole number from 1 to 65535\n\nnpm start --/)
  })
})

test('progress has a rate once there is something to tell it from', () => {
  expect(progressLine('cleaned', 0, 20, 3)).toBe('cleaned 0 of 20')
  expect(progressLine('cleaned', 0, 0, 3)).toBe('cleaned 0 of 0')
  expect(progressLine('cleaned', 10, 20, 2)).toBe('cleaned 10 of 20, 5 a second, 2 s left')
  expect(progressLine('cleaned', 20, 20, 4)).toBe('cleaned 20 of 20, 5 a second, 0 s left')
})
