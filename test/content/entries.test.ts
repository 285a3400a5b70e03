import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EntryReader } from '../../scripts/content/entries.ts'
import { FileHashes } from '../../scripts/content/file-hashes.ts'
import { bytesOf, entryFrom } from '../../scripts/content/kept-entry.ts'
import { Pack } from '../../scripts/content/pack.ts'
import { allPrintable } from '../../scripts/content/printable.ts'
import { scratchFolder } from '../scratch.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '“So it is,” he said — 한국.', 'a\u0007b', '\u{e0041}', 'x\u2028y'),
)

test('an entry that was kept is the one that was, printed and not', () => {
  fc.assert(
    fc.property(fc.record({ id: text, list: fc.array(text), body: text }), (entry) => {
      const bytes = bytesOf(entry)
      const kept = entryFrom<typeof entry>(bytes, () => bytes)
      expect({ ...kept }).toEqual(entry)
      expect({ ...allPrintable(kept) }).toEqual(allPrintable(entry))
    }),
    { seed: 7 },
  )
})

test('a body that a pack has lost is read again, unless its file changed since', () => {
  const folder = scratchFolder()
  const write = (body: string) => {
    writeFileSync(join(folder, 'a.md'), body)
    utimesSync(join(folder, 'a.md'), 1, 1)
  }
  const parse = (body: string) => ({ id: 'a', body })
  const path = join(folder, 'kept', 'pack')
  mkdirSync(join(folder, 'kept'))
  write('The harbour opens.')
  const pack = new Pack(path)
  const { entry } = new EntryReader(folder, pack, new FileHashes(), new Map()).read('a.md', parse)
  pack.save()
  expect(entry.body).toBe('The harbour opens.')

  const later = new Pack(path)
  const again = new EntryReader(folder, later, new FileHashes(), new Map()).read('a.md', parse)
  expect({ ...again.entry }).toEqual(parse('The harbour opens.'))

  rmSync(path)
  const lost = new Pack(path, 'other')
  const { entry: third } = new EntryReader(folder, lost, new FileHashes(), new Map()).read('a.md', parse)
  write('The harbour is shut.')
  expect(third.body).toBe('The harbour opens.')
  lost.get = () => undefined
  expect(() => third.body).toThrow(/a\.md: it changed while it was read/)
  write('The harbour opens.')
  expect(third.body).toBe('The harbour opens.')
})
