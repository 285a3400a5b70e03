import type { Registry } from './registry.ts'
import { sentences } from './sentences.ts'
import { findSightings, type Sighting } from './sightings.ts'

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
 * the topic is established, that is after such a form of it, or where the company that they ask for is in the text; of
 * several topics with the same ambiguous form the one spoken of last is meant, and none where a stranger of that name
 * came last (`Kim` after `Kim Kardashian`). A headline is read last, since what it says in short the text says in full.
 */
export function readTopics(headline: string, paragraphs: string[], registry: Registry): Reading {
  const inHeadline = findSightings(headline, registry)
  const inParagraphs = paragraphs.map((text) => findSightings(text, registry))
  const named = new Set<string>()
  for (const list of [inHeadline, ...inParagraphs])
    for (const { form, astray } of list) if (form.use === 'certain' && !astray) named.add(form.topic)
  const reader = new Reader(named)
  const found = inParagraphs.map((list) => reader.read(list))
  reader.forgetStrangers()
  const implied = new Map<string, number[]>()
  for (const [at, list] of inParagraphs.entries()) {
    if (!list.some(({ form }) => form.use === 'implies')) continue
    for (const topic of impliedIn(paragraphs[at] ?? '', registry)) {
      const places = implied.get(topic) ?? []
      places.push(at)
      implied.set(topic, places)
    }
  }
  return { headline: reader.read(inHeadline), paragraphs: found, implied }
}

class Reader {
  readonly #named: Set<string>
  /** When each topic was last spoken of; those that were are established. */
  readonly #last = new Map<string, number>()
  /** Topics whose short name was last borne by a stranger. */
  readonly #strangers = new Set<string>()
  #count = 0

  constructor(named: Set<string>) {
    this.#named = named
  }

  /** The mentions of one paragraph, of its sightings in order. */
  read(sightings: Sighting[]): Mention[] {
    const mentions: Mention[] = []
    for (let at = 0; at < sightings.length; ) {
      const sighting = sightings[at] as Sighting
      const same = [sighting]
      for (at++; isSameSpot(sighting, sightings[at]); at++) same.push(sightings[at] as Sighting)
      for (const { form, start, end } of same)
        if (form.use === 'part') mentions.push({ topic: form.topic, start, end, by: 'part' })
      for (const { form, start, end } of this.#meant(same)) {
        const { topic, use } = form
        this.#last.set(topic, this.#count++)
        mentions.push({ topic, start, end, by: use === 'certain' ? 'name' : 'context' })
      }
    }
    return mentions
  }

  forgetStrangers(): void {
    this.#strangers.clear()
  }

  #meant(same: Sighting[]): Sighting[] {
    const certain = same.filter((one) => one.form.use === 'certain' && this.#isHim(one))
    const ambiguous = same.filter((one) => one.form.use === 'ambiguous' && this.#isHim(one))
    const established = ambiguous.filter(({ form }) => this.#last.has(form.topic))
    const open = established.length > 0 ? established : ambiguous.filter((one) => this.#hasCompany(one))
    const latest = open.reduce<Sighting | undefined>(
      (best, one) => (best && this.#when(best) >= this.#when(one) ? best : one),
      undefined,
    )
    return latest ? [...certain, latest] : certain
  }

  #hasCompany({ form }: Sighting): boolean {
    return form.with.some((id) => this.#named.has(id))
  }

  /** Whether a name is its topic's own, which a longer name just before may have decided. */
  #isHim({ form: { topic, use }, astray, from, to }: Sighting): boolean {
    if (astray) {
      if (use === 'ambiguous' || !this.#last.has(topic)) this.#strangers.add(topic)
      return false
    }
    if (use === 'certain' && from < to) this.#strangers.delete(topic)
    return from < to || !this.#strangers.has(topic)
  }

  #when = ({ form }: Sighting): number => this.#last.get(form.topic) ?? -1
}

const isSameSpot = (one: Sighting, other: Sighting | undefined): boolean =>
  other !== undefined && one.from === other.from && one.to === other.to

/** Topics that a paragraph implies: one of their phrases stands in a sentence of it, and all that must keep it company. */
function impliedIn(paragraph: string, registry: Registry): Set<string> {
  const implied = new Set<string>()
  for (const sentence of sentences(paragraph)) {
    const forms = findSightings(sentence, registry).map(({ form }) => form)
    const present = new Set(forms.filter(({ use }) => use !== 'implies').map(({ topic }) => topic))
    for (const { topic, use, with: company } of forms)
      if (use === 'implies' && company.every((id) => present.has(id))) implied.add(topic)
  }
  return implied
}
