import { capitalised, type Language } from './language.ts'
import type { Random } from './random.ts'
import type { InventedTopic } from './topics.ts'

/** What an event's texts have in common, whoever tells it. */
export interface Matter {
  topics: InventedTopic[]
  /** Words and names that hardly another event has. */
  words: string[]
  names: string[]
  figures: number[]
}

const SAID = ['said', 'told reporters', 'said in a statement', 'wrote in a letter', 'said at a briefing']
const LINKS = ['after', 'while', 'because', 'although', 'before', 'as']
const WHERE = ['in', 'near', 'at', 'outside', 'off']
const WHEN = [
  'on Monday',
  'this week',
  'last month',
  'in the spring',
  'since January',
  'for the third time',
  '',
]
const UNITS = ['tonnes', 'people', 'ships', 'million dollars', 'kilometres', 'containers', 'days']

/** Sentences about one event. Every third or so names a topic, so that a text speaks of each of its topics. */
export class Prose {
  readonly #language: Language
  readonly #random: Random
  readonly #matter: Matter
  #turn = 0

  constructor(language: Language, random: Random, matter: Matter) {
    this.#language = language
    this.#random = random
    this.#matter = matter
  }

  headline(): string {
    const { topics, words } = this.#matter
    const [first, second] = [topics[0]?.name ?? '', topics[1]?.name ?? '']
    const verb = this.#language.past(this.#random)
    return `${capitalised(first)} ${verb} ${this.#random.pick(words)} ${this.#language.noun(this.#random)} over ${second}`
  }

  /** The news in one sentence. */
  lead(): string {
    const { topics, words, names } = this.#matter
    const random = this.#random
    return `${capitalised(topics[0]?.name ?? '')} ${this.#language.past(random)} the ${random.pick(words)} ${this.#language.noun(random)} of ${topics[1]?.name} ${random.pick(WHEN)} ${random.pick(LINKS)} ${random.pick(names)} ${this.#language.past(random)} a ${this.#thing()}, the ${this.#language.noun(random)} said.`.replace(
      /\s+/g,
      ' ',
    )
  }

  paragraph(): string {
    const sentences = this.#random.between(1, 3)
    return Array.from({ length: sentences }, () => this.#sentence()).join(' ')
  }

  #sentence(): string {
    const random = this.#random
    const { names, words, figures } = this.#matter
    const kind = random.between(0, 6)
    const topic = this.#topic()
    if (kind === 0)
      return `“The ${this.#thing()} will ${random.pick(['stay', 'end', 'grow', 'go on'])} and we ${this.#language.past(random)} every ${this.#thing()} of ${topic},” ${random.pick(names)}, ${random.pick(['a spokesman', 'a spokeswoman', 'the minister', 'an official'])}, ${random.pick(SAID)}.`
    if (kind === 1)
      return `At least ${random.pick(figures)} ${random.pick(UNITS)} of ${this.#language.noun(random)} were ${this.#language.past(random)} ${random.pick(WHERE)} the ${this.#thing()}, according to ${topic}.`
    if (kind === 2)
      return capitalised(
        `${topic} ${this.#language.past(random)} the ${random.pick(words)} ${this.#language.noun(random)} ${random.pick(LINKS)} a ${this.#thing()} ${this.#language.past(random)} ${random.pick(WHERE)} the ${this.#language.noun(random)} of ${random.pick(names)}.`,
      )
    if (kind === 3)
      return `The ${this.#thing()} and the ${this.#thing()} had ${this.#language.past(random)} the ${this.#language.noun(random)} ${random.pick(WHEN)}, ${random.pick(LINKS)} the ${this.#thing()} was ${this.#language.past(random)} by ${topic}.`
    if (kind === 4)
      return `It was not clear who ${this.#language.past(random)} the ${this.#thing()} of the ${this.#language.noun(random)}, which ${random.pick(names)} has ${this.#language.past(random)} since ${random.between(1990, 2014)}.`
    return `In the ${this.#thing()}, the ${this.#language.noun(random)} ${this.#language.past(random)} about ${random.between(2, 90)} per cent of its ${this.#thing()}, and a ${random.pick(words)} ${this.#language.noun(random)} followed ${random.pick(WHERE)} the ${this.#language.noun(random)}.`
  }

  #thing(): string {
    const noun = this.#language.noun(this.#random)
    return this.#random.chance(0.5) ? `${this.#language.adjective(this.#random)} ${noun}` : noun
  }

  #topic(): string {
    const { topics } = this.#matter
    const topic = topics[this.#turn++ % topics.length] as InventedTopic
    const alias = this.#random.chance(0.2) ? topic.aliases[0] : undefined
    return alias && topic.kind !== 'country' ? alias : topic.name
  }
}
