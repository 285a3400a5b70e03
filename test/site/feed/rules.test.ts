import { describe, expect, test } from 'vitest'
import { buildDigest } from '../../../scripts/site/digest.ts'
import { madeUpContent } from '../made-up.ts'
import { textOfFeed } from './every-feed.ts'
import { atomFaults } from './rules/atom-rules.ts'
import { jsonFeedFaults } from './rules/json-feed-rules.ts'
import { rssFaults } from './rules/rss-rules.ts'

const content = madeUpContent({
  topics: [['salt']],
  stories: [
    ['2024-01-02', 'salt'],
    ['2024-01-03', 'salt'],
  ],
})
const stories = content.stories.map((story) => ({
  ...story,
  summary: 'What it comes to.',
  body: 'A [note](https://other.example/) on salt.',
}))
const digest = buildDigest({ ...content, stories })
const FORMATS = {
  'feed.xml': atomFaults,
  'rss.xml': rssFaults,
  'feed.json': jsonFeedFaults,
}

/** The checks must be able to fail: each of these breaks a good feed in one place, and has to be found. */
describe.each<[keyof typeof FORMATS, [from: string | RegExp, to: string][]]>([
  [
    'feed.xml',
    [
      [/<link rel="self"[^>]*>\n/, ''],
      [/(<entry><id>[^<]*<\/id><title>[^<]*<\/title>)<link[^>]*>/, '$1'],
      [/<updated>[^<]*(<\/updated>\n)/, '<updated>2023-01-02$1'],
      [/<updated>20/, '<updated>21'],
      [/story-1<\/id>/, 'story-0</id>'],
      [/<id>tag:[^<]*:stories\/story-1/, '<id>/stories/story-1'],
      [/<entry><id>[^<]*<\/id>/, '<entry>'],
      [/<title>Story 1/, '<title>&lt;b&gt;Story&lt;/b&gt; 1'],
      [/<summary>[^<]*/, '<summary>A note on salt.'],
      [/<content type="html">/, '<content type="html">&lt;script&gt;1&lt;/script&gt;'],
      [/https:\/\/other.example/, '/other'],
      [/xml:lang="en"/, 'xml:lang="English (UK)"'],
      [/<published>[^<]*/, '<published>2024-02-30T00:00:00Z'],
      [/<published>[^<]*/, '<published>2024-01-09T00:00:00Z'],
      [/<category term="salt"/, '<category term=""'],
      [/<\/entry>/, '<pubDate>1</pubDate></entry>'],
      [
        /(<entry>.*<updated>)[^<]*([\s\S]*<entry>.*<updated>)[^<]*/,
        '$12024-01-03T00:00:00Z$22024-01-03T00:00:00Z',
      ],
    ],
  ],
  [
    'rss.xml',
    [
      [/ isPermaLink="false"/, ''],
      [/<atom:link rel="self"[^>]*>\n/, ''],
      [/<pubDate>\w+/, '<pubDate>Sun'],
      [/ GMT<\/pubDate>/, ' +0100</pubDate>'],
      [/<description>[\s\S]*?<\/description>\n/, ''],
      [/<language>en/, '<language>english_'],
      [/<docs>/, '<managingEditor>A. Editor</managingEditor><docs>'],
      [/<docs>/, '<ttl>soon</ttl><docs>'],
      [/story-1<\/guid>/, 'story-0</guid>'],
      [/<title>Story 1/, '<title>Story &amp;amp; 1'],
      [/https:\/\/other.example/, '../other'],
      [/<content:encoded>/, '<content:encoded>&lt;p onclick=&quot;x&quot;&gt;&lt;/p&gt;'],
      [/<content:encoded>/, '<content:encoded>&lt;p&gt;'],
      [/<item>/, '<item><enclosure url="https://a.example/1"/>'],
    ],
  ],
  [
    'feed.json',
    [
      [/version\/1.1/, 'version/1'],
      [/"feed_url":"[^"]*"/, '"feed_url":"/feed.json"'],
      [/"id":"[^"]*",/, ''],
      [/story-1",/, 'story-0",'],
      [/"content_html":"[^"]*(\\"[^"]*)*",/, ''],
      [/"date_published":"2024-01-03/, '"date_published":"3 January 2024'],
      [/"authors":\[\{"name":"[^"]*"/, '"authors":[{"name":""'],
      [/"language":"en"/, '"language":""'],
    ],
  ],
])('a fault in %s', (output, breaks) => {
  const good = textOfFeed(digest, output)
  const faultsIn = (text: string) => FORMATS[output](text, digest.absolute(digest.href(output)))
  test('is found, and none where there is none', () => {
    expect(faultsIn(good)).toEqual([])
    for (const [from, to] of breaks) {
      const bad = good.replace(from, to)
      expect(bad, `${from} changes something`).not.toBe(good)
      expect(faultsIn(bad).length, `${from} to ${to}`).toBeGreaterThan(0)
    }
  })
})

test.each([
  '<feed>',
  '<feed xmlns="http://www.w3.org/2005/Atom">&nbsp;</feed>',
  '<a xmlns="urn:x"/>',
  'a\u0001',
])('what is no strict XML is not read: %j', (text) => expect(() => atomFaults(text, '')).toThrow())
