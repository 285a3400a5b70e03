import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import yaml from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { attributions } from '../../../scripts/site/attribution/attributions.ts'
import { coverQuotations, quotations } from '../../../scripts/site/attribution/quotation.ts'
import { attributingVerbs } from '../../../scripts/site/attribution/verbs.ts'
import { cases, check } from '../../check.ts'

describe('who says so', () => {
  test.each(cases(join(import.meta.dirname, 'fixtures')))('$name', ({ folder, input }) => {
    const paragraphs = readFileSync(input, 'utf8').trimEnd().split('\n')
    check(folder, 'expected.yaml', yaml.dump(attributions(paragraphs), { lineWidth: -1 }))
  })
})

/** Texts made of what the rules look for, in any order. */
const piece = fc.constantFrom(
  ...'“ ” " ‘ ’ « » ( ) , . ? ! — - : said told according to saying he it they who and but that President Minister Kirby Ada Mirren'.split(
    ' ',
  ),
  ...[
    'officials',
    'a report',
    'state media',
    'residents',
    'the',
    'of',
    'U.S.',
    'on Friday',
    '\u0001',
    '😀',
    'Ä',
    '\ud800',
  ],
)
const paragraph = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '))
const text = fc.oneof(
  fc.array(paragraph, { maxLength: 6 }),
  fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }),
)

test('any text: sentence and quoted words stand in their paragraph, and somebody speaks', () => {
  fc.assert(
    fc.property(text, (paragraphs) => {
      for (const { paragraph, quotes, sentence, speaker } of attributions(paragraphs)) {
        const source = paragraphs[paragraph - 1] ?? ''
        expect(source).toContain(sentence)
        for (const quote of quotes) expect(sentence).toContain(quote)
        expect(speaker.trim()).not.toBe('')
      }
    }),
    { numRuns: 500 },
  )
})

test('any paragraph: covered quotations keep the length and what is outside them', () => {
  fc.assert(
    fc.property(fc.oneof(paragraph, fc.string()), (source) => {
      const found = quotations(source)
      const covered = coverQuotations(source, found)
      expect(covered).toHaveLength(source.length)
      let from = 0
      for (const { start, end } of found) {
        expect(start).toBeGreaterThanOrEqual(from)
        expect(covered.slice(from, start)).toBe(source.slice(from, start))
        from = end
      }
    }),
  )
})

test('a hostile megabyte is read to its end', () => {
  const size = 1_000_000
  for (const unit of [
    '“',
    '"',
    '‘a',
    'said ',
    'President ',
    'A ',
    'and ',
    ', ',
    '(',
    '" said ',
    'Mr A, a minister, ',
    'x',
  ])
    expect(Array.isArray(attributions([unit.repeat(size / unit.length)]))).toBe(true)
})

test('attributing verbs are whole words that nothing joins to another', () => {
  const part = fc.oneof(
    fc.constantFrom(
      ...'said saying Said tells reports emphasized according According to too said- -said _ é ’ 7 \u0001 , 😀'.split(
        ' ',
      ),
    ),
    fc.constantFrom(' ', ' ', '  ', ''),
    fc.string({ unit: 'binary', maxLength: 2 }),
  )
  const verb = /\b(?:[Aa]ccording to|saying|said|tells|reports|emphasized)\b(?!-)/g
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 24 }).map((parts) => parts.join('')),
      (covered) => {
        const found = attributingVerbs(covered).map(({ verb: printed, start }) => [start, printed])
        const words = [...covered.matchAll(verb)].map(({ 0: printed, index }) => [index, printed] as const)
        const isPart = (index: number) => /[\p{L}\p{N}’'-]/u.test(covered[index - 1] ?? ' ')
        expect(found).toEqual(words.filter(([index]) => !isPart(index)))
      },
    ),
    { numRuns: 1000 },
  )
})
