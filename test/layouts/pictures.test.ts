import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { CopyFlow } from '../../layouts/components/copy-flow.tsx'
import { shortName } from '../../layouts/components/short-name.ts'
import { tint } from '../../layouts/components/tint.ts'
import { TopicMatrix } from '../../layouts/components/topic-matrix.tsx'
import { buildDigest } from '../../scripts/site/digest.ts'
import { sideBySide } from '../../scripts/site/story/side-by-side.ts'
import { togetherOf } from '../../scripts/site/together.ts'
import { type MadeUpStory, madeUpContent } from '../site/made-up.ts'
import { storyOf } from '../site/story/story-of.ts'

const FIXTURES = join(import.meta.dirname, '../site/story/fixtures')

const rowsOf = (html: string): string[][] =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '')),
  )

describe('who copied whom', () => {
  const pictures = readdirSync(FIXTURES).flatMap((name) =>
    sideBySide(storyOf(join(FIXTURES, name, 'input.yaml')).accounts).map((beside, at) => ({
      beside,
      html: renderToString(h(CopyFlow, { beside, at })),
    })),
  )

  test('is a picture with a title and a description, and its figures are a table', () => {
    expect(pictures.length).toBeGreaterThanOrEqual(4)
    for (const { beside, html } of pictures) {
      const [, title, desc] = /<svg[^>]* role="img" aria-labelledby="(\S+) (\S+)"/.exec(html) ?? []
      expect(html).toContain(`<title id="${title}">Who copied`)
      expect(html).toContain(`<desc id="${desc}">`)
      const shares = [...html.matchAll(/<text x="62%"[^>]*>(\d+%)/g)].map((match) => match[1])
      const [head, ...rows] = rowsOf(html)
      expect(head).toEqual(['Copy', 'Taken over', 'Cut', 'Added'])
      expect(rows.map(([name]) => name)).toEqual(beside.copies.map(({ copy }) => copy.publisher?.name))
      for (const [at, [, kept, cut]] of rows.entries()) {
        expect(Number(kept) + Number(cut)).toBe(beside.words)
        expect(shares[at]).toBe(`${Math.round((100 * Number(kept)) / beside.words)}%`)
      }
    }
    expect(pictures.some(({ html }) => /<td>[1-9]/.test(html) && !html.includes('>100%<'))).toBe(true)
  })
})

describe('which topics go together', () => {
  const ids = ['salt', 'brine', 'quay', 'barge', 'clerk']
  const stories = fc.array(fc.subarray(ids), { maxLength: 40 })
  const digestOf = (tags: string[][]) =>
    buildDigest(
      madeUpContent({
        topics: ids.map((id) => [id]),
        stories: tags.map((own): MadeUpStory => ['2024-01-01', ...own]),
      }),
    )

  test('is counted for every pair of the topics on most stories', () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 1, max: 6 }), (tags, most) => {
        const { topics, counts } = togetherOf(digestOf(tags).topics, most)
        const told = ids.filter((id) => tags.some((own) => own.includes(id)))
        expect(topics.length).toBe(Math.min(most, told.length))
        const least = Math.min(...topics.map((topic) => topic.stories.length))
        for (const id of told.filter((id) => topics.every((topic) => topic.id !== id)))
          expect(tags.filter((own) => own.includes(id)).length).toBeLessThanOrEqual(least)
        for (const [a, first] of topics.entries())
          for (const [b, second] of topics.entries())
            expect(counts[a]?.[b]).toBe(
              tags.filter((own) => own.includes(first.id) && own.includes(second.id)).length,
            )
      }),
      { numRuns: 60 },
    )
  })

  test('is a table with a link where the two have a page', () => {
    const tags = [...Array(3).fill(['salt', 'brine']), ['salt', 'quay'], ['salt']]
    const html = renderToString(h(TopicMatrix, { digest: digestOf(tags) }))
    expect(rowsOf(html).slice(1)).toEqual([
      ['1 salt', '5', '3 on salt and brine', '1'],
      ['2 brine', '3 on brine and salt', '3', ''],
      ['3 quay', '1', '', '1'],
    ])
    expect(html).toContain('<td class="t3"><a href="/topics/brine+salt/">3')
    expect(html).toContain('<td class="t4">1</td>')
    expect(renderToString(h(TopicMatrix, { digest: digestOf([['salt', 'brine']]) }))).toBe('')
  })
})

test('tints rise with the share in four steps', () => {
  expect([0, 1, 25, 26, 50, 51, 75, 76, 100].map((number) => tint(number, 100))).toEqual([
    undefined,
    't1',
    't1',
    't2',
    't2',
    't3',
    't3',
    't4',
    't4',
  ])
})

test('names are cut to a width, not within a letter', () => {
  expect(shortName('Brine Press', 28)).toBe('Brine Press')
  expect(shortName('x'.repeat(28), 28)).toBe('x'.repeat(28))
  expect(shortName('x'.repeat(29), 28)).toBe(`${'x'.repeat(28)}…`)
  expect(shortName('鹽'.repeat(20), 28)).toBe(`${'鹽'.repeat(14)}…`)
  expect(shortName('𠀀'.repeat(20), 28)).toBe(`${'𠀀'.repeat(14)}…`)
})
