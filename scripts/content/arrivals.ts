import { z } from 'zod'
import { isoDateSchema } from './date.ts'
import { byCodePoint } from './order.ts'
import type { Standing } from './standing.ts'

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
  /** Last day that anything in the story names. */
  last: isoDateSchema.optional(),
  updated: z.iso.datetime(),
})

/** A story as a run of ingest saw it, new or with something new to say. */
export type Arrival = z.infer<typeof arrivalSchema>

/** The events of a log, in the order in which they were seen. */
export const logSchema = z.array(arrivalSchema)

/**
 * A log of arrivals with what stories say now and it does not know yet, by date and id: a story that is not in it, and
 * one with more independent accounts, corrections or merged stories than it had, or with a later day than any before.
 *
 * Each such event's `updated` is later than the story's last, so that what is significant always moves it and nothing
 * else does. Where a story has fewer of them, or all its days were set back, that is noted without being an arrival,
 * since what comes next is to be compared with it.
 */
export function advance(log: Arrival[], standings: Standing[]): Arrival[] {
  const before = new Map(log.map((arrival) => [arrival.story, arrival]))
  return [
    ...log,
    ...[...standings]
      .sort((a, b) => byCodePoint(a.date ?? '', b.date ?? '') || byCodePoint(a.story, b.story))
      .flatMap((standing) => arrivalOf(standing, before.get(standing.story)) ?? []),
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

/** Of what each story has more since its latest news, where the log saw it before: what that news was. */
export function latestNews(log: Arrival[]): Map<string, Counted[]> {
  const before = new Map<string, Arrival>()
  const news = new Map<string, Counted[]>()
  for (const arrival of log) {
    const last = before.get(arrival.story)
    before.set(arrival.story, arrival)
    if (last && arrival.updated > last.updated)
      news.set(
        arrival.story,
        COUNTS.filter((count) => arrival[count] > last[count]),
      )
  }
  return news
}

function arrivalOf(standing: Standing, before: Arrival | undefined): Arrival | undefined {
  const { story, accounts, corrections, merged, date, last } = standing
  const now = { story, accounts, corrections, merged, last }
  const updated = momentOf(standing)
  if (!before) return { ...now, updated }
  const changes = COUNTS.map((count) => standing[count] - before[count])
  const growth = changes.reduce((sum, change) => sum + Math.max(0, change), 0)
  const day = before.updated.slice(0, NO_DAY.length)
  // As many minutes on as there is news, so that the moment is the same whether or not it was logged in between.
  if (growth > 0 || (date !== undefined && date > day))
    return { ...now, updated: latter(updated, minutesAfter(before.updated, Math.max(1, growth))) }
  if (changes.some((change) => change < 0)) return { ...now, updated: before.updated }
  const isSetBack = (last ?? '') < (before.last ?? '') && (last ?? NO_DAY) < day
  return isSetBack ? { ...now, updated } : undefined
}

/**
 * When a story last said something new, as its content alone tells: its latest day, and one minute for each account
 * after its first telling, which may be the editor's, each correction and each merged story, so that two on one day
 * differ.
 */
function momentOf({ accounts, corrections, editors, merged, latest = NO_DAY }: Standing): string {
  const later = editors ? accounts : Math.max(0, accounts - 1)
  const minutes = later + corrections + merged
  return instant(Date.parse(`${latest}T00:00:00Z`) + minutes * MINUTE)
}

const instant = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z')
const minutesAfter = (moment: string, minutes: number): string =>
  instant(Date.parse(moment) + minutes * MINUTE)
const latter = (a: string, b: string): string => (a > b ? a : b)
