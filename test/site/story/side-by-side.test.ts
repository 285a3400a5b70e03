import { join } from 'node:path'
import { expect, test } from 'vitest'
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
import { storyOf } from './story-of.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')

test.each(cases(FIXTURES))('$name', ({ folder, input }) => {
  const { accounts, articles } = storyOf(input)
  const told = [...sideBySide(accounts).flatMap(besideText), ...newText(articles)]
  check(folder, 'expected.txt', `${told.join('\n')}\n`)
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
