import { readFileSync } from 'node:fs'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { basisText } from '../../layouts/components/basis-line.tsx'
import { Company } from '../../layouts/components/company.tsx'
import { DateNote } from '../../layouts/components/date-note.tsx'
import { countedKind, kindHeading } from '../../layouts/components/speaker-kind.ts'
import { render as archive } from '../../layouts/pages/archive.11ty.tsx'
import { buildDigest } from '../../scripts/site/digest.ts'
import { type MadeUpStory, madeUpContent } from '../site/made-up.ts'

test('a topic is no thing that has stories, since it may be a person', () => {
  const stories = Array.from(
    { length: 20 },
    (_, at): MadeUpStory => [undefined, ...(at < 7 ? ['mira', 'tolan'] : ['salt'])],
  )
  const { topics } = buildDigest(madeUpContent({ topics: [['mira'], ['tolan'], ['salt']], stories }))
  const topic = topics.find(({ id }) => id === 'mira')
  if (!topic) throw new Error('there is a topic')
  expect(renderToString(h(Company, { topic }))).toContain('together in 7 of 7 stories')
})

test('several state media are counted as outlets', () => {
  expect([1, 2].map((number) => countedKind('state-media', number))).toEqual([
    '1 state media outlet',
    '2 state media outlets',
  ])
  expect(kindHeading('state-media')).toBe('State media outlets')
})

test.each([
  [
    'The page prints 2025-04-15, a Tuesday, but the text speaks of Friday.',
    'prints 15 April 2025, a Tuesday, but',
  ],
  ['A copy of its text is dated 2023-08-30.', 'is dated 30 August 2023.'],
  [
    'The page prints “2025-04-15”, but 2025-04-15 was a Tuesday.',
    'prints “2025-04-15”, but 15 April 2025 was',
  ],
  [
    'See /2025-04-15/ and 2025-04-15T20:26 and 2025-13-45.',
    'See /2025-04-15/ and 2025-04-15T20:26 and 2025-13-45.',
  ],
])('why a date is in doubt is told in days as pages print them: %s', (why, told) => {
  const note = h(DateNote, { from: { basis: 'stated', claimed: '2025-04-15 21:07', confidence: 'low', why } })
  const html = renderToString(note)
  expect(html).toContain(told)
  expect(html).toContain('<q>2025-04-15 21:07</q>')
})

test('the page about the digest explains the label that pages print', () => {
  const label = basisText({ articles: 2, accounts: 2, originators: ['QPS'], references: 0 })
  expect(readFileSync('content/pages/about.md', 'utf8')).toContain(`“${label}”`)
})

test('the archive says what the number beside a month is, where it has any', () => {
  const pageOf = (stories: MadeUpStory[]) =>
    renderToString(archive({ digest: buildDigest(madeUpContent({ topics: [], stories })) }))
  const hint = 'the number beside a month is that of its stories'
  expect(pageOf([['2024-02-03']])).toContain(hint)
  expect(pageOf([])).not.toContain(hint)
})
