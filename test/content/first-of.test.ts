import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstOf } from '../../scripts/content/first-of.ts'

test('the first of many numbers are those that sorting puts first, in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40)), fc.nat(8), (all, count) => {
      const found = firstOf(
        all.length,
        (at) => all[at] as number,
        count,
        (a, b) => a > b,
      )
      expect(found).toEqual([...all].sort((a, b) => b - a).slice(0, count))
    }),
  )
})
