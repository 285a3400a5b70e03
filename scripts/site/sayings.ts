import { type Pack, packKey } from '../content/pack.ts'
import type { Registry } from '../content/registry.ts'
import { findSightings } from '../content/sightings.ts'
import { SpeakerPlaces } from './speaker-places.ts'
import type { Account, ArticleView, SayingView, StoryView } from './views.ts'

/** A topic's page shows so many at most, of the latest stories. */
const MOST = 8

/** What a story's accounts have a topic say. */
type Said = Omit<SayingView, 'story'>[]
/** As it is kept, by topic: JSON that is read only while a topic's page has room. */
export type KeptSayings = [topic: string, said: string][]

/**
 * What each topic is reported to have said, by topic: the statements of the stories' accounts whose speaker is named by
 * one of its own forms and nothing else ("the State Department" is, "a State Department official" is not), and read as
 * that topic where the account names them. Newest story first, in it quoted words first. `stories` stand newest first.
 */
export function sayingsOf(
  stories: StoryView[],
  registry: Registry,
  articles: Map<string, ArticleView>,
  memory: Pack,
): Map<string, SayingView[]> {
  const tell = sayingsTeller(registry)
  const sayings = new Map<string, SayingView[]>()
  for (const story of stories) {
    if (story.accounts.length === 0) continue
    for (const [topic, json] of memory.remember(sayingsKey(story), () => tell(story))) {
      const list = sayings.get(topic) ?? []
      sayings.set(topic, list)
      if (list.length === MOST) continue
      const said = JSON.parse(json, (key, value) => (key === 'article' ? articles.get(value) : value)) as Said
      for (const saying of said.slice(0, MOST - list.length)) list.push({ story, ...saying })
    }
  }
  return sayings
}

const byId = (key: string, value: unknown): unknown => (key === 'article' ? (value as ArticleView).id : value)

/** What the sayings of a story follow from: its accounts, their texts, and how much of them may be printed. */
export function sayingsKey({ accounts }: Pick<StoryView, 'accounts'>): string {
  const key = keys.get(accounts) ?? keyOf(accounts)
  keys.set(accounts, key)
  return key
}

const keys = new WeakMap<Account[], string>()

function keyOf(accounts: Account[]): string {
  const known = accounts.map(({ original }) => {
    const { id, url, title, republish, revision } = original
    return [id, url, title, republish, revision]
  })
  return packKey('said', JSON.stringify(known))
}

/** Gives what the accounts of a story have topics say, as it is kept: in the JSON articles are their ids. */
export function sayingsTeller(registry: Registry): (story: Pick<StoryView, 'speakers'>) => KeptSayings {
  const topicsOf = new Map<string, string[]>()
  const topicsNamed = (speaker: string): string[] => {
    const known = topicsOf.get(speaker) ?? namedBy(speaker, registry)
    topicsOf.set(speaker, known)
    return known
  }
  return (story) => {
    // For one story: what it has read of all texts would fill more memory than the texts.
    const places = new SpeakerPlaces(registry)
    const said = new Map<string, Said>()
    for (const { speaker, role, statements } of story.speakers().speakers)
      for (const topic of topicsNamed(speaker)) {
        const list = said.get(topic) ?? []
        if (list.length >= MOST) continue
        const own = places.ofTopic(topic, speaker, statements)
        own.sort((a, b) => Number(b.quotes.length > 0) - Number(a.quotes.length > 0))
        if (own.length > 0) said.set(topic, list)
        for (const statement of own.slice(0, MOST - list.length)) list.push({ speaker, role, statement })
      }
    return [...said].map(([topic, those]) => [topic, JSON.stringify(those, byId)])
  }
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
