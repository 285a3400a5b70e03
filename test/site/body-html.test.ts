import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadContent } from '../../scripts/content/load.ts'
import { createMarkdown } from '../../scripts/content/markdown.ts'
import { compileRegistry } from '../../scripts/content/registry.ts'
import { bodyRenderer } from '../../scripts/site/body-html.ts'

const render = bodyRenderer(compileRegistry(loadContent('content').topics), (path) => `/${path}`)
const links = (html: string) =>
  [...html.matchAll(/<a href="\/topics\/([a-z0-9-]+)\/">([^<]*)<\/a>/g)].map(
    ([, id, text]) => `${id}: ${text}`,
  )

test.each([
  [
    'the first mention of each topic, tag or not',
    'Kim Jong Un met Vladimir Putin.\n\nPutin and Kim spoke in Tokyo.',
    [],
    ['kim-jong-un: Kim Jong Un', 'vladimir-putin: Vladimir Putin', 'japan: Tokyo'],
  ],
  ['no heading', '## Rosneft and Lukoil\n\nRosneft was listed.', [], ['rosneft: Rosneft']],
  ['no link', '[Rosneft said](https://example.org/) that Rosneft knew.', [], ['rosneft: Rosneft']],
  ['no code', 'Type `Rosneft` here.', [], []],
  [
    'no dateline',
    'WASHINGTON (AP) — Rosneft was listed in Washington.',
    ['united-states'],
    ['rosneft: Rosneft', 'united-states: Washington'],
    'WASHINGTON',
  ],
  ['no part of a topic', 'Texas sued.', ['united-states'], []],
  [
    'the longer form',
    'UN sanctions on North Korea hold.',
    [],
    ['un-sanctions-resolutions-on-north-korea: UN sanctions on North Korea'],
  ],
  [
    'of two topics on the same words the tag',
    'North Korean soldiers came.',
    ['troop-deployment'],
    ['troop-deployment: North Korean soldiers'],
  ],
  ['names that emphasis or an escape cuts', 'Kim \\Jong Un and *Rosneft* met.', [], ['rosneft: Rosneft']],
  [
    'a name over a line break',
    'There\nKim\nJong Un met Rosneft.',
    [],
    ['kim-jong-un: Kim\nJong Un', 'rosneft: Rosneft'],
  ],
  ['no namesake over a line break', 'Then Michael\nKirby slept in Moscow,\nIdaho.', [], []],
  [
    'no namesake that emphasis or a link cuts',
    'Then *Michael* Kirby slept.\n\nThen [Michael](https://example.org/) Kirby slept, and so did a White *Russian*.',
    [],
    [],
  ],
  [
    'no name that stands half in a link',
    'Here [Kim](https://example.org/) Jong Un met Rosneft.',
    [],
    ['rosneft: Rosneft'],
  ],
])('links %s', (_, body, topics, expected, dateline = undefined) => {
  expect(links(render(body, topics, dateline))).toEqual(expected)
})

test('links change no word and never stand in one another', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Kim Jong Un',
      'the North',
      'North Korean troops',
      '[Putin](https://example.org)',
      '*',
      '\n\n',
      '## ',
      '\n',
      'Kim\nJong',
      'US',
    ),
    fc.string({ maxLength: 6 }),
  )
  const plain = createMarkdown((path) => `/${path}`)
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const body = pieces.join(' ')
      const html = render(body, [])
      expect(html.replace(/<a href="\/topics\/[a-z0-9-]+\/">([^<]*)<\/a>/g, '$1')).toBe(plain.render(body))
      expect(new Set(links(html).map((link) => link.split(':')[0])).size).toBe(links(html).length)
    }),
    { numRuns: 1000, seed: 5 },
  )
})
