import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainBlocks } from '../../scripts/content/markdown.ts'
import { compileRegistry } from '../../scripts/content/registry.ts'
import { SPEAKER_KINDS } from '../../scripts/site/attribution/statement.ts'
import { bodyRenderer } from '../../scripts/site/body-html.ts'
import { differencesOf, quotedPieces, speakersOf } from '../../scripts/site/claims.ts'
import { Excerpts } from '../../scripts/site/story/quotation.ts'
import { storySections } from '../../scripts/site/story-sections.ts'
import type { Account, ArticleView } from '../../scripts/site/views.ts'

function account(id: string, paragraphs: string[], republish: ArticleView['republish'] = 'full'): Account {
  const original = {
    id,
    url: `/articles/${id}/`,
    title: id,
    republish,
    paragraphs: () => paragraphs,
    copies: [],
  }
  return { original: original as unknown as ArticleView, copies: [] }
}

const LONG = `Governor Ada Mirren said that ${'the pier and the crane and '.repeat(12)}the quay were safe.`
const FEWER = '8,000 soldiers were sent to the border near Ostmark, Governor Ada Mirren said.'
const MORE = '12,000 soldiers were sent to the border near Ostmark, the harbour ministry said.'

/** Everything that a page could print, the articles' own fields left out. */
const printed = (view: unknown): string =>
  JSON.stringify(view, (key, value) => (key === 'article' ? undefined : value))

test('of a text that may be excerpted all sections together print no more than an excerpt', () => {
  const said = (who: string) =>
    Array.from(
      { length: 20 },
      (_, at) => `Governor ${who} Mirren said that ${who} word${at} of the text is word${at + 40} here.`,
    )
  const dated = (at: number, texts: string[]) => {
    const { original } = account(`a${at}`, texts, 'excerpt')
    return Object.assign(original, { date: `2024-01-0${at + 1}`, titleFrom: 'page', authors: [], title: 'A' })
  }
  const [first, copy, other] = [
    dated(0, said('Ada')),
    dated(
      1,
      said('Ada').map((text) => text.replace('said', 'stated')),
    ),
    dated(2, said('Olin')),
  ]
  copy.copyOf = first
  const sections = storySections(
    [
      { original: first, copies: [copy] },
      { original: other, copies: [] },
    ],
    [first, copy, other],
  )
  const texts = JSON.stringify(sections.sections(), (key, value) =>
    ['article', 'copy', 'speaker', 'role', 'verb'].includes(key) ||
    (key === 'original' && typeof value === 'object')
      ? undefined
      : value,
  )
  // Each sentence holds one such word of each number, so they count the sentences that are printed.
  expect((texts.match(/word\d+ here/g) ?? []).length).toBeGreaterThan(10)
  expect(speakersOf([{ original: other, copies: [] }]).unprinted[0]?.kinds).toEqual([
    { kind: 'named-official', count: 1 },
  ])
  for (const who of ['Ada', 'Olin'])
    expect(
      (texts.match(new RegExp(`that ${who} word\\d+ of the text`, 'g')) ?? []).length * 12,
    ).toBeLessThanOrEqual(who === 'Ada' ? 2 * 160 : 160)
})

describe('what may be printed of a sentence', () => {
  test('all of it, with its paragraph, where the text may be', () => {
    const [speaker] = speakersOf([account('a', ['It is cold.', LONG])]).speakers
    expect(speaker?.statements[0]?.cited[0]).toMatchObject({ sentence: LONG, url: '/articles/a/#p2' })
  })

  test('forty words of it where excerpts may be, and the article is what the link leads to', () => {
    const [speaker] = speakersOf([account('a', [LONG], 'excerpt')]).speakers
    const { sentence = '', url } = speaker?.statements[0]?.cited[0] ?? {}
    expect(sentence.split(' ')).toHaveLength(41)
    expect(sentence).toMatch(/ …$/)
    expect(LONG.startsWith(sentence.slice(0, -2))).toBe(true)
    expect(url).toBe('/articles/a/')
  })

  test('no quoted words longer than the excerpt', () => {
    const words = 'one two three four five '.repeat(20).trim()
    const view = speakersOf([account('a', [`“${words},” said Governor Ada Mirren.`], 'excerpt')])
    expect(printed(view).split(' ').length).toBeLessThan(60)
  })

  test('none of it where it may only be linked: the kinds of its speakers', () => {
    const accounts = [account('a', [FEWER], 'link'), account('b', [MORE])]
    const view = speakersOf(accounts)
    expect(view.unprinted.map(({ article, kinds }) => [article.id, kinds])).toEqual([
      ['a', [{ kind: 'named-official', count: 1 }]],
    ])
    const all = printed([view, differencesOf(accounts)])
    for (const word of ['8,000', 'Ada', 'Mirren']) expect(all).not.toContain(word)
    expect(differencesOf(accounts)[0]?.versions.map(({ value }) => value)).toEqual(['', '12,000'])
  })
})

test('a speaker whom the quoted sentence names was not named before, whatever the pronoun', () => {
  const [named] = speakersOf([
    account('a', ['The harbour ministry released pictures that it said showed the crane.']),
  ]).speakers
  expect(named?.statements.map(({ carried }) => carried)).toEqual([false])
  const [meant] = speakersOf([
    account('b', [
      'Governor Ada Mirren opened the pier.',
      'Ada Mirren said it was safe.',
      'She said it would stay.',
    ]),
  ]).speakers
  expect(meant?.statements.map(({ carried }) => carried)).toEqual([false, true])
})

test('kinds of speakers that are not quoted stand in the order of those that are', () => {
  const texts = [MORE, 'Residents said that the quay shook.', FEWER, 'A report said that the pier was safe.']
  expect(speakersOf([account('a', texts, 'link')]).unprinted[0]?.kinds.map(({ kind }) => kind)).toEqual(
    SPEAKER_KINDS.filter((kind) =>
      ['named-official', 'document', 'eyewitness', 'organisation'].includes(kind),
    ),
  )
})

test('a figure whose sentence may not be quoted takes its words from the same room', () => {
  const accounts = [account('a', [FEWER], 'excerpt'), account('b', [MORE])]
  const words = (room: number) => {
    const [{ counted = '', versions = [] } = {}] = differencesOf(accounts, new Excerpts(room))
    return [versions[0]?.sentence, versions[0]?.value, counted]
  }
  expect(words(160)).toEqual([FEWER, '8,000', 'soldiers'])
  expect(words(3)).toEqual(['', '8,000', 'soldiers'])
  expect(words(2)).toEqual(['', '8,000', ''])
  expect(words(0)).toEqual(['', '', ''])
})

test('one speaker in two accounts stands once, and one statement has both as its sources', () => {
  const view = speakersOf([
    account('a', ['Governor Ada Mirren said on Monday that the pier would be rebuilt.']),
    account('b', [
      'Ada Mirren said on Monday that the pier would be rebuilt.',
      'The crane stays, Ms Mirren added.',
    ]),
  ])
  expect(view.speakers.map(({ kind, speaker }) => [kind, speaker])).toEqual([
    ['named-official', 'Ada Mirren'],
  ])
  expect(view.speakers[0]?.statements.map(({ cited }) => cited.map(({ article }) => article.id))).toEqual([
    ['a', 'b'],
    ['b'],
  ])
})

const ids = (accounts: Account[]) =>
  speakersOf(accounts).speakers.map(({ speaker, statements }) => [
    speaker,
    ...statements.map(({ cited }) => cited.map(({ article }) => article.id).join('+')),
  ])
const both = (a: string, b: string) => ids([account('a', [a]), account('b', [b])])

describe('one statement of two accounts', () => {
  test.each([
    [
      'Governor Ada Mirren said the harbour would open on September 7.',
      'Ada Mirren said the harbor would open on 7 September.',
    ],
    [
      '“We will defend the old port,” Ada Mirren said.',
      '“We will defend the old port,” said Ada Mirren on Friday.',
    ],
    ['Ada Mirren said 1,000 ships were in the harbour.', 'Ada Mirren said 1000 ships were in the harbor.'],
  ])('%j, %j', (a, b) => expect(both(a, b)).toEqual([['Ada Mirren', 'a+b']]))

  test.each([
    ['Ada Mirren said Varland would attack the port.', 'Ada Mirren said Varland would not attack the port.'],
    [
      'Ada Mirren said 3,000 soldiers had reached the port.',
      'Ada Mirren said 11,000 soldiers had reached the port.',
    ],
    ['Ada Mirren said the port was open to all ships.', 'Ada Mirren said the port was closed to all ships.'],
    ['Ada Mirren said “we will defend the old port”.', 'Ada Mirren denied “we will defend the old port”.'],
    ['“We go now,” said Ada Mirren of the port.', '“We go now,” said Ada Mirren of the crane.'],
  ])('none: %j, %j', (a, b) => expect(both(a, b)).toEqual([['Ada Mirren', 'a', 'b']]))
})

describe('one speaker of two accounts', () => {
  test.each([
    ['The foreign minister said the border was open.', 'The foreign minister said the border was closed.'],
    ['The defence ministry said the mill was shut.', 'The defence ministry said the mill was sold.'],
    ['Officials said the bridge fell.', 'Officials said the vote was void.'],
    ['The report said the bridge fell.', 'The report said the vote was void.'],
    ['State media said the bridge fell.', 'State media said the vote was void.'],
  ])('is none whom both only describe: %j', (a, b) =>
    expect(both(a, b).map(([, ...cited]) => cited)).toEqual([['a'], ['b']]),
  )

  test('is a body with a name of its own', () =>
    expect(
      both('The Larn Port Authority said it was late.', 'The Larn Port Authority said it was early.'),
    ).toEqual([['The Larn Port Authority', 'a', 'b']]))

  test('is the one full name that a surname stands for', () =>
    expect(both('Governor Ada Mirren said it was late.', 'Mirren said it was early.')).toEqual([
      ['Ada Mirren', 'a', 'b'],
    ]))

  test.each([
    'Farmer Ivo Mirren said the cows were ill.',
    'The mill of Ivo Mirren, who was abroad, stood empty.',
  ])('is not a surname that two full names have: %j', (other) => {
    const all = ids([
      account('a', ['Governor Ada Mirren said it was late.']),
      account('c', [other]),
      account('b', ['Mirren said it was early.']),
    ])
    expect(all).toContainEqual(['Ada Mirren', 'a'])
    expect(all).toContainEqual(['Mirren', 'b'])
  })
})

test('a copy is no account', () => {
  const original = account('a', [FEWER])
  const copy = account('b', [MORE]).original
  expect(differencesOf([{ ...original, copies: [copy] }])).toEqual([])
  expect(differencesOf([original, { original: copy, copies: [] }])).toHaveLength(1)
})

test('a sentence in pieces is the sentence without the marks of its quotations', () => {
  expect(quotedPieces('“We wait,” she said. “Still.”', ['We wait', 'Still.'])).toEqual([
    { text: 'We wait,', quoted: true },
    { text: ' she said. ', quoted: false },
    { text: 'Still.', quoted: true },
  ])
})

describe('anchors of an article', () => {
  const render = bodyRenderer(compileRegistry([]), (path) => `/${path}`)
  const block = fc.constantFrom(
    'A paragraph.',
    '# A heading',
    '- one\n- two',
    '- one\n\n  more\n- two',
    '1. first\n   - inner',
    '> quoted\n>\n> twice',
    '```\ncode\n```',
    '    code',
    '| a | b |\n|---|---|\n| c | d |',
    '---',
    '#',
  )

  test('number its blocks as the readers of its text do', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        const body = blocks.join('\n\n')
        const ids = [...render(body, [], '', true).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
        expect(ids).toEqual(plainBlocks(body).map((_, at) => `p${at + 1}`))
      }),
    )
  })

  test('are left out of notes', () => expect(render('A note.', [])).toBe('<p>A note.</p>\n'))
})
