import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf, textOf, type View } from '../../../scripts/site/output/view-parts.ts'

test('two views have one text if they say the same, and only then', () => {
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      fc.string({ unit: fc.constantFrom(...'1:,[]{}&=a') }),
      fc.integer({ min: 0, max: 12 }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'url'), tie('value'), { maxKeys: 3 }),
      fc.record({ url: fc.constantFrom('/1,', '/2'), output: fc.constant('held') }),
    ),
  }))
  const view = fc.record({ url: fc.constant('/'), output: fc.constant('index.html'), fields: value })
  const said = (one: unknown) => {
    const parts: unknown[] = []
    partsOf(one as View, parts)
    return { parts, text: textOf(parts) }
  }
  fc.assert(
    fc.property(view, view, (one, other) => {
      const [a, b] = [said(one), said(other)]
      const same = JSON.stringify(one) === JSON.stringify(other)
      expect(a.text === b.text).toBe(same)
      expect(said(structuredClone(one)).parts).toEqual(a.parts)
    }),
    { numRuns: 2000 },
  )
})

test('a view names those that it holds by their addresses, in the order of its fields', () => {
  const viewOf = (name: string) => ({ url: `/${name}`, output: name, own: name })
  const [one, two] = [viewOf('one'), viewOf('two')]
  const parts: unknown[] = ['left over']
  const holder = { url: '/', output: 'index.html', list: [two, one], none: undefined, ask: () => one }
  expect(partsOf(holder, parts)).toEqual([two, one])
  expect(textOf(parts)).toBe('{3:url,1:/,6:output,10:index.html,4:list,[&4:/two,&4:/one,]]')
})
