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
import { unitsOf } from './merge/fields.ts'
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
  /** What an editor says in its place: it tells that to others, what it becomes is told without. */
  edited?: Partial<Told>
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
export function entryOfDraft(draft: Draft, existing?: Article, edited?: Partial<Told>): Entry {
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
  const headed = family
    .filter((entry) => HEADED.has(told(entry).titleFrom))
    .sort((a, b) => {
      const [x, y] = [told(a), told(b)]
      return (y.agency ? 1 : 0) - (x.agency ? 1 : 0) || byCodePoint(x.title, y.title)
    })
  // A day that was lent says nothing: it came from one of these, as that stood then.
  const dates = family
    .map(told)
    .flatMap(({ date, dateFrom }) => (dateFrom?.basis === 'copy' ? [] : (date ?? [])))
    .sort()
  return family.map((entry) => {
    if (!entry.draft) return entry
    // What an editor calls it is no copy's headline.
    const lender = entry.titleFrom === 'lead' ? headed.find((other) => other !== entry) : undefined
    const titled = lender ? { title: told(lender).title, titleFrom: 'copy' as const } : {}
    return { ...entry, ...titled, ...dateAmong(entry, dates[told(entry).date === dates[0] ? 1 : 0]) }
  })
}

/** What an entry says to others: an editor's word where there is one. */
export const told = (entry: Entry): Told => (entry.edited ? { ...entry, ...entry.edited } : entry)

const HEADED = new Set<Entry['titleFrom']>(['page', 'editor'])

/** What an article tells others. */
export type Told = Pick<Entry, 'title' | 'titleFrom' | 'date' | 'dateFrom' | 'publisher' | 'agency'>

const SAID = unitsOf([
  'title',
  'titleFrom',
  'date',
  'dateFrom',
  'publisher',
  'agency',
] satisfies (keyof Told)[])

/** What an editor made of an article that differs from what ingest wrote; all of it where that is not known. */
export function editorsWord(article: Article, base: Partial<Article> | undefined): Partial<Told> {
  const changed = SAID.filter(
    (fields) =>
      !base || fields.some((field) => JSON.stringify(article[field]) !== JSON.stringify(base[field])),
  )
  return Object.fromEntries(changed.flat().map((field) => [field, article[field]]))
}

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
