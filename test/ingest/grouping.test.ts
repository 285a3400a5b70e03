import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Item } from '../../scripts/ingest/cluster.ts'
import { weighTexts } from '../../scripts/ingest/likeness.ts'
import { proposals } from '../../scripts/ingest/proposals.ts'
import { Sum } from '../../scripts/ingest/sum.ts'

test('a text that has a story is proposed the same texts that have none as if all were asked about', () => {
  const texts = fc.array(fc.tuple(fc.array(fc.nat(12), { maxLength: 6 }), fc.nat(30)), {
    minLength: 120,
    maxLength: 260,
  })
  fc.assert(
    fc.property(texts, (all) => {
      const vectors = weighTexts(
        all.map(([words]) => ({ title: words.map((word) => `word${word}`).join(' '), paragraphs: [] })),
      )
      const items = vectors.map((vector): Item => ({ vector, told: [], articles: 1 }))
      const isOpen = (at: number) => all[at]?.[1] === 0
      const asked = proposals(items, isOpen)
      for (const [at, others] of proposals(items).entries()) {
        if (isOpen(at)) expect(asked[at]).toEqual(others)
        else expect(asked[at]?.filter(isOpen)).toEqual(others.filter(isOpen))
      }
    }),
    { numRuns: 20 },
  )
})

test('a sum has for each number what was added, in the order in which they came first', () => {
  const added = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.nat(9)), { maxLength: 400 })
  fc.assert(
    fc.property(added, fc.nat(40), (all, few) => {
      const [sum, plain] = [new Sum(), new Map<number, number>()]
      for (const [at, [number, weight]] of all.entries()) {
        const one = at % 2 === 0 ? number : number % (few + 1)
        sum.add(one, weight)
        plain.set(one, (plain.get(one) ?? 0) + weight)
      }
      const found = Array.from({ length: sum.size }, (_, at) => [sum.numbers[at], sum.weights[at]])
      expect(found).toEqual([...plain])
      for (const number of [...plain.keys(), 7]) expect(sum.get(number)).toBe(plain.get(number) ?? 0)
    }),
  )
})
