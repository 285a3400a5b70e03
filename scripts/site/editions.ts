import { type IsoWeek, weekId, weekOf } from '../content/iso-week.ts'
import { byCodePoint } from '../content/order.ts'
import type { Paths } from './paths.ts'
import type { EditionSection, EditionView, StoryView, TopicView } from './views.ts'

/** An edition for each week that has stories, newest first. Undated stories are in none. */
export function editionViews(stories: StoryView[], leadTopics: TopicView[], paths: Paths): EditionView[] {
  const weeks = new Map<string, { week: IsoWeek; stories: StoryView[] }>()
  const byDay = new Map<string, StoryView[]>()
  for (const story of stories) {
    if (!story.date) continue
    const sameDay = byDay.get(story.date)
    if (sameDay) {
      sameDay.push(story)
      continue
    }
    const week = weekOf(story.date)
    const known = weeks.get(weekId(week)) ?? { week, stories: [] }
    weeks.set(weekId(week), known)
    byDay.set(story.date, known.stories)
    known.stories.push(story)
  }
  return [...weeks]
    .sort(([, a], [, b]) => byCodePoint(b.week.monday, a.week.monday))
    .map(([id, { week, stories }], at) => ({
      id,
      week,
      ...paths.locate(`editions/${id}/`),
      sections: sectionsOf(stories, leadTopics),
      count: stories.length,
      mail: paths.locate(`editions/${id}/mail.html`),
      text: paths.locate(`editions/${id}/mail.txt`),
      closed: at > 0,
    }))
}

/** A story stands once: under the lead topic that it is most about. */
function sectionsOf(stories: StoryView[], leadTopics: TopicView[]): EditionSection[] {
  const lead = new Set(leadTopics.map(({ id }) => id))
  const about = new Map<string | undefined, StoryView[]>()
  for (const story of [...stories].sort(oldestFirst)) {
    const topic = story.topics.find(({ id }) => lead.has(id))?.id
    const others = about.get(topic)
    if (others) others.push(story)
    else about.set(topic, [story])
  }
  const led = leadTopics.flatMap(({ id, name, url }) => {
    const own = about.get(id)
    return own ? [{ anchor: `on_${id}`, title: name, url, stories: own }] : []
  })
  const rest = about.get(undefined)
  return rest
    ? [...led, { anchor: 'others', title: led.length > 0 ? 'Other stories' : 'Stories', stories: rest }]
    : led
}

const oldestFirst = (a: StoryView, b: StoryView): number =>
  byCodePoint(a.date ?? '', b.date ?? '') || byCodePoint(a.id, b.id)
