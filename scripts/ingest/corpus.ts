import { basename } from 'node:path'
import type { Article, DateFrom } from '../content/article.ts'
import type { IsoDate } from '../content/date.ts'
import { byCodePoint } from '../content/order.ts'
import type { Pack } from '../content/pack.ts'
import type { Publisher } from '../content/publisher.ts'
import type { Story } from '../content/story.ts'
import { type Account, accountOf } from './account.ts'
import { agencyNames, textOf } from './copies.ts'
import { type KeptTexts, keptCopies } from './copies-kept.ts'
import { doubtAmongCopies } from './doubt.ts'
import type { Draft } from './draft.ts'
import { eventsOf } from './event.ts'
import { nameArticle } from './name.ts'
import { type Paragraphs, passageOfBody } from './passage.ts'
import { assignStories, type Membership } from './stories.ts'
import { leadTitle } from './summary.ts'

/** One article among the others: freshly cleaned, as it stands on disk, or both. */
export interface Entry {
  /** Tells it from all others before it has an id: what its source is. */
  key: string
  /** Empty until a new article is named. */
  id: string
  /** Absent where the text on disk is an editor's or its source is gone: compared with others, but not written. */
  draft?: Draft
  existing?: Article
  /** The article as an editor left it: what it tells others is the editor's word, what it becomes is not. */
  edited?: Article
  title: string
  titleFrom: Article['titleFrom']
  date?: IsoDate
  dateFrom?: DateFrom
  paragraphs: Paragraphs
  publisher?: string
  agency?: string
  /** Key of the entry whose text this one's is. */
  copyOf?: string
  membership?: Membership
}

/** An article known from disk only, or edited there. */
export function entryOnDisk(article: Article): Entry {
  const { id, title, titleFrom, date, dateFrom, publisher, agency } = article
  return {
    key: id,
    id,
    existing: article,
    title,
    titleFrom,
    date,
    dateFrom,
    publisher,
    agency,
    paragraphs: passageOfBody(article),
  }
}

/**
 * A freshly cleaned text; `existing` is its article of an earlier run, whose id and story it keeps, `edited` the same
 * where an editor changed it.
 */
export function entryOfDraft(draft: Draft, existing?: Article, edited?: Article): Entry {
  const { title, date, dateFrom, publisher, agency } = draft
  return {
    key: `${draft.file}\0${draft.sha256}`,
    id: existing?.id ?? '',
    draft,
    existing,
    edited,
    title: title ?? leadTitle(draft),
    titleFrom: title ? 'page' : 'lead',
    date,
    dateFrom,
    publisher,
    agency,
    paragraphs: draft.passage ?? draft.body.map((block) => block.text),
  }
}

/**
 * What only all texts together can tell, in this order: who copied whom, titles and dates that copies lend each other,
 * names for new articles, stories. Entries come back in the order of their ids.
 */
export function compare(
  entries: Entry[],
  stories: Story[],
  publishers: Publisher[],
  kept?: KeptTexts,
): Entry[] {
  const agencies = agencyNames(publishers)
  const texts = entries.map((entry) => textOf({ ...told(entry), id: entry.key }, entry.paragraphs, agencies))
  const copies = keptCopies(texts, kept)
  const families = new Map<string, Entry[]>()
  for (const entry of entries) {
    const copyOf = copies.get(entry.key)
    const original = copyOf ?? entry.key
    families.set(original, families.get(original) ?? [])
    families.get(original)?.push({ ...entry, copyOf })
  }
  const lent = [...families.values()].flatMap(lend)
  return joinStories(nameNew(lent), stories, kept?.compared).sort((a, b) => byCodePoint(a.id, b.id))
}

/** Within a family of copies: a text without headline takes one, dates are checked against each other and lent. */
function lend(family: Entry[]): Entry[] {
  const headed = family.map(told).filter(({ titleFrom }) => titleFrom === 'page' || titleFrom === 'editor')
  const title = headed.sort(
    (a, b) => (b.agency ? 1 : 0) - (a.agency ? 1 : 0) || byCodePoint(a.title, b.title),
  )[0]?.title
  const dates = family.flatMap((entry) => told(entry).date ?? []).sort()
  return family.map((entry) => {
    if (!entry.draft) return entry
    const titled = title && entry.titleFrom === 'lead' ? { title, titleFrom: 'copy' as const } : {}
    return { ...entry, ...titled, ...dateAmong(entry, dates[told(entry).date === dates[0] ? 1 : 0]) }
  })
}

/** What an entry says to others: an editor's word where there is one. */
const told = (
  entry: Entry,
): Pick<Entry, 'title' | 'titleFrom' | 'date' | 'dateFrom' | 'publisher' | 'agency'> => entry.edited ?? entry

/** A date as its copies let it stand; `earliest` is the first day that one of the others names. */
function dateAmong({ date, dateFrom }: Entry, earliest?: IsoDate): Pick<Entry, 'date' | 'dateFrom'> {
  if (date && dateFrom) {
    const why = earliest && doubtAmongCopies(date, [earliest])
    return why ? { date: undefined, dateFrom: { ...dateFrom, confidence: 'low', why } } : { date, dateFrom }
  }
  if (dateFrom || !earliest) return { date, dateFrom }
  return {
    date: earliest,
    dateFrom: {
      basis: 'copy',
      confidence: 'low',
      why: `The page prints no date; a copy of its text is dated ${earliest}.`,
    },
  }
}

function nameNew(entries: Entry[]): Entry[] {
  const taken = new Set(
    entries.flatMap(({ id, existing }) => (id ? [id, basename(existing?.file ?? '', '.md')] : [])),
  )
  return entries.map((entry) => {
    if (entry.id || !entry.draft) return entry
    const id = nameArticle(entry.title, entry.draft.file, entry.draft.sha256, (name) => taken.has(name))
    taken.add(id)
    return { ...entry, id }
  })
}

/** Entries as they are compared with each other; `storyOf` says which story each is in. */
export function accountsOf(entries: Entry[], storyOf: (entry: Entry) => string | undefined): Account[] {
  const ids = new Map(entries.map((entry) => [entry.key, entry.id]))
  return entries.map((entry) =>
    accountOf(
      { ...told(entry), id: entry.id, story: storyOf(entry) },
      entry.paragraphs,
      ids.get(entry.copyOf ?? ''),
    ),
  )
}

function joinStories(entries: Entry[], stories: Story[], kept?: Pack): Entry[] {
  const accounts = accountsOf(entries, ({ existing }) => existing?.story)
  const memberships = assignStories(accounts, eventsOf(stories), ({ id }) => id, kept)
  return entries.map((entry) => ({ ...entry, membership: memberships.get(entry.id) }))
}
