import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharedShingles } from '../../scripts/content/shingles.ts'

const some = fc
  .uniqueArray(fc.nat(30), { minLength: 1 })
  .map((all) => Uint32Array.from(all).sort() as Uint32Array)

test('shared shingles are counted exactly from the least that is asked for on, and fewer are told as fewer', () => {
  fc.assert(
    fc.property(some, some, fc.nat(15), (a, b, least) => {
      const exact = a.filter((one) => b.includes(one)).length
      expect(sharedShingles(a, b)).toBe(exact)
      const counted = sharedShingles(a, b, least)
      if (exact >= least) expect(counted).toBe(exact)
      else expect(counted).toBeLessThan(least)
    }),
  )
})
