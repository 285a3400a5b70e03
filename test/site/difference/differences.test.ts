import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import yaml from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { grouped } from '../../../layouts/components/count.ts'
import { type AccountText, differences } from '../../../scripts/site/difference/differences.ts'
import { figuresIn } from '../../../scripts/site/difference/figure.ts'
import { excludeEachOther, numberValue, spanOf } from '../../../scripts/site/difference/number.ts'
import { cases, check } from '../../check.ts'

/** Accounts stand between lines of dashes; `date:` before the text is a day that can be relied on. */
function accountsOf(file: string): AccountText[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n---\n')
    .map((account) => {
      const lines = account.split('\n')
      const date = lines[0]?.startsWith('date: ') ? lines.shift()?.slice(6) : undefined
      return { paragraphs: lines, date }
    })
}

describe('where accounts differ', () => {
  test.each(cases(join(import.meta.dirname, 'fixtures')))('$name', ({ name, folder, input }) => {
    const found = differences(accountsOf(input))
    if (name.startsWith('none-')) expect(found).toEqual([])
    else expect(found).not.toEqual([])
    check(folder, 'expected.yaml', yaml.dump(found, { lineWidth: -1 }))
  })
})

describe('a magnitude', () => {
  test.each([
    ['The port cost $5bn.', 5e9, 'dollar'],
    ['The port cost £5m.', 5e6, 'pound'],
    ['The port cost about US$1.5M.', 1.5e6, 'dollar'],
    ['The port cost 3m euros.', 3e6, 'euro'],
    ['More than 3m people fled.', 3e6, ''],
    ['It sold 2.5bn shells.', 2.5e9, ''],
    ['It sold 4 million shells.', 4e6, ''],
    ['The port cost $4-million.', 4e6, 'dollar'],
  ])('%s', (sentence, value, unit) => {
    const [figure, ...others] = figuresIn(sentence)
    expect(others).toEqual([])
    expect(figure?.unit).toBe(unit)
    expect(figure?.span.least).toBeLessThanOrEqual(value)
    expect(figure?.span.most).toBeGreaterThanOrEqual(value)
    expect(figure?.span.least).toBeGreaterThan(value / 2)
  })

  test.each([
    'It let in 300 m container ships.',
    'It built 3 m walls.',
    'It built 3m walls.',
    'It built 3m-4m walls.',
    'The 2 bn soldiers left.',
  ])('that may be metres or something else is none: %s', (sentence) =>
    expect(figuresIn(sentence)).toEqual([]),
  )
})

const number = fc.nat({ max: 90_000_000 })
const sentence = fc
  .tuple(
    fc.constantFrom('', 'about ', 'more than ', 'up to ', 'nearly ', 'between 3 and ', 'some '),
    fc.oneof(
      number.map(grouped),
      number.map(String),
      fc.constantFrom('twelve', '1.5 million', '$3 billion', '15%'),
    ),
    fc.constantFrom('soldiers', 'containers of arms', 'people', 'ships', ''),
    fc.constantFrom('on 3 May 2024', 'on Monday', ''),
  )
  .map(
    ([bound, value, noun, day]) =>
      `The council of Larn sent ${bound}${value} ${noun} to the port of Dunmore ${day}.`,
  )
const account = fc.record({
  paragraphs: fc.array(fc.oneof(sentence, fc.string()), { maxLength: 4 }),
  date: fc.constantFrom('2024-05-10', undefined),
})

test('a text compared with itself differs in nothing', () => {
  fc.assert(
    fc.property(account, (one) => {
      expect(differences([one, one, one])).toEqual([])
    }),
  )
})

test('every version stands in its account, and no account has two in one difference', () => {
  fc.assert(
    fc.property(fc.array(account, { maxLength: 5 }), (accounts) => {
      for (const { versions } of differences(accounts)) {
        expect(new Set(versions.map((version) => version.account)).size).toBe(versions.length)
        expect(versions.length).toBeGreaterThan(1)
        for (const { account, paragraph, sentence, value } of versions) {
          expect(accounts[account]?.paragraphs[paragraph - 1]).toContain(sentence)
          expect(sentence).toContain(value)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('a number is read as it was written, with separators or without', () => {
  fc.assert(
    fc.property(number, (value) => {
      expect(numberValue(String(value))).toBe(value)
      expect(numberValue(grouped(value))).toBe(value)
    }),
  )
})

test('magnitudes multiply', () => {
  expect(numberValue('1.5', 'billion')).toBe(1_500_000_000)
  expect(numberValue('twenty-one', 'thousand')).toBe(21_000)
  expect(numberValue('two', 'dozen')).toBe(24)
  expect(numberValue('1.1', 'million')).toBe(1_100_000)
  expect(numberValue('many')).toBeUndefined()
})

test('whatever is said of a number, it agrees with the number itself', () => {
  fc.assert(
    fc.property(number, fc.constantFrom('about', 'least', 'most', 'nearly', 'exact'), (value, bound) => {
      const [said, plain] = [spanOf(String(value), '', bound), spanOf(String(value), '', 'exact')]
      expect(said && plain && excludeEachOther(said, plain)).toBe(false)
    }),
  )
})

test('a hostile megabyte is read to its end', () => {
  for (const unit of ['1', '1,', '5 tanks ', 'between 1 and ', '$', 'Monday ', 'one-', '3 May. ', 'a '])
    expect(
      differences([{ paragraphs: [unit.repeat(1_000_000 / unit.length)] }, { paragraphs: [unit] }]),
    ).toEqual([])
})
