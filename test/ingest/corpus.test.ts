import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadContent } from '../../scripts/content/load.ts'
import { Pack } from '../../scripts/content/pack.ts'
import { compileRegistry } from '../../scripts/content/registry.ts'
import { findCopies } from '../../scripts/ingest/copies.ts'
import { keptCopies } from '../../scripts/ingest/copies-kept.ts'
import { compare, entryOfDraft } from '../../scripts/ingest/corpus.ts'
import { doubtAmongCopies } from '../../scripts/ingest/doubt.ts'
import { emptyDraft } from '../../scripts/ingest/draft.ts'
import { clean } from '../../scripts/ingest/pipeline.ts'
import type { Text } from '../../scripts/ingest/prints.ts'
import { RepeatedLines } from '../../scripts/ingest/repeated-lines.ts'
import { assignStories } from '../../scripts/ingest/stories.ts'
import { scratchFolder } from '../scratch.ts'

const WORDS =
  'ship port crate rail depot shell paper council vote veto panel bank list envoy train border summit talks grain steel'.split(
    ' ',
  )
/** Paragraphs of thirty words, none of them twice. */
const text = (seed: number, paragraphs: number): string[] =>
  Array.from({ length: paragraphs }, (_, p) =>
    Array.from({ length: 30 }, (_, w) => `${WORDS[w % WORDS.length]}${1000 * seed + 30 * p + w}`).join(' '),
  )

describe('copies', () => {
  const full = text(1, 12)
  const copiesOf = (...texts: [id: string, paragraphs: string[], more?: Partial<Text>][]) =>
    Object.fromEntries(
      findCopies(
        texts.map(([id, paragraphs, more]) => ({ id, paragraphs, own: false, credited: false, ...more })),
      ),
    )

  test('a cut text is a copy of the full one', () =>
    expect(copiesOf(['cut', full.slice(0, 3)], ['full', full])).toEqual({ cut: 'full' }))
  test('paragraphs may be reordered and a few added', () =>
    expect(
      copiesOf(['full', full], ['other', [...full.slice(6), ...full.slice(0, 4), 'A few words were added.']]),
    ).toEqual({ other: 'full' }))
  test("the agency's own print is the original, though it is shorter", () =>
    expect(copiesOf(['full', full], ['agency', full.slice(0, 8), { own: true }])).toEqual({ full: 'agency' }))
  test('of equal texts the earlier is the original', () =>
    expect(copiesOf(['late', full, { date: '2024-02-02' }], ['early', full, { date: '2024-02-01' }])).toEqual(
      { late: 'early' },
    ))
  describe('where somebody prints paragraphs of their own besides', () => {
    const wire = full.slice(0, 5)
    const adder = [...wire, ...text(3, 2)]
    test('the prints that credit the agency have its text', () =>
      expect(
        copiesOf(['adder', adder], ['one', wire, { credited: true }], ['two', wire, { credited: true }]),
      ).toEqual({ adder: 'one', two: 'one' }))
    test('the earlier day has it, whoever is credited', () =>
      expect(
        copiesOf(['adder', adder, { date: '2024-02-02' }], ['wire', wire, { date: '2024-02-01' }]),
      ).toEqual({ adder: 'wire' }))
    test('an earlier text is no copy of a round-up of a later day that it opens', () =>
      expect(
        copiesOf(
          ['round-up', [...text(3, 2), ...text(4, 6), ...text(5, 2)], { date: '2024-02-02' }],
          ['first', text(3, 2), { date: '2024-02-01' }],
          ['last', text(5, 2), { date: '2024-02-01' }],
        ),
      ).toEqual({}))
    test('a small cut that credits the agency is a cut all the same, and whole prints are copies of the fuller text', () =>
      expect(
        copiesOf(
          ['cut', full.slice(0, 4), { credited: true, date: '2024-02-01' }],
          ['full', full],
          ['most', full.slice(0, 11)],
        ),
      ).toEqual({ cut: 'full', most: 'full' }))
    test('what the original does not account for is no copy of it', () =>
      expect(
        copiesOf(
          ['adder', [...full.slice(0, 7), ...text(3, 4)]],
          ['wire', full.slice(0, 7), { credited: true }],
          ['other', text(3, 4)],
        ),
      ).toEqual({ adder: 'wire' }))
  })
  describe('a report that quotes a flash is its own', () => {
    const flash = (seed: number): string[] => text(seed, 1)
    for (const own of [true, false]) {
      const named = own ? 'of the agency' : 'of anybody'
      test(`${named}, at its end`, () =>
        expect(copiesOf(['flash', flash(3), { own }], ['report', [...full, ...flash(3)]])).toEqual({}))
      test(`${named}, two of them`, () =>
        expect(
          copiesOf(
            ['one', flash(3), { own }],
            ['two', flash(4), { own }],
            ['round-up', [...full.slice(0, 1), ...flash(3), ...flash(4)]],
          ),
        ).toEqual({}))
    }
    test('but a flash with a little more is the flash', () =>
      expect(
        copiesOf(['flash', flash(3), { own: true }], ['more', [...flash(3), ...full.slice(0, 1)]]),
      ).toEqual({
        more: 'flash',
      }))
  })
  const pool = [...text(3, 8), ...text(4, 8)]
  const texts = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      paragraphs: fc.subarray(pool, { minLength: 1 }),
      own: fc.boolean(),
      credited: fc.boolean(),
      date: fc.option(fc.constantFrom('2024-02-01', '2024-02-02', '2024-02-03'), { nil: undefined }),
    }),
    { minLength: 2, maxLength: 8, selector: ({ id }) => id },
  )
  test('what is kept of pairs says the same of whatever texts come, go and change', () => {
    const folder = scratchFolder()
    const kept = { compared: new Pack(join(folder, 'compared')), copies: new Pack(join(folder, 'copies')) }
    fc.assert(
      fc.property(texts, (all) => {
        expect(Object.fromEntries(keptCopies(all, kept))).toEqual(Object.fromEntries(findCopies(all)))
      }),
      { seed: 2, numRuns: 300 },
    )
  })
  test('what is kept of many texts says the same when few of them come and go', () => {
    const folder = scratchFolder()
    const kept = { compared: new Pack(join(folder, 'compared')), copies: new Pack(join(folder, 'copies')) }
    // Cut from one long text, so that what one turns into may turn its neighbours, and theirs.
    const [long, formula] = [text(1, 60), text(90, 1)]
    const many = Array.from({ length: 60 }, (_, at) => ({
      id: String(at),
      paragraphs: [
        ...long.slice((7 * at) % 53, ((7 * at) % 53) + 2 + ((5 * at) % 7)),
        ...(at % 4 === 0 ? formula : []),
      ],
      own: at % 11 === 0,
      credited: at % 3 === 0,
      date: at % 2 === 0 ? `2024-02-0${1 + (at % 7)}` : undefined,
    }))
    const gone = new Set<string>()
    fc.assert(
      fc.property(fc.array(fc.nat(many.length - 1), { minLength: 1, maxLength: 3 }), (turned) => {
        for (const at of turned) if (!gone.delete(String(at))) gone.add(String(at))
        const all = many.filter(({ id }) => !gone.has(id))
        expect(Object.fromEntries(keptCopies(all, kept))).toEqual(Object.fromEntries(findCopies(all)))
      }),
      { seed: 3, numRuns: 300 },
    )
  })
  test('an original is never a copy itself, and the order of the texts does not matter', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const found = findCopies(all)
        for (const original of found.values()) expect(found.has(original)).toBe(false)
        expect(Object.fromEntries(findCopies([...all].reverse()))).toEqual(Object.fromEntries(found))
      }),
      { seed: 1 },
    )
  })
  test('texts of a few words are nobody’s copies', () =>
    expect(
      copiesOf(
        ['a', []],
        ['b', []],
        ['c', ['Photo gallery']],
        ['d', ['Photo gallery']],
        ['e', ['ship '.repeat(90)]],
        ['f', ['ship '.repeat(91)]],
      ),
    ).toEqual({}))
  test('a text of its own is no copy', () =>
    expect(copiesOf(['full', full], ['other', text(3, 12)])).toEqual({}))
  test('a chain of part copies does not make two texts one', () => {
    const [a, b] = [text(1, 12), text(3, 12)]
    const bridge = [...a.slice(0, 4), ...b.slice(0, 4)]
    const found = copiesOf(['a', a], ['b', b], ['bridge', bridge])
    expect(found.a ?? found.b).toBeUndefined()
  })
})

test('a date is in doubt long after the first of its copies, and never since it comes before', () => {
  expect(doubtAmongCopies('2024-03-02', ['2024-02-01', '2024-03-02'])).toBeUndefined()
  expect(doubtAmongCopies('2024-03-03', ['2024-03-02', '2024-02-01'])).toBe(
    'A copy of this text is dated 2024-02-01, 31 days earlier.',
  )
  expect(doubtAmongCopies('2024-02-01', ['2024-03-03'])).toBeUndefined()
})

describe('stories', () => {
  const launch = {
    title: 'Missile launched from Sunan',
    paragraphs: [
      'A missile rose from Sunan and fell into the sea after a flight of 67 minutes.',
      'Seoul called it an intercontinental missile.',
    ],
  }
  const again = {
    title: 'Missile from Sunan falls into the sea',
    paragraphs: [
      'The missile that rose from Sunan flew 67 minutes before it fell into the sea.',
      'Seoul said it was intercontinental.',
    ],
  }
  const vote = {
    title: 'Council votes on coal exports',
    paragraphs: [
      'The council limited coal exports in a vote of fifteen to none.',
      'Copper and nickel may not be sold.',
    ],
  }
  const assign = (accounts: Parameters<typeof assignStories>[0]) =>
    Object.fromEntries([...assignStories(accounts, [], ({ id }) => id)].map(([id, { story }]) => [id, story]))

  test('two accounts of one event share a story, another event does not', () => {
    const stories = assign([
      { id: 'a', date: '2022-03-24', ...launch },
      { id: 'b', date: '2022-03-25', ...again },
      { id: 'c', date: '2022-03-24', ...vote },
    ])
    expect(stories.a).toBe(stories.b)
    expect(stories.c).not.toBe(stories.a)
  })
  test('like events a year apart stay two', () => {
    const stories = assign([
      { id: 'a', date: '2022-03-24', ...launch },
      { id: 'b', date: '2023-03-24', ...again },
    ])
    expect(stories.a).not.toBe(stories.b)
  })
  test('an undated account may join', () => {
    const others = WORDS.map((word, at) => ({
      id: word,
      date: `2022-05-${10 + at}`,
      title: `About a ${word}`,
      paragraphs: text(at, 2),
    }))
    const stories = assign([...others, { id: 'a', date: '2022-03-24', ...launch }, { id: 'b', ...again }])
    expect(stories.a).toBe(stories.b)
  })
  test('a copy goes where its original is', () => {
    const stories = assign([
      { id: 'a', date: '2022-03-24', ...launch },
      {
        id: 'b',
        copyOf: 'a',
        title: 'Something else',
        paragraphs: ['Words of no likeness at all stand here.'],
      },
    ])
    expect(stories.b).toBe(stories.a)
  })
  test('an article never moves by itself', () => {
    const stories = assign([
      { id: 'a', story: 'one', date: '2022-03-24', ...launch },
      { id: 'b', story: 'two', date: '2022-03-24', ...again },
    ])
    expect(stories).toEqual({ a: 'one', b: 'two' })
  })
})

test('the order in which texts arrive does not matter', () => {
  const { topics, publishers, stories } = loadContent('content')
  const knowledge = { registry: compileRegistry(topics), publishers, repeated: new RepeatedLines() }
  const entries = readdirSync('content/sources').map((file) =>
    entryOfDraft(clean(emptyDraft(file, readFileSync(join('content/sources', file)), file), knowledge)),
  )
  const result = (order: number[]) =>
    compare(
      order.flatMap((at) => entries[at] ?? []),
      stories,
      publishers,
    ).map(({ id, title, date, membership }) => ({ id, title, date, membership }))
  const numbers = [...entries.keys()]
  const expected = result(numbers)
  fc.assert(
    fc.property(fc.shuffledSubarray(numbers, { minLength: numbers.length }), (order) => {
      expect(result(order)).toEqual(expected)
    }),
    { numRuns: 8, seed: 1 },
  )
})
