import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { takeLock } from '../../scripts/content/lock.ts'
import { interrupt } from '../faults.ts'
import { scratchFolder } from '../scratch.ts'

let stop = () => {}
afterEach(() => stop())

test('a run whose token another one swept away before it was filled asks again', () => {
  const folder = scratchFolder()
  let isSwept = false
  const { end } = interrupt((_, name, path) => {
    if (name !== 'linkSync' || isSwept) return
    isSwept = true
    rmSync(path)
  }, folder)
  stop = end
  takeLock(folder, 'lock', 'run')
  end()
  expect(isSwept).toBe(true)
  expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8')).pid).toBe(process.pid)
})

test('what another run holds by now is not released', () => {
  const folder = scratchFolder()
  const lock = takeLock(folder, 'lock', 'run')
  writeFileSync(join(folder, 'lock'), '{"pid":1}')
  lock.release()
  expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe('{"pid":1}')
})

test('who holds a lock releases it', () => {
  const folder = scratchFolder()
  takeLock(folder, 'lock', 'run').release()
  expect(existsSync(join(folder, 'lock'))).toBe(false)
})
