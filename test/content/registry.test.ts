import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTopics } from '../../scripts/content/mentions.ts'
import { compileRegistry } from '../../scripts/content/registry.ts'
import { type Topic, topicSchema } from '../../scripts/content/topic.ts'

const topic = (fields: object): Topic => ({
  ...topicSchema.parse({ kind: 'topic', ...fields }),
  body: '',
  file: '',
})
const registry = compileRegistry([
  topic({
    id: 'russia',
    kind: 'country',
    name: 'Russia',
    aliases: ['Russian', 'Moscow'],
    parts: ['Siberia', 'rouble'],
    not_within: ['White Russian', 'The Moscow Times'],
    namesakes: ['Moscow, Idaho'],
    offices: ['Duma'],
  }),
  topic({
    id: 'north-korea',
    kind: 'country',
    name: 'North Korea',
    aliases: ['North Korean', 'DPRK'],
    in_company: [{ forms: ['the North'], with: ['south-korea'] }],
  }),
  topic({
    id: 'south-korea',
    kind: 'country',
    name: 'South Korea',
    aliases: ['Seoul'],
    ambiguous: ['the South'],
  }),
  topic({ id: 'kim-jong-un', kind: 'person', name: 'Kim Jong Un', ambiguous: ['Kim'] }),
  topic({ id: 'kim-yo-jong', kind: 'person', name: 'Kim Yo Jong', ambiguous: ['Kim'] }),
  topic({ id: 'john-kirby', kind: 'person', name: 'John Kirby', aliases: ['Kirby'] }),
  topic({ id: 'united-states', kind: 'country', name: 'United States', aliases: ['US', 'U.S.'] }),
  topic({ id: 'united-nations', kind: 'organisation', name: 'United Nations', aliases: ['UN'] }),
  topic({ id: 'pearl', name: 'Grey Pearl', aliases: ['Pearl'], not_within: ['Pearl bonds'] }),
  topic({ id: 'swift', kind: 'instrument', name: 'SWIFT', ambiguous: ['swift'] }),
  topic({ id: 'troops', name: 'Troop deployment', aliases: ['North Korean troop', 'arms embargo', 'ICBM'] }),
  topic({ id: 'zelenskyy', kind: 'person', name: 'Zelenskýy' }),
  topic({
    id: 'un-sanctions',
    name: 'UN sanctions',
    implied_by: [{ forms: ['Security Council resolutions'], with: ['north-korea'] }],
  }),
])
const read = (text: string) => readTopics('', text.split('\n'), registry)
const found = (text: string) =>
  text
    .split('\n')
    .flatMap((line, at) =>
      (read(text).paragraphs[at] ?? []).map(
        ({ topic: id, start, end, by }) =>
          `${id}${by === 'name' ? '' : ` by ${by}`}: ${line.slice(start, end)}`,
      ),
    )

describe('forms', () => {
  test.each([
    ['whole words only', 'Prussian and Russify', []],
    ['a people in the plural', 'Russians', ['russia: Russians']],
    ['nouns in the plural', 'arms embargoes, ICBMs', ['troops: arms embargoes', 'troops: ICBMs']],
    ['a trap in the plural', 'two White Russians', []],
    ['possessives and either apostrophe', "Russia’s and Moscow's", ['russia: Russia', 'russia: Moscow']],
    ['the apostrophe that is a letter', 'Russiaʼs', ['russia: Russia']],
    ['capitals insisted on', 'tell us about the US', ['united-states: US']],
    ['dots', 'the U.S. said', ['united-states: U.S.']],
    [
      'composed and decomposed accents',
      'Zelenský'.normalize('NFD').concat('y'),
      [`zelenskyy: ${'Zelenský'.normalize('NFD')}y`],
    ],
    [
      'hyphens inside compounds',
      'Russian-North Korean deals, Kim Jong-Un',
      ['russia: Russian', 'north-korea: North Korean', 'kim-jong-un: Kim Jong-Un'],
    ],
    ['a form that runs into a trap', 'Grey Pearl bonds fell, Grey Pearl said', ['pearl: Grey Pearl']],
    [
      'soft hyphens and zero-width spaces',
      'Rus\u00adsia, Mos\u200bcow',
      ['russia: Rus\u00adsia', 'russia: Mos\u200bcow'],
    ],
    ['a first name before two spaces', 'then Michael  Kirby left', []],
    ['a form inside a trap', 'a White Russian, wrote The Moscow Times', []],
    [
      'a form inside a longer one of another topic',
      'North Korean troops',
      ['troops: North Korean troops', 'north-korea: North Korean'],
    ],
    ['an ambiguous form inside another name', 'Kim Yo Jong', ['kim-yo-jong: Kim Yo Jong']],
    ['an ambiguous form alone', 'Kim looked to the South', []],
    ['a part', 'a storm in Siberia', ['russia by part: Siberia']],
    ['a currency', 'one rouble more', ['russia by part: rouble']],
    ['a currency that a bond is in, or a name', 'one rouble eurobond, said Ann Rouble', []],
    ['the symbol of a share', 'Unit Corp <UN> fell', []],
    ['us in a line of capitals', 'WRITE TO US', []],
    ['swift in a line of capitals', 'A SWIFT REPLY', []],
    ['Un in a line of capitals', 'KIM JONG UN FLIES HOME', ['kim-jong-un: KIM JONG UN']],
    ['UN in a line of capitals', 'UN ENVOY FLIES HOME', ['united-nations: UN']],
  ])('%s', (_, text, expected) => expect(found(text)).toEqual(expected))
})

describe('forms that need company', () => {
  const after = (text: string) => found(text).slice(1)
  test.each([
    ['after the full name', 'Kim Jong Un came.\nKim spoke.', ['kim-jong-un by context: Kim']],
    [
      'the one spoken of last',
      'Kim Jong Un sat.\nKim Yo Jong stood. Then Kim spoke.',
      ['kim-yo-jong: Kim Yo Jong', 'kim-yo-jong by context: Kim'],
    ],
    ['a longer name', 'Kim Jong Un came.\nKim Kardashian did not.', []],
    ['a stranger of that name', 'Kim Jong Un came.\nKim Kardashian did not. Then Kim wept.', []],
    ['a compound in small letters', 'South Korea waits.\nThen the South-facing masts fell.', []],
    [
      'another topic as company',
      'Seoul waits.\nThen the North spoke.',
      ['north-korea by context: the North'],
    ],
    [
      'two of that name in one paragraph',
      'Kim Jong Un and Kim Yo Jong sat. Then Kim spoke.',
      ['kim-yo-jong: Kim Yo Jong'],
    ],
    ['company that comes too late', 'Then the North spoke.\nSeoul waits.\n', []],
    ['company in the same sentence', 'White paper.\nThen the North spoke of Seoul.', ['south-korea: Seoul']],
    ['a namesake', 'South Korea waits.\nMoscow (Idaho) slept. Moscow snored.', []],
    [
      'a namesake, until the topic is named',
      'Moscow Idaho slept.\nRussia woke. Moscow too.',
      ['russia: Moscow'],
    ],
    ['an office of a country spoken of', 'Russia waits.\nThe Duma sat.', ['russia by part: Duma']],
    ['an office of another country', 'Russia waits.\nThe Polish Duma and the Duma of Poland sat.', []],
    ['a surname after another first name', 'Seoul waits.\nBut Michael Kirby does not. And Kirby left.', []],
    ['a surname after a title', 'Seoul waits.\nThen Mr Kirby left.', ['john-kirby: Kirby']],
    [
      'a surname after a title of two',
      'Seoul waits.\nThen Spokesmen or Admirals Kirby left.',
      ['john-kirby: Kirby'],
    ],
  ])('%s', (_, text, expected) => expect(after(text)).toEqual(expected))

  test('a headline says in short what the text says in full', () => {
    const { headline } = readTopics('Kim walks home', ['Kim Yo Jong walked.'], registry)
    expect(headline.map((mention) => mention.topic)).toEqual(['kim-yo-jong'])
  })
})

test('a topic is implied only in company', () => {
  const implied = (text: string) => [...read(text).implied.keys()]
  expect(implied('It breaks Security Council resolutions that ban arms from the North.')).toEqual([
    'un-sanctions',
  ])
  expect(implied('It breaks Security Council resolutions on Libya.')).toEqual([])
})

describe('for any registry and text', () => {
  const word = fc.constantFrom(
    'White',
    'white',
    'Russian',
    'Kim',
    'US',
    'us',
    'the',
    'North',
    '-',
    '’',
    '.',
    'Ünal',
    '한국',
  )
  const anyForm = fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
  )
  const forms = fc.array(anyForm, { maxLength: 4 })
  const anyTopic = fc.record({
    name: anyForm,
    kind: fc.constantFrom('country', 'person', 'topic'),
    aliases: forms,
    ambiguous: forms,
    parts: forms,
    not_within: forms,
  })
  const anyTopics = fc
    .array(anyTopic, { minLength: 1, maxLength: 5 })
    .map((all) => all.map((fields, at) => topic({ ...fields, id: `t${at}` })))

  test('matching never fails, and never finds a topic inside a phrase that excludes it', () => {
    fc.assert(
      fc.property(
        anyTopics,
        fc.array(fc.oneof(anyForm, word), { maxLength: 12 }),
        fc.nat(),
        (topics, pieces, at) => {
          const owner = topics[at % topics.length] as Topic
          const trap = owner.not_within[0] ?? ''
          const before = `${pieces.join(' ')} `
          const text = `${before}${trap} ${pieces.toReversed().join(' ')}`
          const { paragraphs, headline } = readTopics(text, [text, ...pieces], compileRegistry(topics))
          const isWord = /[\p{L}\p{N}]/u
          const standsAlone = isWord.test(trap[0] ?? '') && isWord.test(trap.at(-1) ?? '')
          for (const { topic: id, start, end } of [...headline, ...(paragraphs[0] ?? [])]) {
            expect(start).toBeLessThan(end)
            const after = before.length + trap.length
            if (!standsAlone || id !== owner.id) continue
            expect(start >= before.length && end <= after).toBe(false)
            expect(start < before.length && end > before.length && end < after).toBe(false)
          }
        },
      ),
      { numRuns: 2000, seed: 3 },
    )
  })
})

test('three megabytes of one name are read', () => {
  const { paragraphs } = readTopics('', [`Kim Jong Un. ${'Kim then '.repeat(330_000)}`], registry)
  expect(paragraphs[0]).toHaveLength(330_001)
})
