import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unseenIn, visible } from '../../scripts/content/visible.ts'

test('what is told of a text at a glance is what its characters say', () => {
  const isSeen = (text: string) => visible(text.replace(/[\n\t]/g, '')) === text.replace(/[\n\t]/g, '')
  for (let code = 0; code < 0x30000; code++) {
    const text = `a${String.fromCodePoint(code)}b`
    expect(unseenIn(text) === undefined, code.toString(16)).toBe(isSeen(text))
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(unseenIn(text) === undefined).toBe(isSeen(text))
    }),
    { seed: 11, numRuns: 1000 },
  )
})
