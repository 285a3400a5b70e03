import type { Digest, FeedHead, FeedView, StoryView } from '../views.ts'
import { escapeXml } from '../xml.ts'
import { contentInXml, type FeedEntry } from './entry.ts'
import { type Written, writtenInXml } from './fit.ts'
import { momentWithin, tagUri, updatedAt } from './identity.ts'
import { joined } from './joined.ts'
import { element, escapeHtml, feedText, tag, unmistakable } from './text.ts'

const NEWLINE = Buffer.from('\n')
const END = Buffer.from('</feed>\n')
const CONTENT = Buffer.from('<content type="html">')
const CONTENT_END = Buffer.from('</content>')
const ENTRY_END = Buffer.from('</entry>')
const NAMESPACES = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
}

/** An entry of an Atom feed (RFC 4287). */
export function atomEntry(digest: Digest, entry: FeedEntry, content = contentInXml(entry)): Written {
  const head = [
    element('id', entry.id),
    textConstruct('title', entry.title),
    tag('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
    element('published', entry.published && `${entry.published}T00:00:00Z`),
    element('updated', entry.updated),
    ...entry.authors.map((name) => `<author>${element('name', unmistakable(name))}</author>`),
  ].join('')
  const scheme = escapeXml(digest.absolute(digest.href('topics/')))
  const categories = entry.topics.map(
    ({ id, name }) => `<category term="${id}" scheme="${scheme}" label="${escapeXml(feedText(name))}"/>`,
  )
  const summary = entry.summary ? textConstruct('summary', entry.summary) : ''
  const open = tag('entry', { 'xml:lang': entry.lang === digest.site.language ? undefined : entry.lang }, '')
  const source = entry.source ? sourceOf(digest, entry.source, entry.updated) : ''
  return writtenInXml(
    open + head,
    categories.join('') + source,
    summary,
    content ? [CONTENT, content, CONTENT_END] : [],
    ENTRY_END,
  )
}

/** What an Atom document says of itself beside its entries. */
export interface AtomDocument {
  /** Href of the document. */
  self: string
  /** RFC 3339. */
  updated: string
  /** Hrefs of the documents before and after it, and of the one that people subscribe to, as RFC 5005 names them. */
  previous?: string
  next?: string
  current?: string
}

/** An Atom feed of written entries; an archive of it (RFC 5005, section 4) where it names the current document. */
export function atomFeed(
  digest: Digest,
  feed: FeedHead,
  { self, updated, previous, next, current }: AtomDocument,
  entries: Buffer[][],
): Buffer[] {
  const { site } = digest
  const link = (rel: string, href: string | undefined, type = 'application/atom+xml') =>
    href === undefined ? '' : tag('link', { rel, type, href: digest.absolute(href) })
  const lines = [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    tag('feed', { ...NAMESPACES, 'xml:lang': site.language }, ''),
    element('id', tagUri(site, feed.name)),
    textConstruct('title', feedText(feed.title)),
    feed.subtitle && textConstruct('subtitle', feedText(feed.subtitle)),
    element('updated', updated),
    `<author>${element('name', unmistakable(feedText(site.author)))}${element('uri', digest.absolute(digest.href('')))}</author>`,
    link('self', self),
    link('alternate', feed.page, 'text/html'),
    link('current', current),
    link('prev-archive', previous),
    link('next-archive', next),
    current === undefined ? '' : '<fh:archive/>',
    site.rights && textConstruct('rights', feedText(site.rights)),
  ]
  return joined([[Buffer.from(lines.filter(Boolean).join('\n'))], ...entries, [END]], NEWLINE)
}

/** When stories last changed: when the last of them did, or where there is none, when the site's ids began. */
export function changedAt({ site }: Digest, stories: StoryView[]): string {
  let last: StoryView | undefined
  let moment = 0
  for (const story of stories) {
    if (last && story.updated < last.updated) continue
    const own = momentWithin(story)
    if (!last || story.updated > last.updated || own > moment) {
      last = story
      moment = own
    }
  }
  return last ? updatedAt(last) : `${site.authority.date}T00:00:00Z`
}

/** The feed here of who wrote the account that an entry is. */
function sourceOf(digest: Digest, feed: FeedView, updated: string): string {
  const says = [
    element('id', tagUri(digest.site, feed.name)),
    textConstruct('title', feedText(feed.label)),
    element('updated', updated),
    tag('link', { rel: 'self', type: 'application/atom+xml', href: digest.absolute(feed.url) }),
  ]
  return `<source>${says.join('')}</source>`
}

/** Plain text. What could be taken for markup is written as HTML that shows it, since readers and validators guess. */
function textConstruct(name: string, text: string): string {
  return /[<&]/.test(text)
    ? `<${name} type="html">${escapeXml(escapeHtml(text))}</${name}>`
    : `<${name}>${escapeXml(text)}</${name}>`
}
