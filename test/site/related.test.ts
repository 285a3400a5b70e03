import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadContent } from '../../scripts/content/load.ts'
import { storySchema } from '../../scripts/content/story.ts'
import { buildDigest } from '../../scripts/site/digest.ts'
import { relateStories } from '../../scripts/site/related.ts'
import type { StoryView } from '../../scripts/site/views.ts'
import { plainRelated } from './plain-related.ts'

interface Told {
  title: string
  date?: string
  topics: string[]
}

const content = loadContent('content')

/** The digest of these stories and nothing else; their ids are s0, s1 and so on. */
function digestOf(told: Told[]) {
  const stories = told.map((story, at) => ({
    ...storySchema.parse({ id: `s${at}`, ...story }),
    body: '',
    file: `stories/s${at}.md`,
  }))
  return buildDigest({ ...content, articles: [], stories })
}

const FILLER: Told[] = Array.from({ length: 20 }, (_, at) => ({
  title: `Matter ${'abcdefghijklmnopqrst'[at]}x of its own kind${at}`,
  date: `2020-01-${String(at + 1).padStart(2, '0')}`,
  topics: ['russia'],
}))

test('a rare topic relates two stories, one that nearly all share does not', () => {
  const { stories } = digestOf([
    ...FILLER,
    { title: 'Harbour cranes busy', date: '2020-02-01', topics: ['russia', 'rajin'] },
    { title: 'Quay gates shut', date: '2020-03-01', topics: ['russia', 'rajin'] },
  ])
  const related = (id: string) =>
    stories
      .find((story) => story.id === id)
      ?.storyline.related.map(({ story, shares, newer }) => [
        story.id,
        shares.map((topic) => topic.id),
        newer,
      ])
  expect(related('s20')).toEqual([['s21', ['rajin', 'russia'], true]])
  expect(related('s21')).toEqual([['s20', ['rajin', 'russia'], false]])
})

test('rare words relate two stories that share no topic', () => {
  const { stories } = digestOf([
    ...FILLER,
    { title: 'Tanker Angara seen at Dunay', date: '2020-02-01', topics: [] },
    { title: 'Dunay berth empty as Angara leaves', date: '2020-02-09', topics: ['russia'] },
  ])
  expect(stories.find((story) => story.id === 's20')?.storyline.related).toMatchObject([
    { story: { id: 's21' }, shares: [], newer: true },
  ])
})

test('what is related is another dated story, each once, oldest first, at most three on either side', () => {
  const topics = ['russia', 'north-korea', 'sanctions', 'rajin', 'wagner-group', 'swift']
  const told = fc.record({
    title: fc
      .array(fc.constantFrom('port', 'ship', 'vote', 'bank', 'shell', 'train'), {
        minLength: 1,
        maxLength: 4,
      })
      .map((all) => all.join(' ')),
    date: fc.option(
      fc.integer({ min: 1, max: 28 }).map((day) => `2021-02-${String(day).padStart(2, '0')}`),
      { nil: undefined },
    ),
    topics: fc.uniqueArray(fc.constantFrom(...topics), { maxLength: 4 }),
  })
  fc.assert(
    fc.property(fc.array(told, { maxLength: 40 }), (all) => {
      for (const story of digestOf(all).stories) {
        const ids = story.storyline.related.map((related) => related.story.id)
        expect(new Set([...ids, story.id]).size).toBe(ids.length + 1)
        const dates = story.storyline.related.map((related) => related.story.date ?? 'none')
        expect(dates).toEqual([...dates].sort())
        for (const { story: other, newer, shares } of story.storyline.related) {
          expect(
            newer ? (other.date ?? '') >= (story.date ?? '') : (other.date ?? '') <= (story.date ?? ''),
          ).toBe(true)
          for (const { id } of shares) {
            expect(story.topics.map((topic) => topic.id)).toContain(id)
            expect(other.topics.map((topic) => topic.id)).toContain(id)
          }
        }
        for (const side of [true, false])
          expect(story.storyline.related.filter(({ newer }) => newer === side).length).toBeLessThanOrEqual(3)
        if (!story.date) expect(ids).toEqual([])
      }
    }),
    { numRuns: 60 },
  )
})

test('what is related is what vectors of words, compared one by one, say', () => {
  const story = fc.record({
    title: fc
      .array(fc.constantFrom(...'port ship vote bank shell train toString __proto__ 港口'.split(' ')), {
        maxLength: 9,
      })
      .map((all) => all.join(' ')),
    summary: fc
      .array(fc.constantFrom(...'abcdefghijklmnopqrst'), { maxLength: 30 })
      .map((all) => `${all.join('x ')}x`),
    date: fc.option(
      fc.integer({ min: 1, max: 9 }).map((day) => `2021-02-0${day}`),
      { nil: undefined },
    ),
    topics: fc
      .uniqueArray(fc.constantFrom('russia', 'swift', 'rajin', 'port', 'iran'), { maxLength: 5 })
      .map((ids) => ids.map((id) => ({ id }))),
  })
  fc.assert(
    fc.property(fc.array(story, { maxLength: 60 }), (told) => {
      const stories = told.map((one, at) => ({
        id: `s${at}`,
        storyline: { related: [] },
        ...one,
      })) as unknown as StoryView[]
      relateStories(stories)
      const dated = stories.filter(({ date }) => date)
      expect(
        new Map(dated.map(({ id, storyline }) => [id, storyline.related.map((one) => one.story.id)])),
      ).toEqual(plainRelated(stories))
    }),
    { numRuns: 150, seed: 21 },
  )
})
