import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortened } from '../../scripts/content/shortened.ts'

test('a text is cut at a space, and between characters where there is none', () => {
  expect(shortened('The keeper drained the pan', 40)).toBe('The keeper drained the pan')
  expect(shortened('The keeper drained the pan', 20)).toBe('The keeper drained …')
  expect(shortened('盐'.repeat(50), 20)).toBe(`${'盐'.repeat(20)}…`)
  expect(shortened(`A ${'盐'.repeat(50)}`, 20)).toBe(`A ${'盐'.repeat(18)}…`)
  expect(shortened('🧂'.repeat(50), 21)).toBe(`${'🧂'.repeat(10)}…`)
})

test('a cut text begins as the whole one and is hardly shorter than may be, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.integer({ min: 4, max: 60 }),
      (text, most) => {
        const cut = shortened(text, most)
        if (text.length <= most) expect(cut).toBe(text)
        else {
          expect(text.startsWith(cut.replace(/ ?…$/, ''))).toBe(true)
          expect(cut.isWellFormed()).toBe(true)
          expect(cut.length).toBeLessThanOrEqual(most + 2)
        }
      },
    ),
  )
  for (let most = 10; most < 60; most++)
    expect(shortened('盐 '.repeat(9) + '盐'.repeat(60), most).length).toBeGreaterThan(most / 2)
})
