import type { Language } from './language.ts'
import type { Random } from './random.ts'

/** An entry of the invented registry. */
export interface InventedTopic {
  id: string
  kind: 'country' | 'person' | 'organisation' | 'place' | 'instrument' | 'weapon' | 'topic'
  /** As prose names it. */
  name: string
  aliases: string[]
  parent?: string
}

/** A beat that reporters keep to: topics that are spoken of together, the most usual first. */
export interface Subject {
  topics: InventedTopic[]
  cities: string[]
}

/** How many topics there are of each kind, for a registry of 300. */
const COUNTRIES = 30
const OF_COUNTRY = ['person', 'person', 'organisation', 'place'] as const
const THEMES = 150
const THEME_KINDS = ['topic', 'topic', 'topic', 'instrument', 'weapon'] as const
const OF_SUBJECT = { themes: 6, subjects: 120 }

/** Three hundred topics: countries with their people, bodies and places, and things that they quarrel over. */
export function inventTopics(language: Language, random: Random): InventedTopic[] {
  const topics: InventedTopic[] = []
  const add = (kind: InventedTopic['kind'], name: string, aliases: string[] = [], parent?: string) => {
    const topic = { id: name.toLowerCase().replace(/\s+/g, '-'), kind, name, aliases, parent }
    topics.push(topic)
    return topic
  }
  for (let at = 0; at < COUNTRIES; at++) {
    const stem = language.name(random)
    const country = add('country', `${stem}ia`, [`${stem}ian`, `Republic of ${stem}ia`])
    for (const kind of OF_COUNTRY) {
      if (kind === 'person') add(kind, `${language.name(random)} ${language.name(random)}`)
      else if (kind === 'place') add(kind, language.name(random), [], country.id)
      else add(kind, `${stem} ${random.pick(['Trade', 'Steel', 'Export', 'Oil'])} Agency`, [], country.id)
    }
  }
  for (let at = 0; at < THEMES; at++)
    add(
      THEME_KINDS[at % THEME_KINDS.length] ?? 'topic',
      `${language.rareNoun(random)} ${language.noun(random)}`,
    )
  return topics
}

/** Subjects, the most reported first: one or two countries, who and what is theirs, and some themes. */
export function subjectsOf(topics: InventedTopic[], language: Language, random: Random): Subject[] {
  const countries = topics.filter(({ kind }) => kind === 'country')
  const blocks = new Map(
    countries.map((country) => {
      const at = topics.indexOf(country)
      return [country, topics.slice(at, at + 1 + OF_COUNTRY.length)]
    }),
  )
  const themes = topics.slice(COUNTRIES * (1 + OF_COUNTRY.length))
  const cities = new Map(
    countries.map((country) => [country, [language.name(random), language.name(random)]]),
  )
  return Array.from({ length: OF_SUBJECT.subjects }, (_, at) => {
    // Every country and theme is somebody's beat; the rest is drawn, the early ones more often.
    const first = countries[at % COUNTRIES] as InventedTopic
    const second = countries[Math.floor(random.next() ** 2 * COUNTRIES)] as InventedTopic
    const [country, ...theirs] = blocks.get(first) ?? []
    const own = themes.slice((at * 2) % THEMES, ((at * 2) % THEMES) + 2)
    const drawn = Array.from(
      { length: OF_SUBJECT.themes - own.length },
      () => themes[Math.floor(random.next() ** 2 * THEMES)] as InventedTopic,
    )
    const spoken = [
      country as InventedTopic,
      ...own,
      second,
      ...theirs,
      ...drawn,
      ...(blocks.get(second) ?? []),
    ]
    return { topics: [...new Set(spoken)], cities: cities.get(first) ?? [] }
  })
}
