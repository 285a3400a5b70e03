import type { StoryView } from './views.ts'

/** More bars than this are too thin for a telephone. */
const MOST_PERIODS = 60
/** Where all stories lie within so many months, months are shown, else years. */
const MOST_MONTHS = 24
const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500]

/** Stretch of time that one bar stands for: a month where `month` (1 to 12) is given, else `years` years from `year`. */
export interface Period {
  year: number
  years: number
  month?: number
}

/** Equal periods without a gap, from the first dated story to the last; none where no story has a date. */
export function periodsOf(stories: StoryView[]): Period[] {
  const months = stories.flatMap(({ date }) => (date ? [monthOf(date)] : []))
  if (months.length === 0) return []
  const first = months.reduce((a, b) => Math.min(a, b))
  const last = months.reduce((a, b) => Math.max(a, b))
  if (last - first < MOST_MONTHS)
    return Array.from({ length: last - first + 1 }, (_, at) => ({
      year: Math.floor((first + at) / 12),
      month: ((first + at) % 12) + 1,
      years: 0,
    }))
  const [from, to] = [Math.floor(first / 12), Math.floor(last / 12)]
  const years = YEARS.find((step) => (to - from) / step < MOST_PERIODS - 1) ?? 1000
  const start = Math.floor(from / years) * years
  return Array.from({ length: Math.floor((to - start) / years) + 1 }, (_, at) => ({
    year: start + at * years,
    years,
  }))
}

/** Number of the stories in each period; undated ones are in none. */
export function countByPeriod(periods: Period[], stories: StoryView[]): number[] {
  const counts = periods.map(() => 0)
  const [start] = periods
  if (!start) return counts
  const first = start.year * 12 + (start.month ?? 1) - 1
  const step = start.month ? 1 : start.years * 12
  for (const { date } of stories) {
    if (!date) continue
    const at = Math.floor((monthOf(date) - first) / step)
    if (at in counts) counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

/** Months since the beginning of the year 0. */
const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
