import type { IsoDate } from '../content/date.ts'
import { byCodePoint } from '../content/order.ts'
import { sureDay } from './sure-day.ts'
import type { StoryView } from './views.ts'

/**
 * The day on which the first account of a story was printed. Nothing where it rests on references alone: its own day is
 * the event's, and nobody recorded when it was written up.
 */
export function publishedOn(story: StoryView): IsoDate | undefined {
  return daysOfArticles(story)
    .flatMap((day) => day ?? [])
    .sort(byCodePoint)[0]
}

/** Day of a story's latest correction. */
export function correctedOn({ corrections }: StoryView): IsoDate | undefined {
  return latest(corrections.map(({ date }) => date))
}

/**
 * The day on which a story's page last said something new, told by its content: its latest correction or account. Nothing
 * where that cannot be defended: an account whose date is in doubt may be later than all others.
 */
export function changedOn(story: StoryView): IsoDate | undefined {
  const days = daysOfArticles(story)
  const known = days.flatMap((day) => day ?? [])
  return known.length < days.length
    ? undefined
    : latest([...known, ...story.corrections.map(({ date }) => date)])
}

function daysOfArticles({ accounts }: StoryView): (IsoDate | undefined)[] {
  return accounts.flatMap(({ original, copies }) => [original, ...copies]).map(sureDay)
}

function latest(days: IsoDate[]): IsoDate | undefined {
  return days.sort(byCodePoint).at(-1)
}
