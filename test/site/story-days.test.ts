import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleSchema } from '../../scripts/content/article.ts'
import { loadContent } from '../../scripts/content/load.ts'
import { buildDigest } from '../../scripts/site/digest.ts'
import { changedOn, modifiedOn, publishedOn } from '../../scripts/site/story-days.ts'
import type { StoryView } from '../../scripts/site/views.ts'
import { madeUpContent } from './made-up.ts'

interface Print {
  day?: number
  sure: boolean
  /** Prints of one text are one account. */
  text: number
}

const dayOf = (day: number) => `2024-05-${String(day).padStart(2, '0')}`

/** A story of its prints, as the digest has it. */
function storyOf(prints: Print[], corrections: number[] = [], day?: number): StoryView {
  const content = madeUpContent({ topics: [], stories: [[day === undefined ? undefined : dayOf(day)]] })
  const articles = prints.map(({ day, sure, text }, at) => ({
    ...articleSchema.parse({
      id: `print-${at}`,
      title: `Print ${at}`,
      titleFrom: 'page',
      date: day === undefined ? undefined : dayOf(day),
      dateFrom: day === undefined ? undefined : { basis: 'stated', confidence: sure ? 'high' : 'low' },
      story: 'story-0',
    }),
    body: Array.from({ length: 60 }, (_, word) => `text${text}word${word}`).join(' '),
    file: `articles/print-${at}.md`,
  }))
  const stories = content.stories.map((story) => ({
    ...story,
    corrections: corrections.map((day) => ({ date: dayOf(day), text: 'It was brine.' })),
  }))
  return buildDigest({ ...content, articles, stories }).stories[0] as StoryView
}

test('a later account changes a story and so does a correction, a copy only its page', () => {
  const first = { day: 2, sure: true, text: 0 }
  const daysOf = (story: StoryView) => [publishedOn(story), modifiedOn(story), changedOn(story)]
  expect(daysOf(storyOf([first]))).toEqual([dayOf(2), undefined, dayOf(2)])
  expect(daysOf(storyOf([first, { ...first, day: 5 }]))).toEqual([dayOf(2), undefined, dayOf(5)])
  expect(daysOf(storyOf([first, { ...first, text: 1, day: 5 }]))).toEqual([dayOf(2), dayOf(5), dayOf(5)])
  expect(daysOf(storyOf([first, { ...first, text: 1, day: 5 }], [4, 9]))).toEqual([
    dayOf(2),
    dayOf(9),
    dayOf(9),
  ])
  const doubtful = { day: 5, sure: false, text: 1 }
  expect(daysOf(storyOf([first, doubtful], [4]))).toEqual([dayOf(2), undefined, undefined])
  expect(daysOf(storyOf([], [4], 3))).toEqual([undefined, dayOf(4), dayOf(4)])
  expect(daysOf(storyOf([], [], 3))).toEqual([undefined, undefined, undefined])
})

test('of prints of one day the surest says how the day of the story is known, whatever their ids', () => {
  const prints = [
    { id: 'a', basis: 'copy', confidence: 'low' },
    { id: 'b', basis: 'copy', confidence: 'high' },
    { id: 'c', basis: 'dateline', confidence: 'high' },
    { id: 'd', basis: 'stated', confidence: 'low', date: '2024-05-03' },
  ]
  const content = madeUpContent({ topics: [], stories: [[undefined]] })
  const storyWith = (...ids: string[]) => {
    const articles = prints
      .filter(({ id }) => ids.includes(id))
      .map(({ id, basis, confidence, date = '2024-05-02' }) => ({
        ...articleSchema.parse({
          id,
          title: `Print ${id}`,
          titleFrom: 'page',
          date,
          dateFrom: { basis, confidence },
          story: 'story-0',
        }),
        body: Array.from({ length: 60 }, (_, word) => `word${word}`).join(' '),
        file: `articles/${id}.md`,
      }))
    return buildDigest({ ...content, articles }).stories[0]
  }
  expect(storyWith('a', 'b', 'c', 'd')?.dateFrom).toEqual({ basis: 'dateline', confidence: 'high' })
  expect(storyWith('a', 'b')?.dateFrom).toEqual({ basis: 'copy', confidence: 'high' })
  expect(storyWith('a', 'd')?.dateFrom).toEqual({ basis: 'copy', confidence: 'low' })
})

test('what machines are told contradicts neither the feeds nor the sitemap', () => {
  const consistent = (story: StoryView) => {
    const [published, modified, changed] = [publishedOn(story), modifiedOn(story), changedOn(story)]
    if (modified) expect(modified <= story.updated.slice(0, 10), story.id).toBe(true)
    if (modified && published) expect(modified > published, story.id).toBe(true)
    if (modified && changed) expect(modified <= changed, story.id).toBe(true)
  }
  const { stories } = buildDigest(loadContent('content'))
  stories.forEach(consistent)
  const day = fc.integer({ min: 1, max: 28 })
  const print = fc.record({ day: fc.option(day, { nil: undefined }), sure: fc.boolean(), text: fc.nat(2) })
  fc.assert(
    fc.property(
      fc.array(print, { maxLength: 5 }),
      fc.array(day, { maxLength: 2 }),
      fc.option(day, { nil: undefined }),
      (prints, corrections, date) => consistent(storyOf(prints, corrections, date)),
    ),
    { numRuns: 200 },
  )
})
