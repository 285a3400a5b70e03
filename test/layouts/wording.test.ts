import { readFileSync } from 'node:fs'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { basisText } from '../../layouts/components/basis-line.tsx'
import { Company } from '../../layouts/components/company.tsx'
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
