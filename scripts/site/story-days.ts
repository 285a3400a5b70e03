import type { IsoDate } from '../content/date.ts'
import { byCodePoint } from '../content/order.ts'
import { byDayAndSurety, sureDay } from './sure-day.ts'
import type { Account, StoryView } from './views.ts'

/**
 * The day on which the first account of a story was printed. Nothing where it rests on references alone: its own day is
 * the event's, and nobody recorded when it was written up.
 */
export function publishedOn(story: StoryView): IsoDate | undefined {
  return daysOfArticles(story)
    .flatMap((day) => day ?? [])
    .sort(byCodePoint)[0]
}

/**
 * The day on which a story's page last said something new, told by its content: its latest correction or account, a copy
 * among them. Nothing where that cannot be defended: an account whose date is in doubt may be later than all others.
 */
export function changedOn(story: StoryView): IsoDate | undefined {
  const days = [...daysOfArticles(story), ...story.corrections.map(({ date }) => date)]
  const known = days.flatMap((day) => day ?? [])
  if (known.length < days.length || known.length === 0) return undefined
  // Nobody wrote of an event before it was.
  return latest([...known, sureDay(story) ?? ''])
}

/**
 * The day on which a story was last added to or corrected after it was published, as feeds count it: a copy is nothing
 * new, and an account is known from its first print on. Nothing where one of these days is in doubt, or was only found
 * after feeds said when that was.
 */
export function modifiedOn(story: StoryView): IsoDate | undefined {
  const days = [...story.accounts.map(knownFrom), ...story.corrections.map(({ date }) => date)]
  const known = days.flatMap((day) => day ?? [])
  const last = known.length < days.length ? undefined : latest(known)
  return last && last > (publishedOn(story) ?? '') && last <= story.updated ? last : undefined
}

function knownFrom({ original, copies }: Account): IsoDate | undefined {
  const [first] = [original, ...copies].filter(({ date }) => date).sort(byDayAndSurety)
  return first && sureDay(first)
}

function daysOfArticles({ accounts }: StoryView): (IsoDate | undefined)[] {
  return accounts.flatMap(({ original, copies }) => [original, ...copies]).map(sureDay)
}

function latest(days: IsoDate[]): IsoDate | undefined {
  return days.sort(byCodePoint).at(-1)
}
