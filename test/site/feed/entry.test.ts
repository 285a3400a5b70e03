import { expect, test } from 'vitest'
import { advance } from '../../../scripts/content/arrivals.ts'
import { articleSchema } from '../../../scripts/content/article.ts'
import type { Republish } from '../../../scripts/content/fields.ts'
import type { Content } from '../../../scripts/content/load.ts'
import { publishersSchema } from '../../../scripts/content/publisher.ts'
import { standings } from '../../../scripts/content/standing.ts'
import { buildDigest } from '../../../scripts/site/digest.ts'
import { modifiedOn } from '../../../scripts/site/story-days.ts'
import { madeUpContent } from '../made-up.ts'
import { textOfFeed } from './every-feed.ts'
import { all, type Element, first, parseXml, textOf } from './rules/xml-tree.ts'

const words = (stem: string) => Array.from({ length: 60 }, (_, at) => `${stem}${at}`).join(' ')
const article = (id: string, fields: object) => ({
  ...articleSchema.parse({
    id,
    title: `Salt report ${id}`,
    titleFrom: 'page',
    story: 'story-0',
    publisher: 'Harbour Courier',
    ...fields,
  }),
  body: words('brine'),
  file: `articles/${id}.md`,
})

/** A story that rests on one agency's text, of which two outlets printed a copy. */
function copiedStory(republish: Republish): Content {
  const content = madeUpContent({ topics: [], stories: [['2024-01-02']] })
  return {
    ...content,
    publishers: publishersSchema.parse([
      { id: 'quillon', name: 'Quillon Press', sample: true, aliases: ['QPS'], agency: true, republish },
      { id: 'courier', name: 'Harbour Courier', republish },
    ]),
    stories: content.stories.map((story) => ({ ...story, title: undefined, lead: 'a' })),
    articles: [
      article('a', {
        date: '2024-01-02',
        agency: 'QPS',
        authors: ['Mira Tolan'],
        summary: 'Salt is dearer.',
        lang: 'pt',
      }),
      article('b', { date: '2024-01-05', publisher: 'Corner Post' }),
    ],
  }
}

const entryOf = (content: Content): Element =>
  first(parseXml(textOfFeed(buildDigest(content), 'feed.xml')), 'atom:entry') as Element
const nameOf = (element: Element | undefined) => element && textOf(element, 'atom:name')

test('a story that is one copied account names who wrote it, in its language, and is credited', () => {
  const entry = entryOf(copiedStory('full'))
  const source = first(entry, 'atom:source') as Element
  expect(textOf(source, 'atom:id')).toBe('tag:salt.example,2024-01-01:publishers/quillon')
  expect(textOf(source, 'atom:title')).toBe('Quillon Press (sample)')
  expect(entry.attributes['xml:lang']).toBe('pt')
  expect(nameOf(first(entry, 'atom:author'))).toBe('Mira Tolan')
  expect(textOf(entry, 'atom:summary')).toBe('Salt is dearer.')
  expect(textOf(entry, 'atom:content')).toMatch(/^<p>brine0 .* brine59<\/p>\n<p>From Harbour Courier/)
  expect(textOf(entry, 'atom:updated')).toMatch(/^2024-01-02T00:00:/)

  const rss = textOfFeed(buildDigest(copiedStory('full')), 'rss.xml')
  expect(rss).toContain('<source url="https://salt.example/publishers/quillon/rss.xml">')
  const digest = buildDigest(copiedStory('full'))
  for (const id of ['quillon', 'courier', 'corner-post'])
    expect(textOfFeed(digest, `publishers/${id}/feed.xml`)).toContain(':stories/story-0<')
})

test.each<[Republish, string | undefined]>([
  ['excerpt', 'Salt is dearer.'],
  ['link', undefined],
])('of a text under %s no more is carried than its rights allow', (republish, summary) => {
  const digest = buildDigest(copiedStory(republish))
  for (const output of ['feed.xml', 'rss.xml', 'feed.json']) {
    const text = textOfFeed(digest, output)
    expect(text).not.toContain('brine')
    expect(text.includes('Salt is dearer.')).toBe(summary !== undefined)
  }
  const entry = entryOf(copiedStory(republish))
  expect(textOf(entry, 'atom:summary')).toBe(summary)
  expect(textOf(entry, 'atom:content')).toBeUndefined()
})

test('what is new stands first: corrections and later accounts by day, and what was merged', () => {
  const content = copiedStory('full')
  const [story] = content.stories
  if (!story) throw new Error('there is a story')
  const more = {
    ...content,
    articles: [...content.articles, { ...article('c', { date: '2024-01-07' }), body: words('pickle') }],
    stories: [
      { ...story, corrections: [{ date: '2024-01-06', text: 'It was <salt>.' }] },
      { ...story, id: 'story-1', title: 'Salt elsewhere', lead: undefined, body: 'x', mergedInto: 'story-0' },
    ],
  }
  const entry = entryOf(more)
  expect(textOf(entry, 'atom:content')?.split('\n').slice(0, 3)).toEqual([
    '<p><b>Account by Harbour Courier, 7 January 2024:</b> <a href="https://salt.example/articles/c/">Salt report c</a></p>',
    '<p><b>Correction, 6 January 2024:</b> It was &lt;salt&gt;.</p>',
    '<p><b>Now part of this story:</b> Salt elsewhere</p>',
  ])
  expect(textOf(entry, 'atom:updated')).toMatch(/^2024-01-07T00:03:/)
  expect(first(entry, 'atom:source')).toBeUndefined()
})

test('what an entry was last updated for stands first, though other news has a later day or there is much of it', () => {
  const content = copiedStory('full')
  const [story] = content.stories
  if (!story) throw new Error('there is a story')
  const later = Array.from({ length: 12 }, (_, at) => ({
    ...article(`c${at}`, { date: '2024-02-07' }),
    body: words(`pickle${at}x`),
  }))
  const before = { ...content, articles: [...content.articles, ...later] }
  const after = {
    ...before,
    stories: [
      story,
      { ...story, id: 'story-1', title: 'Salt elsewhere', lead: undefined, body: 'x', mergedInto: 'story-0' },
    ],
  }
  const none = () => undefined
  const log = advance([], standings(before, none))
  const entry = first(
    parseXml(textOfFeed(buildDigest(after, { arrivals: log }), 'feed.xml')),
    'atom:entry',
  ) as Element
  expect(textOf(entry, 'atom:content')).toMatch(
    /^<p><b>Now part of this story:<\/b> Salt elsewhere<\/p>\n<p><b>Acc/,
  )
  expect(textOf(entryOf(before), 'atom:content')).toMatch(/^<p><b>Account/)
})

test('an account that came in for another is told, though it is the only one or of an earlier day', () => {
  const content = copiedStory('full')
  const none = () => undefined
  const other = (date: string) => ({ ...article('c', { date }), body: words('pickle') })
  const log = advance([], standings({ ...content, articles: content.articles.slice(0, 1) }, none))
  const entryWith = (articles: Content['articles']) =>
    first(
      parseXml(textOfFeed(buildDigest({ ...content, articles }, { arrivals: log }), 'feed.xml')),
      'atom:entry',
    ) as Element
  for (const articles of [[other('2024-01-01')], [other('2024-01-01'), ...content.articles]]) {
    const entry = entryWith(articles)
    const news = textOf(entry, 'atom:content')?.match(/<b>Account.*/g)
    expect(news).toEqual([expect.stringContaining('Salt report c')])
    expect(textOf(entry, 'atom:updated')).toMatch(/^2024-01-02T00:01:/)
  }
})

test('a day that is found later moves nothing, and nobody is told that the entry was published or changed after its last change', () => {
  const content = copiedStory('full')
  const undated = content.articles.map((one) => ({ ...one, date: undefined }))
  const bare = {
    ...content,
    articles: undated,
    stories: content.stories.map((one) => ({ ...one, date: undefined })),
  }
  const log = advance(
    [],
    standings(bare, () => undefined),
  )
  const [before, after] = [bare, { ...bare, articles: content.articles }].map(
    (one) =>
      first(parseXml(textOfFeed(buildDigest(one, { arrivals: log }), 'feed.xml')), 'atom:entry') as Element,
  )
  expect(textOf(after as Element, 'atom:updated')).toBe(textOf(before as Element, 'atom:updated'))
  expect(textOf(after as Element, 'atom:published')).toBeUndefined()
  const later = { ...article('c', { date: '2024-01-07' }), body: words('pickle') }
  const two = { ...content, articles: [...content.articles, { ...later, date: '2024-01-05' }] }
  const [story] = buildDigest(
    { ...two, articles: [...content.articles, later] },
    {
      arrivals: advance(
        [],
        standings(two, () => undefined),
      ),
    },
  ).stories
  expect(story && modifiedOn(story)).toBeUndefined()
})

test('a story without a day has none in any feed, and stands at the end', () => {
  const content = madeUpContent({ topics: [], stories: [[undefined], ['2001-01-01']] })
  const digest = buildDigest(content)
  const [old, undated] = all(parseXml(textOfFeed(digest, 'feed.xml')), 'atom:entry')
  expect(textOf(old as Element, 'atom:published')).toBe('2001-01-01T00:00:00Z')
  expect(textOf(undated as Element, 'atom:published')).toBeUndefined()
  expect(textOf(undated as Element, 'atom:updated')).toMatch(/^1970-01-01T00:00:/)
  expect(textOfFeed(digest, 'rss.xml').split('<pubDate>')).toHaveLength(2)
  const { items } = JSON.parse(textOfFeed(digest, 'feed.json')) as { items: object[] }
  expect(items[1]).not.toHaveProperty('date_published')
})

test('a day in doubt is said to be so, of the story and of its accounts', () => {
  const content = copiedStory('full')
  const dateFrom = { basis: 'url', confidence: 'low', why: 'The text speaks of <June>.' } as const
  const doubtful = {
    ...content,
    stories: content.stories.map((story) => ({ ...story, dateFrom })),
    articles: [
      ...content.articles,
      { ...article('c', { date: '2024-01-07', dateFrom }), body: words('pickle') },
    ],
  }
  const lines = textOf(entryOf(doubtful), 'atom:content')?.split('\n').slice(0, 2)
  expect(lines?.[0]).toMatch(/^<p><b>Account by Harbour Courier, 7 January 2024 \(in doubt\):<\/b>/)
  expect(lines?.[1]).toBe('<p><b>Date in doubt:</b> 2 January 2024. The text speaks of &lt;June&gt;.</p>')
  expect(textOfFeed(buildDigest(content), 'feed.xml')).not.toContain('in doubt')
})
