import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Sieve } from '../../scripts/ingest/sieve.ts'

const runs = fc
  .uniqueArray(fc.oneof(fc.nat(40), fc.integer({ min: 2 ** 32 - 40, max: 2 ** 32 - 1 })))
  .map((all) => Uint32Array.from(all).sort() as Uint32Array)

test('a sieve says how many runs two texts can share, whatever it was filled with before', () => {
  fc.assert(
    fc.property(fc.array(runs, { minLength: 1 }), runs, fc.nat(20), (fillings, other, least) => {
      const sieve = new Sieve()
      for (const filling of fillings) {
        sieve.fill(filling)
        const shared = other.filter((run) => filling.some((own) => (own & 0xffff) === (run & 0xffff))).length
        expect(sieve.mayShare(other, least)).toBe(shared >= least)
      }
    }),
  )
})
