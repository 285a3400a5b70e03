import type { Paths } from './paths.ts'
import type { MonthView, StoryView, YearView } from './views.ts'

/** Dated stories by year and month, newest first. */
export function calendar(stories: StoryView[], paths: Paths): YearView[] {
  const years = new Map<number, Map<number, StoryView[]>>()
  for (const story of stories) {
    if (!story.date) continue
    const [year, month] = [Number(story.date.slice(0, 4)), Number(story.date.slice(5, 7))]
    const months = years.get(year) ?? new Map<number, StoryView[]>()
    const others = months.get(month)
    if (others) others.push(story)
    else years.set(year, months.set(month, [story]))
  }
  return [...years]
    .sort(([a], [b]) => b - a)
    .map(([year, months]) => ({
      year,
      ...paths.locate(`archive/${year}/`),
      count: [...months.values()].reduce((sum, list) => sum + list.length, 0),
      months: [...months]
        .sort(([a], [b]) => b - a)
        .map(
          ([month, list]): MonthView => ({
            year,
            month,
            stories: list,
            ...paths.locate(`archive/${year}/${String(month).padStart(2, '0')}/`),
          }),
        ),
    }))
}
