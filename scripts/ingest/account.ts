import type { Article } from '../content/article.ts'
import { dayNumber, type IsoDate } from '../content/date.ts'
import { byCodePoint } from '../content/order.ts'
import { type Pack, packKey } from '../content/pack.ts'
import type { Item } from './cluster.ts'
import type { Telling } from './counts.ts'
import { type Event, mergedStories } from './event.ts'
import { daysOfLead } from './event-day.ts'
import { weighTexts } from './likeness.ts'
import { type Paragraphs, passageOf, wholeOf } from './passage.ts'

/** What is asked of an article to tell which event it is about. */
export interface Account extends Telling {
  id: string
  /** Absent where it is in doubt: such a date rules nothing out. */
  date?: IsoDate
  /** Story it is in already; it stays there. */
  story?: string
  /** Article whose text this one's is. */
  copyOf?: string
}

/** An article as an account. A headline made of its lead says nothing that the text does not. */
export function accountOf(
  article: Pick<Article, 'id' | 'title' | 'titleFrom' | 'date' | 'dateFrom' | 'story'>,
  paragraphs: Paragraphs,
  copyOf?: string,
): Account {
  const { id, title, titleFrom, date, dateFrom, story } = article
  return {
    id,
    title: titleFrom === 'lead' ? '' : title,
    paragraphs,
    date: dateFrom?.confidence === 'low' ? undefined : date,
    story,
    copyOf,
  }
}

/** A text among those compared: an independent account, or what an editor wrote about a story. */
export interface Compared {
  account?: Account
  /** Its words. */
  telling: Telling
  item: Item
}

/**
 * The texts that are compared, in an order that only their dates and words decide. A copy is not among them, since it
 * says what its original says, unless it is kept in another story, which then has this text too. An original that comes
 * after its copies belongs where they are. `kept` may have of an earlier run what is counted.
 */
export function comparedTexts(accounts: Account[], events: Event[], kept?: Pack): Compared[] {
  const current = mergedStories(events)
  const originals = new Map(accounts.map((account) => [account.id, account]))
  const copies = new Map<string, Account[]>()
  for (const account of accounts) {
    if (!account.copyOf || !originals.has(account.copyOf)) continue
    copies.set(account.copyOf, copies.get(account.copyOf) ?? [])
    copies.get(account.copyOf)?.push(account)
  }
  const homeOf = ({ id, story }: Account): string | undefined => {
    const kept = story ?? commonestStory(copies.get(id) ?? [])
    return kept === undefined ? undefined : current(kept)
  }
  const texts = [
    ...accounts.flatMap((account) => {
      const original = originals.get(account.copyOf ?? '')
      const story = homeOf(account)
      if (original && (story === undefined || story === homeOf(original))) return []
      return [{ account, telling: account, story, articles: 1 + (copies.get(account.id)?.length ?? 0) }]
    }),
    ...events
      .filter(({ title, paragraphs }) => title || passageOf(paragraphs).count > 0)
      .map((event) => ({ account: undefined, telling: event, story: event.id, articles: 1 })),
  ]
  const ordered = texts.map((text) => ({ ...text, size: sizeOf(text.telling) })).sort(byDateAndWords)
  const vectors = weighTexts(
    ordered.map(({ telling }) => telling),
    kept,
  )
  return ordered.map(({ account, telling, story, articles }, at) => ({
    account,
    telling,
    item: {
      vector: vectors[at] as Item['vector'],
      day: telling.date === undefined ? undefined : dayNumber(telling.date),
      /** An editor's entry may span days, so its date rules out none. */
      told: account ? daysTold(telling, kept).map(dayNumber) : [],
      articles,
      story,
    },
  }))
}

/** The days of an account's lead, which `kept` may have of an earlier run. */
function daysTold({ paragraphs, date }: Account | Event, kept?: Pack): IsoDate[] {
  const passage = passageOf(paragraphs)
  const days = () => daysOfLead(passage.paragraphs, date)
  return kept ? kept.remember(packKey('days', passage.hash, date ?? ''), days) : days()
}

/** Characters of a text. */
export const sizeOf = ({ paragraphs }: Pick<Telling, 'paragraphs'>): number => passageOf(paragraphs).size

interface Sized {
  telling: Account | Event
  size: number
}

function byDateAndWords({ telling: a, size: x }: Sized, { telling: b, size: y }: Sized): number {
  return (
    byCodePoint(a.date ?? '', b.date ?? '') ||
    y - x ||
    byCodePoint(a.title, b.title) ||
    byCodePoint(wholeOf(passageOf(a.paragraphs)), wholeOf(passageOf(b.paragraphs))) ||
    byCodePoint(a.id, b.id)
  )
}

/** The story that most of some articles are in. */
function commonestStory(accounts: Account[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { story } of accounts) if (story) counts.set(story, (counts.get(story) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))[0]?.[0]
}
