import { createHash } from 'node:crypto'
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { FileHashes } from '../../scripts/content/file-hashes.ts'
import { Pack } from '../../scripts/content/pack.ts'
import { scratchFolder } from '../scratch.ts'

/** Longer than a step of the times of any disk that tests run on. */
const STEP = 30

test('the hash of a file is known without reading it for as long as nobody touched it', async () => {
  const folder = scratchFolder()
  const path = join(folder, 'text')
  const pack = new Pack(join(folder, 'pack'))
  const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
  /** What another run knows of a file, and what it is told when it asks. */
  const anew = () => {
    const hashes = new FileHashes(pack, STEP / 2)
    const [known, told] = [hashes.known(path), hashes.of(path)]
    hashes.keep()
    expect(told).toBe(hashOf(path))
    return known
  }
  const settle = async () => {
    await setTimeout(STEP)
    anew()
    expect(anew()).toBe(hashOf(path))
  }
  writeFileSync(path, 'one')
  expect(anew()).toBeUndefined()
  await settle()
  // As long, and as old as far as its own time says.
  const { atime, mtime } = statSync(path)
  writeFileSync(path, 'two')
  utimesSync(path, atime, mtime)
  expect(anew()).toBeUndefined()
  await settle()
  writeFileSync(join(folder, 'other'), 'six')
  utimesSync(join(folder, 'other'), atime, mtime)
  renameSync(join(folder, 'other'), path)
  expect(anew()).toBeUndefined()
  await settle()
  rmSync(path)
  expect(new FileHashes(pack).known(path)).toBeUndefined()
  expect(() => new FileHashes(pack).of(path)).toThrow('ENOENT')
  symlinkSync('pack', path)
  expect(new FileHashes(pack).known(path)).toBeUndefined()
})

test('a file that changed a moment ago is read again', () => {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'below'))
  const path = join(folder, 'below', 'text')
  writeFileSync(path, 'one')
  const hashes = new FileHashes()
  const { sha256 } = hashes.read(path)
  expect(hashes.known(path)).toBeUndefined()
  expect(hashes.of(path)).toBe(sha256)
})

test('between two looks a file that was read is as it was read, however young, unless somebody says that he wrote it', () => {
  const path = join(scratchFolder(), 'text')
  const hashes = new FileHashes()
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
  writeFileSync(path, 'one')
  hashes.look()
  expect(hashes.known(path)).toBeUndefined()
  expect(hashes.of(path)).toBe(hashOf('one'))
  writeFileSync(path, 'two')
  expect([hashes.known(path), hashes.of(path)]).toEqual([hashOf('one'), hashOf('one')])
  expect(hashes.read(path).sha256).toBe(hashOf('two'))
  expect(hashes.known(path)).toBe(hashOf('two'))
  hashes.forget(path)
  expect(hashes.known(path)).toBeUndefined()
  hashes.wrote(path, hashOf('three'))
  expect([hashes.known(path), hashes.of(path)]).toEqual([hashOf('three'), hashOf('three')])
  hashes.read(path)
  hashes.look()
  expect(hashes.known(path)).toBeUndefined()
})
