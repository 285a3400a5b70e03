import type { Content } from '../content/load.ts'
import { createMarkdown } from '../content/markdown.ts'
import { byCodePoint } from '../content/order.ts'
import { broaderTopics } from './intersections.ts'
import type { Paths } from './paths.ts'
import type {
  InstrumentGroup,
  InstrumentView,
  LedgerName,
  LedgerView,
  RedirectView,
  StoryView,
  TopicRef,
} from './views.ts'

/**
 * The ledger of instruments, newest first, with the same entries by issuing body and by target; undefined where the
 * content has none. A story that was merged stands for the one it was merged into.
 */
export function ledgerView(
  { instruments, site, topics }: Content,
  stories: StoryView[],
  redirects: RedirectView[],
  paths: Paths,
  topicRef: (id: string) => TopicRef[],
): LedgerView | undefined {
  const published = instruments.filter(({ status }) => status === 'published')
  if (published.length === 0) return undefined
  const { title = 'Ledger', intro = '' } = site?.ledger ?? {}
  const markdown = createMarkdown((path) => paths.href(path))
  const page = paths.locate('ledger/')
  const standing = new Map<string, StoryView>([
    ...stories.map((story) => [story.url, story] as const),
    ...redirects.map(({ url, to }) => [url, to] as const),
  ])
  const storyAt = (id: string) => standing.get(paths.locate(`stories/${id}/`).url) ?? []
  const names = (topics: string[], others: string[]): LedgerName[] => [
    ...topics.flatMap(topicRef).map(({ id, name, url }) => ({ id, name, url })),
    ...others.map((name) => ({ name })),
  ]
  const broader = broaderTopics(topics)
  const entries = published
    .map((instrument): InstrumentView => {
      const { id, name, date, kind, url, outcome, effect } = instrument
      return {
        id,
        url: `${page.url}#${id}`,
        name,
        date,
        kind,
        officialUrl: url,
        outcome,
        html: markdown.render(instrument.body),
        topic: topicRef(instrument.topic ?? '')[0],
        issuers: names(instrument.issuedBy, instrument.issuedByOthers),
        effect,
        targets: names(instrument.targets, instrument.targetsOthers),
        stories: [...new Set(instrument.stories.flatMap(storyAt))],
      }
    })
    .sort((a, b) => byCodePoint(b.date, a.date) || byCodePoint(a.id, b.id))
  return {
    ...page,
    title,
    introHtml: markdown.render(intro),
    entries,
    byIssuer: grouped('by', entries, ({ issuers }) => withBroader(issuers, broader, topicRef)),
    byTarget: grouped('on', entries, ({ targets }) => targets),
  }
}

/** Those who issued something and the bodies or countries that they are part of, each once. */
function withBroader(
  issuers: LedgerName[],
  broader: Map<string, Set<string>>,
  topicRef: (id: string) => TopicRef[],
): LedgerName[] {
  const above = issuers.flatMap(({ id = '' }) => [...(broader.get(id) ?? [])]).flatMap(topicRef)
  return [...new Map([...issuers, ...above].map((issuer) => [issuer.name, issuer])).values()]
}

/**
 * Entries under each name they are filed under, names in their order; an entry with several stands under each. Anchors
 * have an underscore, which no id of an instrument has.
 */
function grouped(
  prefix: string,
  entries: InstrumentView[],
  filedUnder: (entry: InstrumentView) => LedgerName[],
): InstrumentGroup[] {
  const groups = new Map<string, InstrumentGroup>()
  for (const entry of entries) {
    for (const { id, name, url } of filedUnder(entry)) {
      const group = groups.get(name) ?? { anchor: '', topicId: id, name, url, entries: [] }
      group.entries.push(entry)
      groups.set(name, group)
    }
  }
  return [...groups.values()]
    .sort((a, b) => byCodePoint(a.name.toLowerCase(), b.name.toLowerCase()) || byCodePoint(a.name, b.name))
    .map((group, at) => ({ ...group, anchor: `${prefix}_${group.topicId ?? at + 1}` }))
}
