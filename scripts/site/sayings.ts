import type { Registry } from '../content/registry.ts'
import { findSightings } from '../content/sightings.ts'
import { SpeakerPlaces } from './speaker-places.ts'
import type { SayingView, StoryView } from './views.ts'

/** A topic's page shows so many at most, of the latest stories. */
const MOST = 8

/**
 * What each topic is reported to have said, by topic: the statements of the stories' accounts whose speaker is named by
 * one of its own forms and nothing else ("the State Department" is, "a State Department official" is not), and read as
 * that topic where the account names them. Newest story first, in it quoted words first. `stories` stand newest first.
 */
export function sayingsOf(stories: StoryView[], registry: Registry): Map<string, SayingView[]> {
  const topicsOf = new Map<string, string[]>()
  const topicsNamed = (speaker: string): string[] => {
    const known = topicsOf.get(speaker) ?? namedBy(speaker, registry)
    topicsOf.set(speaker, known)
    return known
  }
  const places = new SpeakerPlaces(registry)
  const sayings = new Map<string, SayingView[]>()
  for (const story of stories)
    for (const { speaker, role, statements } of story.accounts.length > 0 ? story.speakers().speakers : [])
      for (const topic of topicsNamed(speaker)) {
        const list = sayings.get(topic) ?? []
        sayings.set(topic, list)
        if (list.length >= MOST) continue
        const own = places.ofTopic(topic, speaker, statements)
        own.sort((a, b) => Number(b.quotes.length > 0) - Number(a.quotes.length > 0))
        for (const statement of own.slice(0, MOST - list.length))
          list.push({ story, speaker, role, statement })
      }
  return sayings
}

function namedBy(speaker: string, registry: Registry): string[] {
  const names = [speaker, speaker.replace(/^(?:the|an?) /i, '')]
  const topics = names.flatMap((name) =>
    findSightings(name, registry)
      .filter(
        ({ form, start, end, astray }) =>
          !astray && form.use === 'certain' && start === 0 && end === name.length,
      )
      .map(({ form }) => form.topic),
  )
  return [...new Set(topics)]
}
