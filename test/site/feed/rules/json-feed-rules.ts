import {
  absoluteUrl,
  allDifferent,
  badCharacters,
  bare,
  embeddedHtml,
  type Faults,
  language,
  rfc3339,
  tagUri,
} from './values.ts'

interface Item {
  id?: string
  url?: string
  title?: string
  summary?: string
  content_html?: string
  content_text?: string
  date_published?: string
  date_modified?: string
  authors?: { name?: string; url?: string }[]
  tags?: string[]
  language?: string
}

interface Feed {
  version?: string
  title?: string
  home_page_url?: string
  feed_url?: string
  authors?: { name?: string; url?: string }[]
  language?: string
  items?: Item[]
}

/** What is wrong with a JSON Feed by version 1.1 of its specification. */
export function jsonFeedFaults(text: string, at: string): Faults {
  const feed = JSON.parse(text) as Feed
  const { items } = feed
  return [
    ...(feed.version === 'https://jsonfeed.org/version/1.1' ? [] : ['version']),
    ...(feed.title ? badCharacters(feed.title, 'feed title') : ['the feed has no title']),
    ...absoluteUrl(feed.home_page_url, 'home_page_url'),
    ...(feed.feed_url === at ? [] : [`feed_url is not ${at}`]),
    ...language(feed.language, 'feed language'),
    ...authorFaults(feed.authors),
    ...(Array.isArray(items) ? items.flatMap(itemFaults) : ['items is no list']),
    ...allDifferent(
      (items ?? []).map(({ id = '' }) => id),
      'ids',
    ),
  ]
}

function itemFaults(item: Item): Faults {
  const { content_html: html, content_text: text, summary } = item
  const faults = [
    ...tagUri(item.id, 'id'),
    ...absoluteUrl(item.url, 'url'),
    ...(item.title ? badCharacters(item.title, 'title') : ['no title']),
    ...(html || text ? [] : ['neither content_html nor content_text']),
    ...(html === undefined ? [] : embeddedHtml(html, 'content_html')),
    ...badCharacters(text, 'content_text'),
    ...(summary !== undefined && bare(summary) === bare(html ?? text ?? '')
      ? ['summary is the content']
      : []),
    ...[item.date_published, item.date_modified].flatMap((date) =>
      date === undefined ? [] : rfc3339(date, 'date'),
    ),
    ...(item.authors === undefined ? [] : authorFaults(item.authors)),
    ...(item.tags ?? []).flatMap((tag) => (tag ? badCharacters(tag, 'tag') : ['an empty tag'])),
    ...(item.language === undefined ? [] : language(item.language, 'language')),
  ]
  return faults.map((fault) => `${item.id}: ${fault}`)
}

const authorFaults = (authors: Feed['authors']): Faults =>
  authors?.length && authors.every(({ name }) => name) ? [] : ['authors without a name']
