import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldSpace } from '../../../scripts/content/space.ts'
import { compareBodies, type Excerpt } from '../../../scripts/site/story/comparison.ts'
import { bodyOf } from '../../../scripts/site/story/print.ts'
import { longestRising } from '../../../scripts/site/story/rising.ts'
import { spellingKey } from '../../../scripts/site/story/spelling.ts'
import { wordChanges } from '../../../scripts/site/story/word-changes.ts'
import { wordPairs } from '../../../scripts/site/story/word-pairs.ts'
import { wordUnits } from '../../../scripts/site/story/word-units.ts'

const SPELLINGS = [
  ['defence', 'defense'],
  ['armoured', 'armored'],
  ['programmes', 'programs'],
  ['organisations', 'organizations'],
  ['kilometres', 'km'],
  ['travelling', 'traveling'],
  ['Zelenskyy', 'Zelensky'],
  ['Sergey', 'Sergei'],
  ['U.S.', 'US'],
  ['U.N.’s', "UN's"],
  ['Nato', 'NATO'],
  ['per cent', 'percent'],
  ['Sept. 7', '7 September'],
  ['twenty-two', '22'],
  ['1.5bn', '1.5 billion'],
  ['co-operation', 'cooperation'],
  ['ceasefire', 'cease-fire'],
  ['Erdoğan', 'Erdogan'],
  ['Αθήνα', 'ΑΘΗΝΑ'],
  ['Ники́тин', 'Никитин'],
  ['fifteenth', '15th'],
  ['catalogued', 'cataloged'],
  ['haemorrhage', 'hemorrhage'],
  ['advisors', 'advisers'],
] as const
const PLAIN = ['ship', 'harbour', 'said', 'the', 'of', 'Lindow', 'council', 'a', 'left', 'envoy']

/** Sentences, punctuation, marks of many kinds, and strings of no sense at all. */
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PLAIN, ...SPELLINGS.flat()) },
  fc.constantFrom(
    '“arms”',
    '—',
    ',',
    '.',
    '...',
    "'",
    '(',
    ')',
    '%',
    '$5',
    '漢字',
    '🛳',
    '<b>',
    '\u0000',
    '\ud800',
  ),
  fc.string({ maxLength: 4 }),
)
const sentence = fc
  .tuple(fc.array(word, { maxLength: 12 }), fc.constantFrom('.', '. ', '! Then', '', '?”'))
  .map(([all, end]) => all.join(' ') + end)
const body = fc.array(
  fc.array(sentence, { maxLength: 4 }).map((all) => foldSpace(all.join(' '))),
  { maxLength: 6 },
)

/** A body and a copy of it in which paragraphs were cut, exchanged and rewritten. */
const copied = fc.tuple(body, body, fc.array(fc.nat(), { maxLength: 12 })).map(([original, other, picks]) => {
  const all = [...original, ...other]
  return [original, picks.map((pick) => all[pick % Math.max(1, all.length)] ?? '')] as const
})

describe('word changes', () => {
  test('put together are both texts', () => {
    fc.assert(
      fc.property(sentence, sentence, fc.nat(3), (a, b, way) => {
        const copy =
          way === 0 ? b : way === 1 ? `${b} ${a}` : way === 2 ? a.replace('the', 'every') : `${a}${b}`
        const spans = wordChanges(a, copy)
        expect(spans.map((span) => span.original).join('')).toBe(a)
        expect(spans.map((span) => span.copy).join('')).toBe(copy)
        for (const { kind, original, copy: other } of spans) expect(original === other).toBe(kind === 'kept')
      }),
      { numRuns: 2000, seed: 1 },
    )
  })

  test('between a text and its other spelling are spellings only', () => {
    const written = fc.array(
      fc.oneof(
        fc.constantFrom(...SPELLINGS),
        fc.constantFrom(...PLAIN).map((one) => [one, one]),
      ),
      {
        minLength: 1,
        maxLength: 20,
      },
    )
    fc.assert(
      fc.property(written, (pairs) => {
        const [original, copy] = [0, 1].map((side) => `So ${pairs.map((pair) => pair[side]).join(' x ')}.`)
        const kinds = wordChanges(original ?? '', copy ?? '').map(({ kind }) => kind)
        expect(kinds).not.toContain('altered')
      }),
      { numRuns: 500, seed: 2 },
    )
  })

  test.each([
    ['said on Friday that', 'on Friday said that', ['said on Friday', 'on Friday said']],
    ['the basic materiel of', 'the military equipment of', ['basic materiel', 'military equipment']],
    ['a port (180 miles), it', 'a port, it', [' (180 miles)', '']],
    ['it was “hard” work', 'it was hard work', ['“', ''], ['”', '']],
    ['Kirby said', 'Mr Kirby said', ['', 'Mr ']],
    ['fall of 2024', 'autumn of 2024', ['fall', 'autumn']],
    ['fell 5 points', 'fell -5 points', ['5', '-5']],
    ['a result of −$5 million', 'a result of $5 million', ['−$', '$']],
    ['fell -5 points', 'fell −5 points'],
    ['a pre-2014 ship, 10-15 tons', 'a pre–2014 ship, 10–15 tons'],
    ['two tonnes for us', '2 tons for US', ['tonnes for us', 'tons for US']],
  ])('%j, %j', (original, copy, ...expected) => {
    const altered = wordChanges(original, copy).filter(({ kind }) => kind === 'altered')
    expect(altered.map((span) => [span.original, span.copy])).toEqual(expected)
  })

  test('words that are not one word keep different keys', () => {
    for (const pair of [
      ['prize', 'prise'],
      ['advice', 'advise'],
      ['Volodymyr', 'Vladimir'],
      ['tonne', 'ton'],
      ['metro', 'meter'],
      ['four', 'for'],
      ['hour', 'hor'],
      ['million', 'billion'],
      ['Iran', 'Iraq'],
      ['first', 'fist'],
      ['spokesman', 'spokesperson'],
      ['1,000', '10,00'],
      ['3.5', '35'],
      ['か', 'が'],
      ['ハン', 'パン'],
      ['мой', 'мои'],
      ['всё', 'все'],
      ['कि', 'की'],
      ['ที่', 'ที'],
    ])
      expect(new Set(pair.map(spellingKey)).size, pair.join()).toBe(2)
  })
})

describe('comparison of bodies', () => {
  test('accounts for every sentence of both once, and gives both back', () => {
    fc.assert(
      fc.property(copied, ([original, copy]) => {
        const { shared, cut, added } = compareBodies(bodyOf(original), bodyOf([...copy]))
        const texts = (side: 'original' | 'copy', alone: Excerpt[]) =>
          [
            ...shared.map((one) => ({
              at: one.sentences[side],
              text: one.spans.map((span) => span[side]).join(''),
            })),
            ...alone.map(({ sentences, text }) => ({ at: sentences, text })),
          ].sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0))
        for (const [side, alone, all] of [
          ['original', cut, original],
          ['copy', added, [...copy]],
        ] as const) {
          const found = texts(side, alone)
          expect(found.flatMap(({ at }) => at).sort((a, b) => a - b)).toEqual(
            found
              .flatMap(({ at }) => at)
              .sort((a, b) => a - b)
              .map((_, at) => at),
          )
          const letters = (text: string) => [...text.replace(/ … | /g, '')].sort().join('')
          expect(letters(found.map(({ text }) => text).join(''))).toBe(letters(all.join('')))
        }
      }),
      { numRuns: 500, seed: 3 },
    )
  })

  test('of a text with itself finds nothing', () => {
    fc.assert(
      fc.property(body, (text) => {
        const { fates, cut, added, shared, joined } = compareBodies(bodyOf(text), bodyOf(text))
        expect([cut, added, joined]).toEqual([[], [], []])
        expect(fates.every(({ kind, moved }) => kind === 'kept' && !moved)).toBe(true)
        expect(shared.flatMap(({ spans }) => spans).every(({ kind }) => kind === 'kept')).toBe(true)
      }),
      { numRuns: 500, seed: 4 },
    )
  })

  test('of paragraphs in another order finds them moved and nothing else', () => {
    const text = ['ships', 'trains', 'councils', 'envoys', 'harbours', 'storms'].map(
      (what) =>
        `The ${what} of Lindow were counted by the council, which found fewer ${what} than it had hoped.`,
    )
    fc.assert(
      fc.property(fc.shuffledSubarray([...text.keys()], { minLength: text.length }), (order) => {
        const { fates, cut, added } = compareBodies(bodyOf(text), bodyOf(order.map((at) => text[at] ?? '')))
        expect([cut, added]).toEqual([[], []])
        expect(fates.every(({ kind }) => kind === 'kept')).toBe(true)
        expect(fates.filter(({ moved }) => moved)).toHaveLength(order.length - longestRising(order).length)
      }),
      { numRuns: 50, seed: 5 },
    )
  })
})

describe('a hostile text', () => {
  /** How often the words of two texts are looked at. */
  function looks(original: string[], copy: string[]): number {
    let count = 0
    const counted = (words: string[]) =>
      words.map((text) => ({
        before: ' ',
        text,
        get key() {
          count++
          return text
        },
      }))
    wordPairs(counted(original), counted(copy))
    return count
  }
  const numbered = (length: number, name: (at: number) => string) =>
    Array.from({ length }, (_, at) => name(at))

  test.each<[string, (at: number) => string, (at: number) => string]>([
    ['one word', () => 'a', (at) => (at === 0 ? 'b' : 'a')],
    ['no word in common', (at) => `a${at}`, (at) => `b${at}`],
    ['two words by turns', (at) => `${at % 2}`, (at) => `${(at + 1) % 2}`],
    [
      'anchors far apart',
      (at) => (at % 300 ? `a${at % 7}` : `x${at}`),
      (at) => (at % 300 ? `a${at % 5}` : `x${at}`),
    ],
  ])('costs in proportion to its length: %s', (_, a, b) => {
    const at = (length: number) => looks(numbered(length, a), numbered(length, b))
    expect(at(40_000)).toBeLessThan(2.2 * at(20_000))
    expect(at(20_000)).toBeLessThan(20_000 * 1_000)
  })

  test('is compared to its end', () => {
    const texts = [
      Array(3_000).fill('The same words again and again.'),
      [`${'word '.repeat(200_000)}.`],
      ['."'.repeat(100_000)],
      numberedSentences(4_000, 'Ship number'),
      ['A. '.repeat(50_000)],
      ['Ab cd. '.repeat(30_000).trim()],
      [numberedSentences(20_000, 'Ship number').join(' ')],
    ]
    for (const text of texts) {
      const other = text.map((paragraph) => `So ${paragraph.slice(1)}`)
      const { fates } = compareBodies(bodyOf(text), bodyOf([...other].reverse()))
      expect(fates.length).toBeLessThanOrEqual(text.length)
      expect(wordUnits(text[0] ?? '').tail.length).toBeGreaterThanOrEqual(0)
    }
  })

  function numberedSentences(length: number, begin: string): string[] {
    return numbered(length, (at) => `${begin} ${at} left the port of Lindow on day ${at} of the year.`)
  }
})
