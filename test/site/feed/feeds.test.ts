import fc from 'fast-check'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { editionsFeedDocuments } from '../../../layouts/mail/editions-feed.tsx'
import { articleSchema } from '../../../scripts/content/article.ts'
import { type Content, loadContent } from '../../../scripts/content/load.ts'
import { publishersSchema } from '../../../scripts/content/publisher.ts'
import { buildDigest } from '../../../scripts/site/digest.ts'
import { feedDocuments } from '../../../scripts/site/feed/documents.ts'
import { madeUpContent } from '../made-up.ts'
import { faultsOf, textOfFeed } from './every-feed.ts'
import { parseXml } from './rules/xml-tree.ts'

const HOSTILE = [
  '<script>alert(1)</script>',
  'R&D at &amp; &lt;b&gt; & more',
  'a < b > c <b>bold</b> <!-- x -->',
  ']]> <![CDATA[ "quotes" \'and\'',
  'control \u0001 \u0085 \u0092 \ufffd \uffff \ud800 \u{1f600} \u2028 end',
  'מלחמה на 戦争 \u202e turned',
  '{{ 7 * 7 }} %00 \\',
  `long ${'word '.repeat(900)}`,
  `${'&'.repeat(2500)}`,
]

/** Everything that may hold text holds something nasty; enough stories for archives, many of one day, some undated. */
function hostileContent(): Content {
  const names = HOSTILE.map((name, at) => name.slice(0, 400) + at)
  const content = madeUpContent({
    topics: names.map((_, at) => [`topic-${at}`]),
    stories: Array.from({ length: 90 }, (_, at) => [
      at % 5 === 0 ? undefined : `20${10 + (at % 14)}-02-0${1 + (at % 3)}`,
      `topic-${at % names.length}`,
      'topic-0',
      'topic-1',
    ]),
  })
  const text = (at: number) => HOSTILE[at % HOSTILE.length] as string
  return {
    ...content,
    site: content.site && {
      ...content.site,
      title: text(1),
      tagline: text(2),
      author: text(0),
      rights: text(3),
    },
    topics: content.topics.map((topic, at) => ({ ...topic, name: names[at] as string, body: text(at + 2) })),
    publishers: publishersSchema.parse([{ id: 'nasty', name: text(2), sample: true, republish: 'full' }]),
    stories: content.stories.map((story, at) => ({
      ...story,
      title: text(at),
      summary: at % 3 ? text(at + 1) : undefined,
      body:
        at % 4
          ? `${text(at + 3)}\n\n[a](/topics/topic-0/) [b](#part "${'x'}") [c](../up/?a=1&b=2) [d](https://other.example/?q=<1>) [e](mailto:a@b.example) \`<i>\`\n\n> q\n\n- l\n\n| a | b |\n|--:|:-:|\n| <i> | & |\n\n\`\`\`js\n<x>\n\`\`\`\n${at % 8 ? '' : text(7).repeat(8)}`
          : '',
      corrections: at % 6 ? [] : [{ date: '2024-02-29', text: text(at + 4) }],
    })),
    articles: Array.from({ length: 30 }, (_, at) => ({
      ...articleSchema.parse({
        id: `article-${at}`,
        title: text(at + 1),
        titleFrom: 'page',
        date: at % 2 ? `2024-03-0${1 + (at % 9)}` : undefined,
        publisher: at % 3 ? text(at) : text(2),
        agency: at % 4 ? undefined : text(5),
        authors: at % 2 ? [text(at + 2), text(at)] : [],
        lang: at % 5 ? 'en' : 'pt-BR',
        summary: text(at + 3),
        story: `story-${(at * 4) % 88}`,
      }),
      body: `${text(at)}\n\n${text(at + 1)}`,
      file: `articles/article-${at}.md`,
    })),
  }
}

const CONTENTS: [string, () => Content][] = [
  ['the digest that comes with the project', () => loadContent('content')],
  ['a hostile one', hostileContent],
  ['an empty one', () => madeUpContent({ topics: [['salt']], stories: [] })],
]

describe.each(CONTENTS)('the feeds of %s', (_, make) => {
  const digest = buildDigest(make(), { url: 'https://someone.example/repo/' })
  const documents = [...feedDocuments(digest), ...editionsFeedDocuments(digest)]

  test('keep every rule of Atom, RSS and JSON Feed, and stay under 100 kB', () => {
    expect(documents.length).toBeGreaterThanOrEqual(2 * digest.feeds.length + 2)
    expect(faultsOf(digest, documents)).toEqual([])
  })

  test('are read by a parser that is not ours, each entry once', () => {
    for (const { output, text } of documents) {
      if (output.endsWith('.opml')) continue
      const { entries = [] } = output.endsWith('.json')
        ? { entries: parseJsonFeed(text).items }
        : output.endsWith('rss.xml')
          ? { entries: parseRssFeed(text).items }
          : parseAtomFeed(text)
      const written = output.endsWith('.json')
        ? (JSON.parse(text) as { items: unknown[] }).items.length
        : text.split(/<(?:entry|item)[ >]/).length - 1
      expect(entries.length, output).toBe(written)
    }
  })

  test('hold every story, in what people subscribe to or in an archive that it leads to', () => {
    const byAddress = new Map(
      documents.map(({ output, text }) => [digest.absolute(digest.href(output)), text]),
    )
    for (const feed of digest.feeds.filter(({ archives }) => archives)) {
      const found = new Set<string>()
      let steps = 0
      for (let at: string | undefined = digest.absolute(feed.url); at; steps++) {
        const text: string = byAddress.get(at) ?? expect.fail(`${at} is not there`)
        for (const [, id = ''] of text.matchAll(/<entry[^>]*><id>([^<]*)/g))
          found.add(id.split('/').at(-1) ?? '')
        at = /rel="prev-archive"[^>]*href="([^"]*)"/.exec(text)?.[1]
      }
      expect([...found].sort(), feed.name).toEqual(feed.stories.map(({ feedId }) => feedId).sort())
      const archives = documents.filter(({ output }) => output.startsWith(`${feed.archives}`))
      expect(steps, feed.name).toBe(archives.length + 1)
    }
  })
})

test('the list of feeds names each once, and every page of a format leads where a feed is', () => {
  const digest = buildDigest(loadContent('content'))
  const documents = [...feedDocuments(digest)]
  const outputs = new Set(documents.map(({ output }) => output))
  expect(outputs.size).toBe(documents.length)
  const list = [...textOfFeed(digest, 'feeds.opml').matchAll(/xmlUrl="([^"]*)"/g)].map(([, url]) => url)
  const [main, ...others] = digest.feeds.map(({ url }) => digest.absolute(url))
  expect(list).toEqual([main, digest.absolute('/editions/feed.xml'), ...others])
  for (const feed of digest.feeds)
    for (const output of [feed.output, feed.rss.output]) expect(outputs.has(output), output).toBe(true)
  expect(outputs).toContain('feed.json')
  expect(outputs).toContain('publishers/harbour-courier/rss.xml')
})

test('a feed says what it was given: titles and summaries survive, whatever they hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (title) => {
      fc.pre(/\S/.test(title) && !/[\p{Cc}\ufffd\p{Noncharacter_Code_Point}]/u.test(title))
      const content = madeUpContent({ topics: [], stories: [['2024-01-02']] })
      const stories = content.stories.map((story) => ({ ...story, title }))
      const digest = buildDigest({ ...content, stories })
      const [entry] = parseXml(textOfFeed(digest, 'feed.xml')).children.filter(
        ({ name }) => name === 'atom:entry',
      )
      const found = entry?.children.find(({ name }) => name === 'atom:title')
      const shown =
        found?.attributes.type === 'html'
          ? found.text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
          : found?.text
      expect(shown).toBe(title.trim())
      const json = JSON.parse(textOfFeed(digest, 'feed.json')) as { items: { title: string }[] }
      expect(json.items[0]?.title).toBe(title.trim())
    }),
    { numRuns: 60 },
  )
})
