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
  rfc3339,
  tagUri,
} from './values.ts'
import { all, type Element, first, parseXml, textOf } from './xml-tree.ts'

const ENTRY = [
  'id',
  'title',
  'updated',
  'published',
  'author',
  'link',
  'category',
  'source',
  'summary',
  'content',
]
const FEED = ['id', 'title', 'subtitle', 'updated', 'author', 'link', 'rights', 'entry']
/** Characters that are seen, without spaces. */
const LONGEST_SUMMARY = 1300

/** What is wrong with an Atom feed by RFC 4287, RFC 5005 and the W3C feed validator's warnings. */
export function atomFaults(xml: string, at: string): Faults {
  const feed = parseXml(xml)
  const entries = all(feed, 'atom:entry')
  const link = (rel: string) => all(feed, 'atom:link').filter(({ attributes }) => attributes.rel === rel)
  const isArchive = first(feed, 'fh:archive') !== undefined
  return [
    ...(feed.name === 'atom:feed' ? [] : [`the document is <${feed.name}>`]),
    ...unknown(feed, FEED, ['fh:archive']),
    ...language(feed.attributes['xml:lang'], 'feed xml:lang'),
    ...once(all(feed, 'atom:id').length, 'feed id'),
    ...tagUri(textOf(feed, 'atom:id'), 'feed id'),
    ...once(all(feed, 'atom:title').length, 'feed title'),
    ...textConstruct(first(feed, 'atom:title'), 'feed title'),
    ...(first(feed, 'atom:subtitle') ? textConstruct(first(feed, 'atom:subtitle'), 'feed subtitle') : []),
    ...once(all(feed, 'atom:updated').length, 'feed updated'),
    ...rfc3339(textOf(feed, 'atom:updated'), 'feed updated'),
    ...once(link('self').length, 'link self'),
    ...(link('self')[0]?.attributes.href === at ? [] : [`link self is not ${at}`]),
    ...once(link('alternate').length, 'link alternate'),
    ...all(feed, 'atom:link').flatMap(({ attributes }) => absoluteUrl(attributes.href, 'link')),
    ...atMostOnce(link('prev-archive').length, 'prev-archive'),
    ...atMostOnce(link('next-archive').length, 'next-archive'),
    ...once(link('current').length + (isArchive ? 0 : 1), 'current'),
    ...all(feed, 'atom:author').flatMap((author) => plainText(textOf(author, 'atom:name'), 'author name')),
    ...allDifferent(
      entries.map((entry) => textOf(entry, 'atom:id') ?? ''),
      'entry ids',
    ),
    ...allDifferent(
      entries.map((entry) => textOf(entry, 'atom:updated') ?? ''),
      'entries updated',
    ),
    ...entries.flatMap((entry) => entryFaults(entry, textOf(feed, 'atom:updated') ?? '')),
  ]
}

function entryFaults(entry: Element, feedUpdated: string): Faults {
  const id = textOf(entry, 'atom:id')
  const updated = textOf(entry, 'atom:updated') ?? ''
  const published = textOf(entry, 'atom:published')
  const summary = textOf(entry, 'atom:summary')
  const content = textOf(entry, 'atom:content')
  const source = first(entry, 'atom:source')
  const faults = [
    ...unknown(entry, ENTRY),
    ...['id', 'title', 'updated'].flatMap((name) => once(all(entry, `atom:${name}`).length, name)),
    ...['published', 'summary', 'content', 'source'].flatMap((name) =>
      atMostOnce(all(entry, `atom:${name}`).length, name),
    ),
    ...tagUri(id, 'id'),
    ...textConstruct(first(entry, 'atom:title'), 'title'),
    ...rfc3339(updated, 'updated'),
    ...(isAfter(updated, feedUpdated) ? ['updated after the feed was'] : []),
    ...(published === undefined ? [] : rfc3339(published, 'published')),
    ...(published !== undefined && isAfter(published, updated) ? ['published after it was updated'] : []),
    ...once(
      all(entry, 'atom:link').filter(({ attributes }) => attributes.rel === 'alternate').length,
      'link alternate',
    ),
    ...all(entry, 'atom:link').flatMap(({ attributes }) => absoluteUrl(attributes.href, 'link')),
    ...all(entry, 'atom:author').flatMap((author) => plainText(textOf(author, 'atom:name'), 'author name')),
    ...all(entry, 'atom:category').flatMap(({ attributes: { term, scheme, label } }) => [
      ...(term ? [] : ['a category without a term']),
      ...absoluteUrl(scheme, 'category scheme'),
      ...badCharacters(label, 'category label'),
    ]),
    ...(summary === undefined ? [] : textConstruct(first(entry, 'atom:summary'), 'summary')),
    ...(bare(summary ?? '').length > LONGEST_SUMMARY ? ['the summary is too long'] : []),
    ...(content === undefined ? [] : contentFaults(first(entry, 'atom:content') as Element)),
    ...(summary !== undefined && bare(summary) === bare(content ?? '')
      ? ['summary and content are the same']
      : []),
    ...(source ? sourceFaults(source) : []),
    ...(entry.attributes['xml:lang'] === undefined ? [] : language(entry.attributes['xml:lang'], 'xml:lang')),
  ]
  return faults.map((fault) => `${id}: ${fault}`)
}

const isAfter = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b)

function sourceFaults(source: Element): Faults {
  return [
    ...tagUri(textOf(source, 'atom:id'), 'source id'),
    ...textConstruct(first(source, 'atom:title'), 'source title'),
    ...rfc3339(textOf(source, 'atom:updated'), 'source updated'),
  ]
}

const contentFaults = ({ attributes, text }: Element): Faults => [
  ...(attributes.type === 'html' ? [] : [`content of type ${attributes.type}`]),
  ...(text.trim() ? [] : ['content is empty']),
  ...embeddedHtml(text, 'content'),
]

function textConstruct(element: Element | undefined, what: string): Faults {
  const text = element?.text ?? ''
  const type = element?.attributes.type ?? 'text'
  if (type === 'text') return plainText(text, what)
  return type === 'html' && text.trim() ? embeddedHtml(text, what) : [`${what}: of type ${type}, or empty`]
}

function unknown(element: Element, known: string[], more: string[] = []): Faults {
  const names = new Set([...known.map((name) => `atom:${name}`), ...more])
  return element.children.filter(({ name }) => !names.has(name)).map(({ name }) => `unexpected <${name}>`)
}
