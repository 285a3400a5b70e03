import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { load } from 'js-yaml'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { editionsFeedDocuments } from '../../../layouts/mail/editions-feed.tsx'
import { wrapped } from '../../../layouts/mail/wrapped.ts'
import { render as mail } from '../../../layouts/pages/edition-mail.11ty.tsx'
import { render as text } from '../../../layouts/pages/edition-text.11ty.ts'
import { storySchema } from '../../../scripts/content/story.ts'
import { buildDigest, type Place } from '../../../scripts/site/digest.ts'
import type { Digest } from '../../../scripts/site/views.ts'
import { cases, check } from '../../check.ts'
import { madeUpContent } from '../../site/made-up.ts'

interface Week {
  topics: string[]
  leadTopics: string[]
  /** The edition that is written. */
  week: string
  stories: unknown[]
}

function digestOf({ topics, leadTopics, stories }: Omit<Week, 'week'>, place?: Place) {
  const content = madeUpContent({ topics: topics.map((id) => [id]), stories: [] })
  const parsed = stories.map((story) => {
    const fields = storySchema.parse(story)
    return { ...fields, body: '', file: `stories/${fields.id}.md` }
  })
  const site = content.site && { ...content.site, leadTopics }
  return buildDigest({ ...content, site, stories: parsed }, place)
}

const feed = ({ digest }: { digest: Digest }) => editionsFeedDocuments(digest)[0]?.text ?? ''

/** The e-mail, its text and the feed, of one edition. */
function edition(week: Week, place?: Place) {
  const digest = digestOf(week, place)
  const edition = digest.editions.find(({ id }) => id === week.week)
  if (!edition) throw new Error(`there is no edition ${week.week}`)
  return {
    html: `<!doctype html>\n${renderToString(mail({ digest, edition }) as VNode)}\n`,
    txt: text({ digest, edition }),
    xml: feed({ digest }),
  }
}

describe.each(cases(join(import.meta.dirname, 'fixtures')))('$name', ({ folder, input }) => {
  const week = load(readFileSync(input, 'utf8')) as Week
  const written = edition(week, { url: 'https://salt.example/repo/' })

  test.each(Object.entries(written))('%s', (kind, document) =>
    // One element a line, to be read.
    check(
      folder,
      `expected.${kind}`,
      kind === 'html' ? document.replaceAll(/(?=<(?:p|div|h\d|meta|body)\b)/g, '\n') : document,
    ),
  )

  test('has only absolute addresses, no script and no sheet', () => {
    const addresses = [...written.html.matchAll(/(?:href|src)="([^"]*)"/g)].map((match) => match[1])
    expect(addresses.length).toBeGreaterThan(4)
    for (const address of addresses) expect(address).toMatch(/^https:\/\/salt\.example\/repo\//)
    expect(written.html).not.toMatch(/<(?:script|style|link rel="stylesheet"|img)/)
    for (const [, address] of written.xml.matchAll(/href=(?:"|&quot;)(.*?)(?:"|&quot;)/g))
      expect(address).toMatch(/^https:\/\/salt\.example\/repo\//)
  })

  test('is plain text of 72 columns', () => {
    for (const line of written.txt.split('\n'))
      if (!line.startsWith('https://')) expect([...line].length).toBeLessThanOrEqual(72)
  })

  test('has a feed that a strict parser reads', () => {
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', (error) => {
      throw error
    })
    parser.write(written.xml).close()
  })
})

test('a mail of 500 stories is short enough for Gmail and says how many are left, as do its twins', () => {
  const stories = Array.from({ length: 500 }, (_, at) => ({
    id: `story-${at}`,
    title: `Pan number ${at} was drained, its keeper said`,
    date: `2024-03-0${4 + (at % 6)}`,
    topics: [at % 2 ? 'salt' : 'pans'],
    summary: 'Ünder “quotes” & signs, it took all day to drain it. '.repeat(5),
  }))
  const later = { id: 'later', title: 'Later', date: '2024-03-11' }
  const { html, txt, xml } = edition({
    topics: ['salt', 'pans'],
    leadTopics: ['salt'],
    week: '2024-w10',
    stories: [...stories, later],
  })
  const bytes = Buffer.byteLength(html)
  expect(bytes).toBeLessThanOrEqual(102_000)
  expect(bytes).toBeGreaterThan(92_000)
  const told = html.split('was drained, its keeper said</a>').length - 1
  expect(told).toBeGreaterThan(50)
  for (const written of [html, txt, xml]) {
    expect(written).toContain(`${500 - told} more stories on the web`)
    expect(written.split(`/stories/story-`).length - 1).toBe(told)
  }
})

test('the feed carries no week that stories may still join, and no day of the clock', () => {
  const story = (id: string, date?: string) => ({ id, title: id, date })
  const ids = (stories: unknown[]) =>
    [...feed({ digest: digestOf({ topics: [], leadTopics: [], stories }) }).matchAll(/<id>(.*?)<\/id>/g)].map(
      (match) => match[1],
    )
  const first = [story('a', '2020-12-30'), story('b', '2021-01-03'), story('undated')]
  expect(ids(first)).toEqual(['tag:salt.example,2024-01-01:editions'])
  const later = [...first, story('c', '2021-01-04')]
  expect(ids(later)).toEqual([
    'tag:salt.example,2024-01-01:editions',
    'tag:salt.example,2024-01-01:editions/2020-w53',
  ])
  const xml = feed({ digest: digestOf({ topics: [], leadTopics: [], stories: later }) })
  expect(new Set(xml.match(/\d{4}-\d{2}-\d{2}T[^<]*/g))).toEqual(new Set(['2021-01-03T00:00:00Z']))
})

test('every story with a day is in one edition, once, and those without are in none', () => {
  const day = fc.option(
    fc
      .date({ min: new Date('1999-01-01'), max: new Date('2002-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    { nil: undefined },
  )
  const tags = fc.subarray(['salt', 'pans', 'brine'])
  fc.assert(
    fc.property(fc.array(fc.tuple(day, tags), { maxLength: 30 }), (drawn) => {
      const stories = drawn.map(([date, topics], at) => ({ id: `s${at}`, title: `S${at}`, date, topics }))
      const digest = digestOf({ topics: ['salt', 'pans', 'brine'], leadTopics: ['pans', 'salt'], stories })
      const placed = digest.editions.flatMap(({ sections }) => sections.flatMap(({ stories }) => stories))
      expect(placed.map(({ id }) => id).sort()).toEqual(
        stories.flatMap(({ id, date }) => (date ? [id] : [])).sort(),
      )
      for (const { sections, week } of digest.editions) {
        for (const { date = '' } of sections.flatMap(({ stories }) => stories))
          expect(date >= week.monday && date <= week.sunday).toBe(true)
        const order = sections.map(({ anchor }) => ['on_pans', 'on_salt', 'others'].indexOf(anchor))
        expect(order).toEqual([...order].sort())
      }
    }),
    { numRuns: 50 },
  )
})

test('wrapping loses no word and makes no line too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 80 }), (drawn, columns) => {
      const lines = wrapped(drawn, columns)
      for (const line of lines) expect([...line].length).toBeLessThanOrEqual(columns)
      const dense = (text: string) => text.replace(/[\s\p{Cc}]/gu, '')
      expect(dense(lines.join(''))).toBe(dense(drawn))
    }),
  )
})
