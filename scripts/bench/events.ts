import { addDays, type IsoDate } from '../content/date.ts'
import type { Language } from './language.ts'
import type { Outlet } from './outlets.ts'
import { type Matter, Prose } from './prose.ts'
import { type Random, zipf } from './random.ts'
import type { InventedTopic, Subject } from './topics.ts'

/** One outlet's text before a page is put around it. */
export interface Account {
  outlet: Outlet
  headline: string
  /** Absent where nobody signs. */
  author?: string
  /** Place and agency, as in `PORT HALDEN (QXP) — `; empty where the outlet prints none. */
  dateline: string
  agency?: Outlet
  paragraphs: string[]
  date: IsoDate
  /** Number of its event. */
  event: number
  topics: InventedTopic[]
}

/** Words of an article, and how much one may have more or less. */
const WORDS = { usual: 450, more: 120 }
/** Of all articles this share tells of an event that another told first, as a copy or in words of its own. */
const FURTHER = 0.38
const COPIES = 0.65
const FIRST_DAY = '2014-01-01'
const DAYS = 3652
const TOPICS = 5
/** A topic from another beat in so many of an article's five. */
const STRAY = 0.08

/** Articles, event by event; a third of them or so copies and further accounts. */
export function* accounts(
  count: number,
  world: {
    language: Language
    subjects: Subject[]
    topics: InventedTopic[]
    outlets: Outlet[]
    agencies: Outlet[]
  },
  random: Random,
): Generator<Account> {
  const { language, subjects, topics, outlets, agencies } = world
  const subject = zipf(subjects, 0.8)
  const outlet = zipf(outlets, 0.7)
  const place = zipf([...Array(12).keys()], 0.9)
  for (let done = 0, event = 0; done < count; event++) {
    const { topics: spoken, cities } = subject(random)
    const five = new Set<InventedTopic>()
    while (five.size < TOPICS)
      five.add(
        random.chance(STRAY)
          ? random.pick(topics)
          : (spoken[place(random) % spoken.length] ?? random.pick(topics)),
      )
    const matter = matterOf([...five], language, random)
    const day = addDays(FIRST_DAY, random.between(0, DAYS))
    const tell = (by: Outlet, date: IsoDate): Account => {
      const agency = by.agency || random.chance(0.25) ? (by.agency ? by : random.pick(agencies)) : undefined
      const prose = new Prose(language, random, matter)
      const city = random.pick(cities).toUpperCase()
      return {
        outlet: by,
        headline: prose.headline(),
        author: random.chance(0.7) ? `${language.name(random)} ${language.name(random)}` : undefined,
        dateline: agency ? `${city} (${agency.abbreviation}) — ` : random.chance(0.4) ? `${city} — ` : '',
        agency,
        paragraphs: paragraphsOf(prose, random),
        date,
        event,
        topics: matter.topics,
      }
    }
    const first = tell(random.chance(0.3) ? random.pick(agencies) : outlet(random), day)
    yield first
    done++
    // Shared events have 2, 3, 4 ... prints; the mean makes `FURTHER` come out.
    while (done < count && random.chance(FURTHER)) {
      const later = addDays(day, random.between(0, 3))
      const by = outlet(random)
      yield random.chance(COPIES) ? copyOf(first, by, later, random) : tell(by, later)
      done++
    }
  }
}

function matterOf(topics: InventedTopic[], language: Language, random: Random): Matter {
  return {
    topics,
    words: Array.from({ length: 6 }, () => language.rareNoun(random)),
    names: Array.from({ length: 4 }, () => `${language.name(random)} ${language.name(random)}`),
    figures: Array.from({ length: 4 }, () => random.between(11, 4000)),
  }
}

function paragraphsOf(prose: Prose, random: Random): string[] {
  const wanted = WORDS.usual + random.between(-WORDS.more, WORDS.more)
  const paragraphs = [prose.lead()]
  for (let words = 25; words < wanted; ) {
    const paragraph = prose.paragraph()
    words += paragraph.split(' ').length
    paragraphs.push(paragraph)
  }
  return paragraphs
}

const SPELLINGS = [
  [/\bannounced\b/g, 'made public'],
  [/\bgovernment\b/g, 'cabinet'],
  [/\bper cent\b/g, 'percent'],
  [/\bThe\b/g, 'The said'],
] as const

/** Another's text with a headline of the outlet's own or its, cut at the end, a word changed here and there. */
function copyOf(first: Account, outlet: Outlet, date: IsoDate, random: Random): Account {
  const kept = Math.max(4, Math.ceil(first.paragraphs.length * (0.5 + 0.5 * random.next())))
  const [from, to] = random.pick(SPELLINGS)
  return {
    ...first,
    outlet,
    date,
    headline: random.chance(0.5) ? first.headline : `${first.headline}, officials say`,
    author: undefined,
    paragraphs: first.paragraphs
      .slice(0, kept)
      .map((text) => (random.chance(0.3) ? text.replace(from, to) : text)),
  }
}
