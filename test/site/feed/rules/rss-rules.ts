import {
  absoluteUrl,
  allDifferent,
  atMostOnce,
  badCharacters,
  bare,
  embeddedHtml,
  type Faults,
  language,
  once,
  plainText,
  rfc822,
  rfc3339,
  tagUri,
} from './values.ts'
import { all, type Element, first, parseXml, textOf } from './xml-tree.ts'

const CHANNEL = [
  'title',
  'link',
  'atom:link',
  'description',
  'language',
  'copyright',
  'lastBuildDate',
  'docs',
  'ttl',
  'managingEditor',
  'webMaster',
  'item',
]
const ITEM = [
  'title',
  'link',
  'guid',
  'pubDate',
  'atom:updated',
  'author',
  'dc:creator',
  'category',
  'source',
  'description',
  'content:encoded',
]
const PERSON = /^[^\s@]+@[^\s@]+ \([^()]+\)$/

/** What is wrong with an RSS 2.0 feed by its specification and the RSS Advisory Board's best practices. */
export function rssFaults(xml: string, at: string): Faults {
  const rss = parseXml(xml)
  const [channel] = rss.children
  if (rss.name !== 'rss' || rss.attributes.version !== '2.0' || channel?.name !== 'channel')
    return ['the document is no RSS 2.0']
  const items = all(channel, 'item')
  const ttl = textOf(channel, 'ttl')
  const self = all(channel, 'atom:link').filter(({ attributes }) => attributes.rel === 'self')
  return [
    ...once(rss.children.length, 'channel'),
    ...unknown(channel, CHANNEL),
    ...CHANNEL.filter((name) => name !== 'item').flatMap((name) =>
      atMostOnce(all(channel, name).length, name),
    ),
    ...['title', 'link', 'description', 'language'].flatMap((name) => once(all(channel, name).length, name)),
    ...plainText(textOf(channel, 'title'), 'channel title'),
    ...absoluteUrl(textOf(channel, 'link'), 'channel link'),
    ...embeddedHtml(textOf(channel, 'description') ?? '', 'channel description'),
    ...language(textOf(channel, 'language'), 'channel language'),
    ...rfc822(textOf(channel, 'lastBuildDate') ?? '', 'lastBuildDate'),
    ...once(self.length, 'atom:link self'),
    ...(self[0]?.attributes.href === at && self[0].attributes.type === 'application/rss+xml'
      ? []
      : [`atom:link self is not ${at}`]),
    ...(ttl === undefined || /^[1-9]\d*$/.test(ttl) ? [] : [`ttl: ${ttl} is no number of minutes`]),
    ...['managingEditor', 'webMaster'].flatMap((name) => personFaults(textOf(channel, name), name)),
    ...allDifferent(
      items.map((item) => textOf(item, 'guid') ?? ''),
      'guids',
    ),
    ...items.flatMap(itemFaults),
  ]
}

function itemFaults(item: Element): Faults {
  const guid = first(item, 'guid')
  const description = textOf(item, 'description')
  const encoded = textOf(item, 'content:encoded')
  const source = first(item, 'source')
  const date = textOf(item, 'pubDate')
  const updated = textOf(item, 'atom:updated')
  const faults = [
    ...unknown(item, ITEM),
    ...ITEM.filter((name) => name !== 'category' && name !== 'dc:creator').flatMap((name) =>
      atMostOnce(all(item, name).length, name),
    ),
    ...plainText(textOf(item, 'title'), 'title'),
    ...absoluteUrl(textOf(item, 'link'), 'link'),
    ...(guid?.attributes.isPermaLink === 'false' ? [] : ['the guid poses as a link']),
    ...tagUri(guid?.text, 'guid'),
    ...(date === undefined ? [] : rfc822(date, 'pubDate')),
    ...(updated === undefined ? [] : rfc3339(updated, 'atom:updated')),
    ...((date === undefined) === (updated === undefined) ? [] : ['one date of two']),
    ...(description === undefined ? [] : embeddedHtml(description, 'description')),
    ...(encoded === undefined ? [] : embeddedHtml(encoded, 'content:encoded')),
    ...(description === '' || encoded === '' ? ['an empty description or content'] : []),
    ...(encoded !== undefined && (description === undefined || bare(description) === bare(encoded))
      ? ['content without a summary that differs']
      : []),
    ...all(item, 'dc:creator').flatMap((creator) => plainText(creator.text, 'dc:creator')),
    ...all(item, 'category').flatMap(({ attributes, text }) => [
      ...absoluteUrl(attributes.domain, 'category domain'),
      ...(text.trim() ? badCharacters(text, 'category') : ['an empty category']),
    ]),
    ...personFaults(textOf(item, 'author'), 'author'),
    ...(source
      ? [...absoluteUrl(source.attributes.url, 'source url'), ...plainText(source.text, 'source')]
      : []),
  ]
  return faults.map((fault) => `${guid?.text}: ${fault}`)
}

const personFaults = (value: string | undefined, what: string): Faults =>
  value === undefined || PERSON.test(value) ? [] : [`${what}: ${value} is not "address (name)"`]

const unknown = (element: Element, known: string[]): Faults =>
  element.children.filter(({ name }) => !known.includes(name)).map(({ name }) => `unexpected <${name}>`)
