import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { render as renderTimeline } from '../../layouts/pages/timeline.11ty.tsx'
import { render as renderTopic } from '../../layouts/pages/topic.11ty.tsx'
import { addDays } from '../../scripts/content/date.ts'
import { loadContent } from '../../scripts/content/load.ts'
import { countByPeriod, periodsOf } from '../../scripts/site/chart.ts'
import { buildDigest } from '../../scripts/site/digest.ts'
import type { Digest, TopicView } from '../../scripts/site/views.ts'
import { type MadeUpStory, madeUpContent } from './made-up.ts'

const topicOf = ({ topics }: Digest, id: string) => topics.find((topic) => topic.id === id) as TopicView

/** So many stories on the same topics, a day apart. */
const times = (number: number, ...topics: string[]): MadeUpStory[] =>
  Array.from({ length: number }, (_, at) => [addDays('2024-01-01', at), ...topics])

describe('the stories that topics have in common', () => {
  test('have a page from three on, with ids in code-point order', () => {
    const { intersections } = buildDigest(
      madeUpContent({
        topics: [['salt'], ['harbour'], ['a1'], ['a-1']],
        stories: [...times(3, 'salt', 'harbour'), ...times(2, 'salt', 'a1'), ...times(3, 'a1', 'a-1')],
      }),
      { pathPrefix: '/repo/' },
    )
    expect(intersections.map(({ url, feed, stories }) => [url, feed.output, stories.length])).toEqual([
      ['/repo/topics/a-1+a1/', 'topics/a-1+a1/feed.xml', 3],
      ['/repo/topics/harbour+salt/', 'topics/harbour+salt/feed.xml', 3],
    ])
  })

  test('have none where a topic is never without its broader one, and one where it sometimes is', () => {
    const ids = (stories: MadeUpStory[]) =>
      buildDigest(
        madeUpContent({ topics: [['land'], ['town', 'land'], ['street', 'town']], stories }),
      ).intersections.map(({ id }) => id)
    const all = [...times(4, 'land', 'town', 'street'), ...times(2, 'land')]
    expect(ids(all)).toEqual([])
    expect(ids([...all, ...times(1, 'street')])).toEqual(['land+street', 'street+town'])
  })

  test('have one from the first story on where the site names the topics, reached from its pairs', () => {
    const { intersections, namedIntersections } = buildDigest(
      madeUpContent({
        topics: [['salt'], ['harbour'], ['tax']],
        stories: [...times(3, 'salt', 'tax'), ...times(1, 'tax', 'harbour', 'salt')],
        intersections: [['tax', 'salt', 'harbour']],
      }),
    )
    expect(intersections.map(({ id }) => id)).toEqual(['harbour+salt+tax', 'salt+tax'])
    const [all, pair] = intersections
    expect(namedIntersections).toEqual([all])
    expect([all?.stories.length, all?.wider, pair?.narrower]).toEqual([1, [pair], [all]])
  })

  test('have none, and no feed, as long as there is no such story', () => {
    const digest = buildDigest(
      madeUpContent({
        topics: [['salt'], ['tax'], ['harbour']],
        stories: [...times(3, 'salt', 'tax'), ...times(1, 'harbour')],
        intersections: [['tax', 'salt', 'harbour']],
      }),
    )
    expect(digest.intersections.map(({ id }) => id)).toEqual(['salt+tax'])
    expect([digest.namedIntersections, digest.intersections[0]?.narrower]).toEqual([[], []])
  })

  test('are those, and all those, that carry every topic of the page', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    fc.assert(
      fc.property(fc.array(fc.subarray(ids), { maxLength: 20 }), (tags) => {
        const { stories, intersections } = buildDigest(
          madeUpContent({
            topics: ids.map((id) => [id]),
            stories: tags.map((own) => [undefined, ...own]),
            intersections: [['e', 'a', 'c']],
          }),
        )
        const has = (id: string, story: (typeof stories)[number]) => story.topics.some((one) => one.id === id)
        const expected = new Map<string, string[]>()
        for (const [at, first] of ids.entries())
          for (const second of ids.slice(at + 1)) {
            const told = stories.filter((story) => has(first, story) && has(second, story))
            if (told.length >= 3)
              expected.set(
                `${first}+${second}`,
                told.map(({ id }) => id),
              )
          }
        const named = stories.filter((story) => ['a', 'c', 'e'].every((id) => has(id, story)))
        if (named.length > 0)
          expected.set(
            'a+c+e',
            named.map(({ id }) => id),
          )
        const found = intersections.map(({ id, stories: told }) => [id, told.map((one) => one.id)] as const)
        expect(new Map(found)).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the company of a topic', () => {
  const topics = [['salt'], ['common'], ['rare'], ['twice'], ['other'], ['grain', 'salt']] as [
    string,
    string?,
  ][]

  test('is told by rarity and not by count, from three stories on, without what one tag implies', () => {
    const digest = buildDigest(
      madeUpContent({
        topics,
        stories: [
          ...times(4, 'salt', 'common', 'rare', 'grain'),
          ...times(2, 'salt', 'common', 'twice'),
          ...times(20, 'common', 'other'),
          ...times(6, 'other'),
        ],
      }),
    )
    const company = topicOf(digest, 'salt').company
    expect(company.map(({ topic, together, of }) => [topic.id, together, of])).toEqual([['rare', 4, 4]])
    expect(company[0]?.page?.url).toBe('/topics/rare+salt/')
    expect(
      topicOf(digest, 'rare').company.map(({ topic, together, of }) => [topic.id, together, of]),
    ).toEqual([
      ['grain', 4, 4],
      ['salt', 4, 6],
    ])
  })

  test('is next to none where tags are dealt by chance', () => {
    const ids = Array.from({ length: 40 }, (_, at) => `t${at}`)
    let state = 1
    const dealt = (share: number) => {
      state = (state * 48271) % 2147483647
      return state / 2147483647 < share
    }
    const found = Array.from({ length: 20 }, () => {
      const stories = Array.from(
        { length: 150 },
        (): MadeUpStory => [undefined, ...ids.filter((_, at) => dealt(0.02 + at / 100))],
      )
      const digest = buildDigest(madeUpContent({ topics: ids.map((id) => [id]), stories }))
      return digest.topics.flatMap(({ company }) => company).length / 2
    })
    expect(found.filter((pairs) => pairs > 0).length).toBeLessThanOrEqual(2)
    expect(Math.max(...found)).toBeLessThanOrEqual(1)
  })

  test('is said in words that give both figures', () => {
    const digest = buildDigest(
      madeUpContent({
        topics,
        stories: [...times(4, 'salt', 'rare'), ...times(2, 'rare'), ...times(20, 'other')],
      }),
    )
    const [page] = topicOf(digest, 'salt').pages
    const html = renderToString(renderTopic({ digest, topicPage: page as NonNullable<typeof page> }))
    expect(html).toContain('<a href="/topics/rare+salt/">together in 4 of 6 stories</a>')
  })

  test('leads, on the pages that come with the digest, to who is rarely seen without the other', () => {
    const digest = buildDigest(loadContent('content'))
    const named = (id: string) => topicOf(digest, id).company.map(({ topic }) => topic.id)
    expect(named('shadow-fleet')).toContain('eu-sanctions-packages')
    expect(named('john-kirby')).toContain('munitions')
    expect(named('kim-jong-un')[0]).toBe('vladimir-putin')
  })
})

test('pages of a topic hold each story once, in order, and there is always a first one', () => {
  fc.assert(
    fc.property(fc.nat({ max: 120 }), (number) => {
      const digest = buildDigest(madeUpContent({ topics: [['salt']], stories: times(number, 'salt') }))
      const { pages, stories } = topicOf(digest, 'salt')
      expect(pages.flatMap((page) => page.stories)).toEqual(stories)
      expect(pages).toHaveLength(Math.max(1, Math.ceil(number / 25)))
      expect(pages.map((page) => page.url)).toEqual(
        pages.map((_, at) => (at === 0 ? '/topics/salt/' : `/topics/salt/page/${at + 1}/`)),
      )
    }),
    { numRuns: 20 },
  )
})

describe('a chart', () => {
  const dates = fc.array(
    fc.option(fc.tuple(fc.integer({ min: 1000, max: 2100 }), fc.integer({ min: 1, max: 12 }))),
    {
      maxLength: 30,
    },
  )

  test('counts every dated story in exactly one of its equal periods', () => {
    fc.assert(
      fc.property(dates, (days) => {
        const { stories } = buildDigest(
          madeUpContent({
            topics: [],
            stories: days.map((day) => [
              day ? `${String(day[0]).padStart(4, '0')}-${String(day[1]).padStart(2, '0')}-15` : undefined,
            ]),
          }),
        )
        const periods = periodsOf(stories)
        const counts = countByPeriod(periods, stories)
        expect(counts.reduce((a, b) => a + b, 0)).toBe(days.filter(Boolean).length)
        expect(periods.length).toBeLessThanOrEqual(60)
        for (const [at, { year, month, years }] of periods.entries()) {
          const told = days.filter(
            (day) =>
              day && day[0] >= year && day[0] < year + Math.max(1, years) && (!month || day[1] === month),
          )
          expect(counts[at]).toBe(told.length)
        }
      }),
      { numRuns: 100 },
    )
  })

  test.each([
    [
      ['2023-12-31', '2024-02-01'],
      ['2023-12', '2024-1', '2024-2'],
    ],
    [
      ['2020-05-01', '2022-05-01'],
      ['2020', '2021', '2022'],
    ],
  ])('shows months of a short span, else years: %j', (days, expected) => {
    const { periods } = buildDigest(madeUpContent({ topics: [], stories: days.map((day) => [day]) }))
    expect(periods.map(({ year, month }) => (month ? `${year}-${month}` : String(year)))).toEqual(expected)
  })

  test('says the same as a table', () => {
    const digest = buildDigest(loadContent('content'))
    const html = renderToString(renderTimeline({ digest }))
    const table = /<table>.*?<\/table>/s.exec(html)?.[0] ?? ''
    const cells = (row: string) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map((cell) => cell[1])
    const [head, ...rows] = [...table.matchAll(/<tr>(.*?)<\/tr>/g)].map((row) => cells(row[1] ?? ''))
    expect(head).toEqual([
      'Year',
      'All stories',
      'North Korea',
      'Russia',
      'Sanctions',
      'North Korea, Russia and Sanctions',
    ])
    expect(rows.map(([year, all]) => [year, all])).toEqual(
      [...digest.years]
        .sort((a, b) => a.year - b.year)
        .map(({ year, count }) => [String(year), String(count)]),
    )
    expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(
      topicOf(digest, 'north-korea').stories.length,
    )
    expect(html).toMatch(/<svg[^>]* role="img" aria-labelledby="chart-title chart-desc"/)
    expect(html).toContain('All stories: 60 dated stories from 2006 to 2026, most in 2024: 15.')
    expect(html).not.toContain('style=')
  })
})
