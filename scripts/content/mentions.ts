import { isNoName } from './namesake.ts'
import { countriesOf, FOREIGN, type Form, type Registry } from './registry.ts'
import { sentences } from './sentences.ts'
import { findSightings, type Sighting } from './sightings.ts'
import { tokenize } from './tokens.ts'
import { carriesMeaning } from './words.ts'

/** Where a text speaks of a topic. `start` and `end` count UTF-16 units of its paragraph as it was given. */
export interface Mention {
  topic: string
  start: number
  end: number
  /** What the form is: a name of the topic, one that is ambiguous but meant here, or the name of a part of it. */
  by: 'name' | 'context' | 'part'
}

/** What a text speaks of. */
export interface Reading {
  /** Mentions in the headline, and in each paragraph, in order. */
  headline: Mention[]
  paragraphs: Mention[][]
  /** Topics that a sentence implies, by the paragraphs it stands in. */
  implied: Map<string, number[]>
}

/**
 * Reads a text for topics. Forms that name a topic by themselves count wherever they stand. Ambiguous ones count once
 * the topic is established, that is after such a form of it, or where the company that they ask for was named before or
 * is in the same sentence; of several topics with the same ambiguous form the one spoken of last is meant, and none where
 * two were spoken of last in one paragraph. Names that a stranger bears are the stranger's until a further form names
 * the topic (`Kim` after `Kim Kardashian`). A headline is read last, since what it says in short the text says in full:
 * there a name that a stranger bears anywhere counts only if the text has established the topic. `tokens` are those of
 * the paragraphs, where they are at hand.
 */
export function readTopics(
  headline: string,
  paragraphs: string[],
  registry: Registry,
  tokens = paragraphs.map(tokenize),
): Reading {
  const inHeadline = findSightings(headline, registry)
  const inParagraphs = paragraphs.map((text, at) => findSightings(text, registry, tokens[at]))
  const reader = new Reader([...paragraphs, headline], [...inParagraphs, inHeadline], registry)
  const found = inParagraphs.map((list, at) => reader.read(list, at))
  const implied = new Map<string, number[]>()
  for (const [at, list] of inParagraphs.entries()) {
    if (!list.some(({ form }) => form.use === 'implies')) continue
    for (const topic of impliedIn(paragraphs[at] ?? '', registry)) {
      const places = implied.get(topic) ?? []
      places.push(at)
      implied.set(topic, places)
    }
  }
  return { headline: reader.read(inHeadline, paragraphs.length), paragraphs: found, implied }
}

/** A place in a text: which paragraph, and how many UTF-16 units from its start. The headline counts as the last. */
interface Spot {
  paragraph: number
  at: number
}

/** Reads the paragraphs of one text in order, then its headline. */
class Reader {
  readonly #texts: string[]
  /** Where each topic, each part of one and each clue was first named. */
  readonly #named = new Map<string, Spot>()
  /** When each topic was last spoken of, and in which paragraph; those that were are established. */
  readonly #last = new Map<string, { count: number; paragraph: number }>()
  readonly #strangers = new Strangers()
  /** The countries that the text names, itself or through what belongs to them. */
  readonly #countries: Set<string>
  #count = 0
  #sentence = { paragraph: -1, end: 0 }

  constructor(texts: string[], sightings: Sighting[][], registry: Registry) {
    this.#texts = texts
    for (const [paragraph, list] of sightings.entries())
      for (const { form, start, astray } of list)
        if (!astray && NAMING.has(form.use) && !this.#named.has(form.topic))
          this.#named.set(form.topic, { paragraph, at: start })
    this.#countries = new Set([...this.#named.keys()].flatMap((topic) => countriesOf(topic, registry)))
    if (this.#named.has(FOREIGN.topic)) this.#countries.add(FOREIGN.topic)
    for (const sighting of sightings.at(-1) ?? []) this.#meet(sighting)
  }

  /** The mentions of one paragraph, of its sightings in order. */
  read(sightings: Sighting[], paragraph: number): Mention[] {
    const mentions: Mention[] = []
    for (let at = 0; at < sightings.length; ) {
      const sighting = sightings[at] as Sighting
      const same = [sighting]
      for (at++; isSameSpot(sighting, sightings[at]); at++) same.push(sightings[at] as Sighting)
      for (const one of same)
        if (this.#isPart(one)) {
          const { form, start, end } = one
          mentions.push({ topic: form.topic, start, end, by: 'part' })
        }
      for (const { form, start, end } of this.#meant(same, paragraph)) {
        const { topic, use } = form
        this.#last.set(topic, { count: this.#count++, paragraph })
        mentions.push({ topic, start, end, by: use === 'certain' ? 'name' : 'context' })
      }
    }
    return mentions
  }

  /** Whether a part of a topic is spoken of. An office is where the text names its country, or no country at all. */
  #isPart({ form, astray }: Sighting): boolean {
    const { topic, use } = form
    if (use !== 'part' && use !== 'office') return false
    if (astray) this.#strangers.meet(`office of ${topic}`, form)
    if (astray || use === 'part') return !astray
    const isItsOwn = this.#countries.has(topic) || this.#countries.size === 0
    return isItsOwn && !this.#strangers.bear(`office of ${topic}`, form)
  }

  #meant(same: Sighting[], paragraph: number): Sighting[] {
    const own = same.filter((one) => this.#isHim(one, paragraph))
    const certain = own.filter(({ form }) => form.use === 'certain')
    const ambiguous = own.filter(({ form }) => form.use === 'ambiguous')
    const established = ambiguous.filter(({ form }) => this.#last.has(form.topic))
    if (established.length === 0) {
      const open = ambiguous.find((one) => this.#hasCompany(one, paragraph))
      return open ? [...certain, open] : certain
    }
    const [latest, other] = established
      .map((one) => ({ one, ...(this.#last.get(one.form.topic) ?? { count: -1, paragraph: -1 }) }))
      .sort((a, b) => b.count - a.count)
    return latest && latest.paragraph !== other?.paragraph ? [...certain, latest.one] : certain
  }

  #hasCompany({ form, end }: Sighting, paragraph: number): boolean {
    if (form.with.length === 0) return false
    const spots = form.with.flatMap((id) => this.#named.get(id) ?? [])
    if (paragraph === this.#texts.length - 1) return spots.length > 0
    return spots.some(
      (spot) =>
        spot.paragraph < paragraph ||
        (spot.paragraph === paragraph && (spot.at < end || spot.at < this.#sentenceEnd(paragraph, end))),
    )
  }

  /** Where the sentence ends that goes on at a place. Places are asked in order, so a paragraph is gone through once. */
  #sentenceEnd(paragraph: number, at: number): number {
    if (this.#sentence.paragraph !== paragraph || this.#sentence.end < at) {
      const text = this.#texts[paragraph] ?? ''
      SENTENCE_END.lastIndex = at
      this.#sentence = { paragraph, end: SENTENCE_END.exec(text)?.index ?? text.length }
    }
    return this.#sentence.end
  }

  /** Whether a name is its topic's own, which a longer name just before may have decided. */
  #isHim(sighting: Sighting, paragraph: number): boolean {
    const { form, astray } = sighting
    const { topic, use } = form
    const isHeadline = paragraph === this.#texts.length - 1
    if (use !== 'certain' && use !== 'ambiguous' && use !== 'namesake') return false
    if (astray) {
      if (!isHeadline) this.#meet(sighting)
      return false
    }
    if (this.#strangers.bear(topic, form)) return isHeadline && this.#last.has(topic)
    if (use === 'certain' && !isHeadline) this.#strangers.leave(topic)
    return true
  }

  /** Notes who else bears a name. */
  #meet({ form, astray }: Sighting): void {
    const { topic, use } = form
    if (!astray) return
    if (use === 'namesake') this.#strangers.meet(`office of ${topic}`, form)
    if (use === 'ambiguous' || !this.#last.has(topic)) this.#strangers.meet(topic, form)
  }
}

const NAMING = new Set(['certain', 'part', 'clue'])
const SENTENCE_END = /[.!?…]["'”’)\]]*\s+(?=["'“‘(]?[\p{Lu}\p{N}])/gu

/** Who else bears the names of topics, by the words of theirs that the text has printed. */
class Strangers {
  readonly #words = new Map<string, Set<string>>()

  meet(topic: string, form: Form): void {
    const words = this.#words.get(topic) ?? new Set()
    for (const word of nameWords(form)) words.add(word)
    this.#words.set(topic, words)
  }

  leave(topic: string): void {
    this.#words.delete(topic)
  }

  /** Whether a form of a topic is made of a stranger's words. */
  bear(topic: string, form: Form): boolean {
    const words = this.#words.get(topic)
    if (!words) return false
    const own = nameWords(form)
    return own.length > 0 && own.every((word) => words.has(word))
  }
}

/** A form's words without titles, articles and marks. */
const nameWords = ({ keys }: Form): string[] => keys.filter((key) => carriesMeaning(key) && !isNoName(key))

const isSameSpot = (one: Sighting, other: Sighting | undefined): boolean =>
  other !== undefined && one.from === other.from && one.to === other.to

/** Topics that a paragraph implies: one of their phrases stands in a sentence of it, and all that must keep it company. */
function impliedIn(paragraph: string, registry: Registry): Set<string> {
  const implied = new Set<string>()
  for (const sentence of sentences(paragraph)) {
    const forms = findSightings(sentence, registry).map(({ form }) => form)
    const present = new Set(
      forms.filter(({ use }) => use !== 'implies' && use !== 'namesake').map(({ topic }) => topic),
    )
    for (const { topic, use, with: company } of forms)
      if (use === 'implies' && company.every((id) => present.has(id))) implied.add(topic)
  }
  return implied
}
