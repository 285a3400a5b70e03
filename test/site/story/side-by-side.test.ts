import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { words } from '../../../scripts/content/words.ts'
import { whatIsNew } from '../../../scripts/site/story/novelty.ts'
import {
  type CopyChanges,
  type PrintedChange,
  type Quotable,
  type SideBySide,
  sideBySide,
} from '../../../scripts/site/story/side-by-side.ts'
import type { Span } from '../../../scripts/site/story/word-changes.ts'
import type { ArticleView } from '../../../scripts/site/views.ts'
import { cases, check } from '../../check.ts'
import { articleOf, storyOf } from './story-of.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')

test.each(cases(FIXTURES))('$name', ({ folder, input }) => {
  const { accounts, articles } = storyOf(input)
  const told = [...sideBySide(accounts).flatMap(besideText), ...newText(articles)]
  check(folder, 'expected.txt', `${told.join('\n')}\n`)
})

const WORDS = [
  'the',
  'pier',
  'crane',
  'harbour',
  'harbor',
  'salt',
  'boat',
  'coast',
  'centre',
  'center',
  'said',
]
const sentence = fc
  .array(fc.constantFrom(...WORDS, ...WORDS.map((word) => `${word}s`), 'fish', 'net'), {
    minLength: 5,
    maxLength: 60,
  })
  .map((all) => `${all.join(' ')}.`)
const change = fc.record({
  from: fc.constantFrom(...WORDS),
  to: fc.array(fc.constantFrom('quay', 'tower', 'rope', 'mast', 'Pier', 'harbor'), { maxLength: 30 }),
})
/** A text and what two outlets made of it: words for others throughout, sentences left out and put in. */
const told = fc.record({
  text: fc.array(sentence, { minLength: 2, maxLength: 12 }),
  copies: fc.array(fc.record({ changes: fc.array(change), left: fc.nat(11), own: sentence }), {
    minLength: 1,
    maxLength: 2,
  }),
  rights: fc.array(fc.constantFrom('excerpt', 'link', 'full'), { minLength: 3, maxLength: 3 }),
})

test('of no text more is printed side by side than its rights allow, in whatever list it stands', () => {
  fc.assert(
    fc.property(told, ({ text, copies, rights }) => {
      const print = (outlet: string, at: number, sentences: string[]) =>
        articleOf({
          outlet,
          title: 'A pier',
          rights: rights[at],
          dateline: 'PELLOW',
          body: `PELLOW (${outlet}) — ${sentences.join('\n')}`,
        })
      const original = print('Northmere Herald', 0, text)
      for (const [at, { changes, left, own }] of copies.entries()) {
        const altered = text.map((one) =>
          changes.reduce((all, { from, to }) => all.replaceAll(from, to.join(' ')), one),
        )
        const copy = print(`Star ${at}`, at + 1, [...altered.filter((_, place) => place !== left), own])
        original.copies.push(copy)
      }
      const [beside] = sideBySide([{ original, copies: original.copies }])
      const ofOriginal = beside?.copies.flatMap((one) => quoted(one, 'original')) ?? []
      const texts = [
        [original.republish, ofOriginal] as const,
        ...(beside?.copies ?? []).map((one) => [one.copy.republish, quoted(one, 'copy')] as const),
      ]
      for (const [republish, all] of texts) {
        const counts = all.map((one) => words(one).length)
        if (republish === 'link') expect(Math.max(0, ...counts)).toBe(0)
        if (republish !== 'excerpt') continue
        expect(Math.max(0, ...counts)).toBeLessThanOrEqual(40)
        expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(160)
      }
    }),
    { numRuns: 300 },
  )
})

/** All that is printed of one text beside the other, quotation by quotation. */
function quoted(changes: CopyChanges, side: 'original' | 'copy'): string[] {
  const { added, altered, cut, dateline, respelled, throughout } = changes
  return [
    dateline?.[side] ?? '',
    ...[...throughout, ...respelled].map((one) => one[side]),
    ...altered.map(({ spans = [] }) => spans.map((span) => span[side]).join('')),
    ...(side === 'original' ? cut : added).map(({ text = '' }) => text),
  ]
}

test('words altered throughout count as quotations', () => {
  const text = Array.from(
    { length: 200 },
    (_, at) => `Pier${at} of the harbour is old${at}, and its crane beside the tower is old${at} too.`,
  )
  const print = (outlet: string, body: string[]) =>
    articleOf({ outlet, title: 'A', rights: 'excerpt', body: body.join('\n') })
  const original = print('Northmere Herald', text)
  const copy = print(
    'Cape Ransom Star',
    text.map((one) => one.replaceAll('old', 'new')),
  )
  const [changes] = sideBySide([{ original, copies: [copy] }])[0]?.copies ?? []
  expect(changes?.alterations).toBe(400)
  expect(changes?.throughout).toHaveLength(160)
  expect(changes?.unquoted).toBe(80)
})

test('the dateline of a text that may only be linked is not printed', () => {
  const print = (outlet: string, dateline: string, rights?: ArticleView['republish']) =>
    articleOf({ outlet, title: 'A', rights, dateline, body: `${dateline} (QPS) — The pier is open.` })
  const original = print('Northmere Herald', 'PELLOW', 'link')
  const copies = [print('Cape Ransom Star', 'LARKNESS')]
  expect(sideBySide([{ original, copies }])[0]?.copies[0]?.dateline).toEqual({})
})

test('a story of one day has nothing new, one without copies nothing to compare', () => {
  const { articles } = storyOf(join(FIXTURES, 'by-day/input.yaml'))
  expect(whatIsNew(articles.slice(0, 1))).toBeUndefined()
  expect(whatIsNew([])).toBeUndefined()
  expect(sideBySide(articles.map((original) => ({ original, copies: [] })))).toEqual([])
})

test('an account whose date is in doubt begins no day and has told nothing before', () => {
  const { articles } = storyOf(join(FIXTURES, 'by-day/input.yaml'))
  const doubted = (article: ArticleView): ArticleView => ({
    ...article,
    dateFrom: { basis: 'stated', confidence: 'low', why: 'The page prints only when it was changed last.' },
  })
  expect(whatIsNew(articles.map(doubted))).toBeUndefined()
  const sure = whatIsNew(articles)
  const first = articles.find(({ date }) => date === sure?.first)
  const news = whatIsNew(articles.map((article) => (article === first ? doubted(article) : article)))
  expect(news?.unsure).toBe((sure?.unsure ?? 0) + 1)
  expect(news?.first).not.toBe(sure?.first)
})

function besideText({ copies, original, text }: SideBySide): string[] {
  return [
    `# The account of ${original.publisher?.name}`,
    ...(text ?? []).map(
      ({ alteredBy, cutBy, movedBy, paragraph, pieces }) =>
        `${paragraph}. ${pieces.map((piece) => (piece.changed ? `«${piece.text}»` : piece.text)).join('')}${by('altered', alteredBy)}${by('moved', movedBy)}${by('cut', cutBy)}`,
    ),
    ...(text ? [] : ['(not printed in full)']),
    ...copies.flatMap(copyText),
  ]
}

const by = (what: string, articles: ArticleView[]) =>
  articles.length > 0 ? ` [${what} by ${articles.map(({ publisher }) => publisher?.name).join(', ')}]` : ''

function copyText(changes: CopyChanges): string[] {
  const { alterations, altered, fates, joined, punctuation, respelled, respellings, throughout } = changes
  return [
    '',
    `## ${changes.copy.publisher?.name}`,
    fates
      .map(
        ({ kind, moved, paragraph, to }) =>
          `${paragraph} ${moved ? 'moved, ' : ''}${kind}${to.length ? ` to ${to.join('+')}` : ''}`,
      )
      .join('; '),
    ...printed('headline', changes.headline),
    ...printed('dateline', changes.dateline),
    ...printed('byline', changes.byline),
    ...changes.cut.map((one) => quotableText('cut', one)),
    ...changes.added.map((one) => quotableText('added', one)),
    ...joined.map((paragraphs) => `joined: ${paragraphs.join('+')}`),
    `altered in ${alterations} places`,
    ...throughout.map(({ copy, original, times }) => `throughout: ${original} -> ${copy}, ${times} times`),
    ...altered.map(
      ({ paragraph, spans, to, words }) =>
        `altered ${paragraph} -> ${to}: ${spans ? spansText(spans) : `(${words} words)`}`,
    ),
    `respelled ${respellings}: ${respelled.map(({ copy, original, times }) => `${original} -> ${copy}${times > 1 ? ` (${times})` : ''}`).join('; ')}`,
    `punctuation in ${punctuation} places`,
  ]
}

function printed(name: string, change: PrintedChange | undefined): string[] {
  if (!change) return []
  const { copy, original, spans } = change
  return [`${name}: ${spans ? spansText(spans) : `${original ?? '(none)'} -> ${copy ?? '(none)'}`}`]
}

function quotableText(name: string, { paragraph, text, whole, words }: Quotable): string {
  return `${name} ${whole ? '' : 'part of '}${paragraph} (${words} words)${text ? `: ${text}` : ''}`
}

function spansText(spans: Span[]): string {
  return spans
    .map(({ copy, kind, original }) => {
      if (kind === 'altered') return `[-${original}-]{+${copy}+}`
      return kind === 'respelled' ? `<${copy}>` : copy
    })
    .join('')
}

function newText(articles: ArticleView[]): string[] {
  const news = whatIsNew(articles)
  if (!news) return []
  return [
    '',
    `# What is new after ${news.first}; ${news.unsure} unsure`,
    ...news.days.flatMap(({ articles: fresh, date, nothingNew }) => [
      `## ${date}`,
      ...fresh.flatMap(({ article, of, sentences, shared }) => [
        `${article.publisher?.name}: ${sentences.length}${shared ? ` and ${shared} shared` : ''} of ${of}`,
        ...sentences.map(({ paragraph, text, words }) => `  ${paragraph}. ${text ?? `(${words} words)`}`),
      ]),
      ...nothingNew.map(({ publisher }) => `${publisher?.name}: nothing`),
    ]),
  ]
}
