import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ToldPages } from '../../../scripts/site/telling/told-pages.ts'

const page = fc.record({ html: fc.string({ unit: 'grapheme' }), differ: fc.boolean(), speak: fc.boolean() })

test('what is told waits in memory or aside, and is handed out once as it was', () => {
  fc.assert(
    fc.property(fc.array(page, { maxLength: 12 }), fc.nat(40), (pages, most) => {
      const told = new ToldPages(most)
      for (const [at, one] of pages.entries())
        told.put(String(at), { ...one, html: new TextEncoder().encode(one.html) })
      const places = [...pages.keys()]
      for (const at of [...places.filter((at) => at % 2), ...places.filter((at) => at % 2 === 0)]) {
        expect(told.take(String(at))).toEqual(pages[at])
        expect(told.take(String(at))).toBeUndefined()
      }
      told.clear()
    }),
    { numRuns: 200, seed: 5 },
  )
})
