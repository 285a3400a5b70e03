import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ingest } from '../../scripts/ingest/run.ts'
import { scratchFolder } from '../scratch.ts'
import { change, make } from './crash/states.ts'

const SEIZED = (place: string) => `${place} seizes the ship of the grain office

By Mira Tolan

PORT HALDEN (QXP) — The harbour of ${place} lifted a closure on Tuesday after nine days of talks about barley.

The closure had stopped 140 ships since March and had pushed the price of barley up by a third, according to clerks.
`
const OPENED = (place: string) => `${place} opens the northern rail lines for coal

By Jon Ferrel

SALL (QXP) — The first train with coal crossed the border near ${place} on Friday, ending a quarrel of two years.

Forty wagons, then 140 more, passed the station at noon and went on to the paper mills of the lake district.
`

function setUp() {
  const folder = scratchFolder()
  const options = { content: join(folder, 'content'), sources: join(folder, 'sources') }
  make({ prepare: () => {} }, folder)
  const articles = join(options.content, 'articles')
  const outcomes = () =>
    ingest(options).files.flatMap(({ path, outcome }) =>
      // What the texts have in common may change how another is read.
      path.startsWith('articles/') && outcome !== 'unchanged' && outcome !== 'updated' ? [outcome] : [],
    )
  const madeFrom = (text: string) =>
    join(
      articles,
      readdirSync(articles).find((name) => readFileSync(join(articles, name), 'utf8').includes(text)) ?? '',
    )
  return { ...options, articles, outcomes, madeFrom, source: (name: string) => join(options.sources, name) }
}

describe('of two texts that came one after the other under one name', () => {
  // The order of the articles' ids must not matter.
  test.each([
    ['Aldmouth', 'Zelmouth'],
    ['Zelmouth', 'Aldmouth'],
  ])('(%s, then %s) the one that was deleted stays so, and another text is none of them', (first, second) => {
    const { source, outcomes, madeFrom } = setUp()
    const latest = source('latest.txt')
    writeFileSync(latest, SEIZED(first))
    expect(outcomes()).toEqual(['new'])
    writeFileSync(latest, OPENED(second))
    expect(outcomes()).toEqual(['new'])
    rmSync(madeFrom('ending a quarrel'))
    expect(outcomes()).toEqual(['deleted and left so'])
    change(latest, '140 more', '150 more')
    expect(outcomes()).toEqual(['deleted and left so'])
    writeFileSync(
      latest,
      readFileSync(source('wire.txt'), 'utf8').replaceAll(/[a-z]+/g, (word) => `${word}en`),
    )
    expect(outcomes()).toEqual(['new'])
  })

  test('the second is an article also where the first was moved', () => {
    const { source, outcomes, madeFrom, articles } = setUp()
    const latest = source('latest.txt')
    writeFileSync(latest, SEIZED('Aldmouth'))
    outcomes()
    renameSync(madeFrom('Aldmouth'), join(articles, 'barley.md'))
    writeFileSync(latest, OPENED('Zelmouth'))
    expect(outcomes()).toEqual(['new'])
  })
})

describe('of the same bytes under two names', () => {
  test.each(['a.txt', 'b.txt'])(
    'the article of %s that was deleted stays so when that is renamed',
    (name) => {
      const { source, outcomes, madeFrom } = setUp()
      for (const twin of ['a.txt', 'b.txt']) writeFileSync(source(twin), SEIZED('Aldmouth'))
      expect(outcomes()).toEqual(['new', 'new'])
      rmSync(madeFrom(`file: ${name}`))
      renameSync(source(name), source('c.txt'))
      expect(outcomes()).toEqual(['deleted and left so'])
      expect(outcomes()).toEqual(['deleted and left so'])
    },
  )

  test('the second is an article also where that of the first was moved', () => {
    const { source, outcomes, madeFrom, articles } = setUp()
    const article = madeFrom('file: wire.txt')
    mkdirSync(join(articles, 'moved'))
    renameSync(article, join(articles, 'moved', 'grain.md'))
    copyFileSync(source('wire.txt'), source('again.txt'))
    expect(outcomes()).toEqual(['new'])
  })
})
