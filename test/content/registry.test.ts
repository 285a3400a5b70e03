import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileRegistry, findMentions, impliedTopics } from '../../scripts/content/registry.ts'
import { type Topic, topicSchema } from '../../scripts/content/topic.ts'

const topic = (fields: object): Topic => ({
  ...topicSchema.parse({ kind: 'topic', ...fields }),
  body: '',
  file: '',
})
const registry = compileRegistry([
  topic({
    id: 'russia',
    name: 'Russia',
    aliases: ['Russian', 'Moscow'],
    not_within: ['White Russian', 'The Moscow Times'],
  }),
  topic({
    id: 'north-korea',
    name: 'North Korea',
    aliases: ['North Korean', 'DPRK'],
    ambiguous: ['the North'],
  }),
  topic({ id: 'kim-jong-un', name: 'Kim Jong Un', ambiguous: ['Kim'] }),
  topic({ id: 'kim-yo-jong', name: 'Kim Yo Jong' }),
  topic({ id: 'united-states', name: 'United States', aliases: ['US', 'U.S.'] }),
  topic({ id: 'troops', name: 'Troop deployment', aliases: ['North Korean troops'] }),
  topic({
    id: 'un-sanctions',
    name: 'UN sanctions',
    implied_by: [{ forms: ['Security Council resolutions'], with: ['north-korea'] }],
  }),
])
const found = (text: string) =>
  findMentions(text, registry).map(
    ({ topic: id, start, end, certain }) => `${id}${certain ? '' : '?'}: ${text.slice(start, end)}`,
  )

describe('forms', () => {
  test.each([
    ['whole words only', 'Prussian and Russians', []],
    ['possessives and either apostrophe', "Russia’s and Moscow's", ['russia: Russia', 'russia: Moscow']],
    ['capitals insisted on', 'tell us about the US', ['united-states: US']],
    ['dots', 'the U.S. said', ['united-states: U.S.']],
    [
      'hyphens inside compounds',
      'Russian-North Korean deals, Kim Jong-Un',
      ['russia: Russian', 'north-korea: North Korean', 'kim-jong-un: Kim Jong-Un'],
    ],
    ['a form inside a trap', 'a White Russian, wrote The Moscow Times', []],
    [
      'a form inside a longer one of another topic',
      'North Korean troops',
      ['troops: North Korean troops', 'north-korea: North Korean'],
    ],
    ['an ambiguous form inside another name', 'Kim Yo Jong', ['kim-yo-jong: Kim Yo Jong']],
    ['an ambiguous form alone', 'Kim looked to the North', ['kim-jong-un?: Kim', 'north-korea?: the North']],
  ])('%s', (_, text, expected) => expect(found(text)).toEqual(expected))
})

test('a topic is implied only in company', () => {
  expect(
    impliedTopics('It breaks Security Council resolutions that ban arms from the North.', registry),
  ).toEqual(['un-sanctions'])
  expect(impliedTopics('It breaks Security Council resolutions on Libya.', registry)).toEqual([])
})

test('matching never fails, and never finds a topic inside a phrase that excludes it', () => {
  const piece = fc.oneof(
    fc.constantFrom('White Russian', 'The Moscow Times', 'white', 'Kim', '’s', '-', 'U.S.', 'the North'),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join(' ')
      for (const { topic: id, start, end } of findMentions(text, registry)) {
        expect(start).toBeLessThan(end)
        if (id !== 'russia') continue
        for (const trap of text.matchAll(/White Russian|The Moscow Times/g)) {
          expect(start >= trap.index && end <= trap.index + trap[0].length).toBe(false)
        }
      }
    }),
    { numRuns: 2000, seed: 3 },
  )
})
