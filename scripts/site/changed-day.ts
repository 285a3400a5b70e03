import type { IsoDate } from '../content/date.ts'
import { byCodePoint } from '../content/order.ts'
import { sureDay } from './sure-day.ts'
import type { StoryView } from './views.ts'

/** Day of a story's latest correction. */
export function correctedOn({ corrections }: StoryView): IsoDate | undefined {
  return latest(corrections.map(({ date }) => date))
}

/**
 * The day on which a story's page last said something new, told by its content: its latest correction or account. Nothing
 * where that cannot be defended: a story that rests on references alone says when the event was, not when it was
 * written up; and an account whose date is in doubt may be later than all others.
 */
export function changedOn(story: StoryView): IsoDate | undefined {
  const days = story.accounts.flatMap(({ original, copies }) => [original, ...copies]).map(sureDay)
  const known = days.flatMap((day) => day ?? [])
  return known.length < days.length
    ? undefined
    : latest([...known, ...story.corrections.map(({ date }) => date)])
}

function latest(days: IsoDate[]): IsoDate | undefined {
  return days.sort(byCodePoint).at(-1)
}
