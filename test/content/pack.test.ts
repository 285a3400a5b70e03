import { readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Pack, packKey } from '../../scripts/content/pack.ts'
import { scratchFolder } from '../scratch.ts'

/** Bytes that a pack holds before it puts them aside. */
const HELD = 12

const value = (text: string) => Buffer.from(text)
const read = (pack: Pack, name: string) => pack.get(packKey(name))?.toString()

test('what was put and saved is there in the next run, whatever the runs asked and put meanwhile', () => {
  const step = fc.oneof(
    fc.tuple(fc.constant('put'), fc.constantFrom('a', 'b', 'c', 'd'), fc.string({ maxLength: 8 })),
    fc.tuple(fc.constantFrom('save', 'reopen'), fc.constant(''), fc.constant('')),
  )
  let files = 0
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const path = join(scratchFolder(), `pack-${files++}`)
      const [saved, added] = [new Map<string, string>(), new Map<string, string>()]
      let pack = new Pack(path, '', HELD)
      for (const [what, name, text] of steps) {
        if (what === 'put') {
          pack.put(packKey(name), value(text))
          added.set(name, text)
        } else {
          // Asked for, so that nothing is dropped.
          for (const key of [...saved.keys()]) read(pack, key)
          if (what === 'save') {
            pack.save()
            for (const [key, one] of added) saved.set(key, one)
          } else pack = new Pack(path, '', HELD)
          added.clear()
        }
        for (const [key, one] of new Map([...saved, ...added])) expect(read(pack, key)).toBe(one)
      }
    }),
    { numRuns: 200, seed: 3 },
  )
})

test('a file grows by what is new, and one that was cut off loses no more than its end', () => {
  const path = join(scratchFolder(), 'pack')
  const first = new Pack(path, '1')
  for (let at = 0; at < 100; at++) first.put(packKey(String(at)), value('x'.repeat(1000)))
  first.save()
  const before = readFileSync(path)

  const second = new Pack(path, '1')
  for (let at = 0; at < 100; at++) read(second, String(at))
  second.put(packKey('more'), value('y'))
  second.save()
  expect(readFileSync(path).subarray(0, before.length)).toEqual(before)
  expect(statSync(path).size).toBeLessThan(before.length + 100)

  truncateSync(path, before.length - 1)
  const third = new Pack(path, '1')
  expect(read(third, '98')).toBe('x'.repeat(1000))
  expect(read(third, '99')).toBeUndefined()
  third.put(packKey('99'), value('z'))
  for (let at = 0; at < 99; at++) read(third, String(at))
  third.save()
  expect(['0', '98', '99', 'more'].map((name) => read(new Pack(path, '1'), name)?.length)).toEqual([
    1000,
    1000,
    1,
    undefined,
  ])
  expect(read(new Pack(path, '2'), '0')).toBeUndefined()
})
