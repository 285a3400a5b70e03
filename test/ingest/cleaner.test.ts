import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Cleaner } from '../../scripts/ingest/cleaner.ts'
import { keepBelow } from '../../scripts/ingest/kept.ts'
import { RepeatedLines } from '../../scripts/ingest/repeated-lines.ts'
import { scratchFolder } from '../scratch.ts'

const textOn = (
  matter: string,
) => `The ${matter} of Brackwater\n\nBRACKWATER, March 3 (Tidewire) - The ${matter} of the port was sold on Monday.

Nobody said for how much the ${matter} was sold, or to whom it went in the end.\n`

test('a text that somebody changes between two looks is not kept for what it was', () => {
  const sourcesOf = (text: string) => ({
    known: () => undefined,
    read: () => ({ bytes: Buffer.from(text), sha256: createHash('sha256').update(text).digest('hex') }),
  })
  const [before, after] = [sourcesOf(textOn('lighthouse')), sourcesOf(textOn('custom house'))]
  const kept = keepBelow(join(scratchFolder(), 'cache'), 'content')
  const cleaner = new Cleaner({ topics: [], publishers: [] }, new RepeatedLines(), kept)
  const refuse = (_: string, error: unknown) => {
    throw error
  }
  const [draft] = cleaner.firstLooks(['port.txt'], before, refuse, () => {})
  if (!draft) throw new Error('no draft')
  expect(cleaner.secondLook(draft, after).title).toBe('The custom house of Brackwater')
  expect(cleaner.secondLook(draft, before).title).toBe('The lighthouse of Brackwater')
  expect(cleaner.work).toEqual({ cleaned: 1, cleanedAgain: 2 })
  expect(cleaner.secondLook(draft, after).title).toBe('The lighthouse of Brackwater')
})
