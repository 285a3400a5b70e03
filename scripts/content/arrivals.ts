import { z } from 'zod'
import { isoDateSchema } from './date.ts'
import { hashText } from './hash.ts'
import { byCodePoint } from './order.ts'
import type { Standing, StandingAccount } from './standing.ts'
import type { Correction } from './story.ts'

const MINUTE = 60_000
/** What of a story is counted, since more of it is news. */
const COUNTS = ['accounts', 'corrections', 'merged'] as const
export type Counted = (typeof COUNTS)[number]
/** `updated` of a story of which no day is known: Atom asks for one, and this one never poses as fresh. */
const NO_DAY = '1970-01-01'

const arrivalSchema = z.strictObject({
  story: z.string().min(1),
  accounts: z.number().int().min(0),
  corrections: z.number().int().min(0),
  merged: z.number().int().min(0),
  /** Marks of what the story said then for the first time. Logs of earlier versions only count. */
  told: z.array(z.string().min(1)).optional(),
  /** Of earlier versions, which compared days; no longer asked for. */
  last: isoDateSchema.optional(),
  updated: z.iso.datetime(),
})

/** A story as a run of ingest saw it, new or with something new to say. */
export type Arrival = z.infer<typeof arrivalSchema>

/** The events of a log, in the order in which they were seen. */
export const logSchema = z.array(arrivalSchema)

/** What a log knows of a story: its last event, and the marks of all that it ever said. */
interface Known {
  last: Arrival
  told: Set<string>
}

/**
 * A log of arrivals with what stories say now and it does not know yet, by date and id: a story that is not in it, and
 * one with an independent account, a correction or a merged story that it never had, since what was there, left and came
 * back is known to subscribers. A day alone is no news.
 *
 * Each such event's `updated` is later than the story's last, so that what is significant always moves it and nothing
 * else does. What else there is to know when the next news is told, such as copies and what has left, is noted without
 * being an arrival.
 */
export function advance(log: Arrival[], standings: Standing[]): Arrival[] {
  const known = new Map<string, Known>()
  for (const arrival of log) {
    const told = known.get(arrival.story)?.told ?? new Set()
    for (const mark of arrival.told ?? []) told.add(mark)
    known.set(arrival.story, { last: arrival, told })
  }
  return [
    ...log,
    ...[...standings]
      .sort((a, b) => byCodePoint(a.date ?? '', b.date ?? '') || byCodePoint(a.story, b.story))
      .flatMap((standing) => arrivalOf(standing, known.get(standing.story)) ?? []),
  ]
}

/** Which events of a log were news: the first of each story, and every one that moved its `updated` on. */
export function arrivalsOnly(log: Arrival[]): Arrival[] {
  const before = new Map<string, string>()
  return log.filter(({ story, updated }) => {
    const isNews = updated > (before.get(story) ?? '')
    before.set(story, updated)
    return isNews
  })
}

/**
 * What each story said with its latest news, where the log saw it before: the marks of it, or, as far as the log has
 * none, of what it had more.
 */
export function latestNews(log: Arrival[]): Map<string, string[]> {
  const before = new Map<string, { last: Arrival; isMarked: boolean }>()
  const news = new Map<string, string[]>()
  for (const arrival of log) {
    const { story, told = [], updated } = arrival
    const known = before.get(story)
    before.set(story, { last: arrival, isMarked: told.length > 0 || !!known?.isMarked })
    if (!known || updated <= known.last.updated) continue
    // The first marks of a story that was only counted are of all that it has.
    const { last } = known
    const isTold = told.length > 0 && (known.isMarked || COUNTS.every((count) => last[count] === 0))
    const more = COUNTS.filter((count) => arrival[count] > last[count])
    // Who prints what was merged knows its title only.
    const kinds = told.some((one) => one.startsWith('merged ')) ? ['merged'] : []
    news.set(story, isTold ? [...told, ...kinds] : more)
  }
  return news
}

/** The marks by which a log may know an account: `articles` are all that print it, and the one whose text it is. */
export const marksOfAccount = (articles: string[]): string[] => articles.map((id) => mark('account', id))
export const markOfCorrection = ({ date, text }: Correction): string => mark(`correction ${date}`, text)
const markOfMerged = (story: string): string => mark('merged', story)
const markOfCopy = (article: string): string => mark('copy', article)
const mark = (kind: string, of: string): string => `${kind} ${hashText(of).toString(36)}`

function arrivalOf(standing: Standing, known: Known | undefined): Arrival | undefined {
  const { story, accounts, corrections, merged } = standing
  const unmet = marksOf(standing).filter((one) => !known?.told.has(one))
  const now = {
    story,
    accounts: accounts.length,
    corrections: corrections.length,
    merged: merged.length,
    ...(unmet.length > 0 ? { told: unmet } : {}),
  }
  const updated = momentOf(standing)
  if (!known) return { ...now, updated }
  const { last } = known
  const news = newsOf(standing, known)
  // As many minutes on as there is news, so that the moment is the same whether or not it was logged in between.
  if (news > 0) return { ...now, updated: latter(updated, minutesAfter(last.updated, news)) }
  const isAsNoted = unmet.length === 0 && COUNTS.every((count) => now[count] === last[count])
  return isAsNoted ? undefined : { ...now, updated: last.updated }
}

/** The marks of all that a story says. */
function marksOf({ accounts, corrections, merged }: Standing): string[] {
  return [
    ...accounts.flatMap(({ text, articles }) => [
      ...marksOfAccount([text]),
      ...articles.filter((id) => id !== text).map(markOfCopy),
    ]),
    ...corrections.map(markOfCorrection),
    ...merged.map(markOfMerged),
  ]
}

/** How much a story says that it never said. */
function newsOf({ accounts, corrections, merged }: Standing, { last, told }: Known): number {
  const growth = {
    accounts: Math.max(0, accounts.length - last.accounts),
    corrections: Math.max(0, corrections.length - last.corrections),
    merged: Math.max(0, merged.length - last.merged),
  }
  if (told.size === 0) return COUNTS.reduce((sum, count) => sum + growth[count], 0)
  return (
    newAccounts(accounts, growth.accounts, told) +
    newCorrections(corrections, growth.corrections, told) +
    merged.filter((story) => !told.has(markOfMerged(story))).length
  )
}

/** A text that only a copy is left of was told with the original, unless there are more accounts than before. */
function newAccounts(accounts: StandingAccount[], growth: number, told: Set<string>): number {
  const untold = accounts.filter(
    ({ text, articles }) => !marksOfAccount([text, ...articles]).some((one) => told.has(one)),
  )
  const asCopies = untold.filter(({ articles }) => articles.some((id) => told.has(markOfCopy(id)))).length
  const fresh = untold.length - asCopies
  return fresh + Math.min(asCopies, Math.max(0, growth - fresh))
}

/** One that takes the place of another of its day says the same in better words, unless there are more than before. */
function newCorrections(corrections: Correction[], growth: number, told: Set<string>): number {
  const texts = new Set([...told].map(withoutDay))
  const present = new Set(corrections.map(markOfCorrection))
  const untold = corrections.filter((one) => !texts.has(withoutDay(markOfCorrection(one))))
  const gone = [...told].filter((one) => !present.has(one))
  const fresh = untold.filter(({ date }) => !gone.some((one) => one.startsWith(`correction ${date} `)))
  return Math.max(fresh.length, Math.min(untold.length, growth))
}

/** A correction whose day is mended is the same. */
const withoutDay = (one: string): string => one.replace(/^correction \S+ /, 'correction ')

/**
 * When a story last said something new, as its content alone tells: its latest day, and one minute for each account
 * after its first telling, which may be the editor's, each correction and each merged story, so that two on one day
 * differ.
 */
function momentOf({ accounts, corrections, editors, merged, latest = NO_DAY }: Standing): string {
  const later = editors ? accounts.length : Math.max(0, accounts.length - 1)
  const minutes = later + corrections.length + merged.length
  return instant(Date.parse(`${latest}T00:00:00Z`) + minutes * MINUTE)
}

const instant = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z')
const minutesAfter = (moment: string, minutes: number): string =>
  instant(Date.parse(moment) + minutes * MINUTE)
const latter = (a: string, b: string): string => (a > b ? a : b)
