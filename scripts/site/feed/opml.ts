import type { Digest, FeedHead, FeedView, Located } from '../views.ts'
import { editionsFeed } from './editions-feed.ts'
import { element, feedText, tag } from './text.ts'

const GROUPS = [
  ['topic', 'Topics'],
  ['intersection', 'Topics together'],
  ['publisher', 'Publishers'],
] as const

/** Every feed of the site, to be taken over by a feed reader at once (OPML 2.0). */
export function opml(digest: Digest): string {
  const outline = (feed: FeedHead & Located) =>
    tag('outline', {
      type: 'rss',
      text: feedText(feed.label),
      title: feedText(feed.title),
      xmlUrl: digest.absolute(feed.url),
      htmlUrl: digest.absolute(feed.page),
    })
  const of = (kind: FeedView['of']) => digest.feeds.filter((feed) => feed.of === kind).map(outline)
  const groups = GROUPS.flatMap(([kind, text]) => {
    const feeds = of(kind)
    return feeds.length > 0 ? [tag('outline', { text }, ''), ...feeds, '</outline>'] : []
  })
  const lines = [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    '<opml version="2.0">',
    `<head>${element('title', feedText(digest.site.title))}</head>`,
    '<body>',
    ...of('all'),
    outline(editionsFeed(digest)),
    ...groups,
    '</body>',
    '</opml>',
  ]
  return `${lines.join('\n')}\n`
}
