import type { Mention, Reading } from '../content/mentions.ts'
import { byCodePoint } from '../content/order.ts'
import type { Registry } from '../content/registry.ts'

const HEADLINE = 3
const LEAD = 2
/** What a mention of a narrower topic, or of a part, is worth to the broader one. */
const BROADER = 0.7
/** Below these a topic is only mentioned. A country is named in passing in most stories, a narrower topic is not. */
const COUNTRY = 1.55
const NARROWER = 1.05

interface Evidence {
  /** The most that one mention in the headline is worth; 0 where it is not there. */
  headline: number
  /** The first paragraph that speaks of it. */
  first: number
  mentions: number
}

/**
 * The topics that a text is about, most salient first; those that it only mentions are left out.
 *
 * Salience is 3 for the headline, 2 where the first paragraph speaks of the topic or else 1/n where the n-th is the first
 * that does, and the square root of the number of mentions. What a text says of a topic it says, at 0.7, of the broader
 * ones too. A country needs 1.55 to be a tag, anything else 1.05, or a tag below it; the foremost topic needs nothing.
 */
export function tagsOf(reading: Reading, registry: Registry): string[] {
  const evidence = gather(reading, registry)
  const scores = [...evidence].map(([topic, found]) => [topic, salience(found)] as const)
  const top = Math.max(0, ...scores.map(([, score]) => score))
  const isCountry = (topic: string) => registry.topics.get(topic)?.kind === 'country'
  const tags = new Set<string>()
  for (const [topic, score] of scores) {
    if (score < Math.min(top, isCountry(topic) ? COUNTRY : NARROWER)) continue
    for (const id of [topic, ...broader(topic, registry)]) if (id === topic || !isCountry(id)) tags.add(id)
  }
  return scores
    .filter(([topic]) => tags.has(topic))
    .sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))
    .map(([topic]) => topic)
}

function gather({ headline, paragraphs, implied }: Reading, registry: Registry): Map<string, Evidence> {
  const evidence = new Map<string, Evidence>()
  const add = (topic: string, worth: number, at?: number) => {
    const found = evidence.get(topic) ?? { headline: 0, first: Infinity, mentions: 0 }
    if (at === undefined) found.headline = Math.max(found.headline, worth)
    else found.first = Math.min(found.first, at)
    found.mentions += worth
    evidence.set(topic, found)
  }
  const addAll = ({ topic, by }: Pick<Mention, 'topic' | 'by'>, at?: number) => {
    add(topic, by === 'part' ? BROADER : 1, at)
    for (const id of broader(topic, registry)) add(id, BROADER, at)
  }
  for (const mention of headline) addAll(mention)
  for (const [at, mentions] of paragraphs.entries()) for (const mention of mentions) addAll(mention, at)
  for (const [topic, places] of implied) for (const at of places) addAll({ topic, by: 'context' }, at)
  return evidence
}

function salience({ headline, first, mentions }: Evidence): number {
  const place = first === 0 ? LEAD : 1 / (1 + first)
  return HEADLINE * headline + place + Math.sqrt(mentions)
}

/** The topics above one, nearest first. */
function broader(topic: string, { topics }: Registry): string[] {
  const found: string[] = []
  for (let id = topics.get(topic)?.parent; id && !found.includes(id); id = topics.get(id)?.parent)
    found.push(id)
  return found
}
