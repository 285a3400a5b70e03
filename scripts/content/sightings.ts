import { Namesakes } from './namesake.ts'
import { type Branch, type Form, isCapitalised, type Registry, wearsItsCapitals } from './registry.ts'
import { printedAt, type Tokens, tokenize } from './tokens.ts'
import { contentWords } from './words.ts'

/** A form where it stands in one text, before the text as a whole has been asked. */
export interface Sighting {
  form: Form
  /** Its first and last token. */
  from: number
  to: number
  start: number
  end: number
  /** Part of a longer name that is not this topic's: `Kim` in `Kim Kardashian`. */
  astray: boolean
}

interface Hit {
  form: Form
  to: number
}

/**
 * Every form that stands in a text, in order, found in one pass. Of one topic the longest form wins. None counts inside
 * a `not_within` phrase of its topic, and no ambiguous form inside another topic's longer one (`Kim` in `Kim Yo Jong`);
 * certain forms do count there: `North Korean troops` speaks of North Korea too.
 */
export function findSightings(text: string, registry: Registry): Sighting[] {
  return new Scan(text, registry).run()
}

class Scan {
  readonly #registry: Registry
  readonly #tokens: Tokens
  readonly #namesakes: Namesakes
  readonly #inCapitals: boolean
  readonly #sightings: Sighting[] = []
  /** The last form of each topic, and of its parts, and those that a longer one has replaced. */
  readonly #last = new Map<string, Sighting>()
  readonly #replaced = new Set<Sighting>()
  readonly #traps = new Traps()
  readonly #cover = new Cover()

  constructor(text: string, registry: Registry) {
    this.#registry = registry
    this.#tokens = tokenize(text)
    this.#namesakes = new Namesakes(this.#tokens)
    this.#inCapitals = !/\p{Ll}/u.test(text)
  }

  run(): Sighting[] {
    const { root } = this.#registry
    const places: { hits: Hit[]; from: number }[] = []
    for (let from = 0; from < this.#tokens.keys.length; from++) {
      if (!root.next.has(this.#tokens.keys[from] as string)) continue
      const hits = hitsAt(root, this.#tokens, from)
      for (const { form, to } of hits) if (form.use === 'trap') this.#traps.add(form.topic, from, to)
      if (hits.length > 0) places.push({ hits, from })
    }
    for (const { hits, from } of places) this.#take(hits, from)
    if (this.#replaced.size === 0) return this.#sightings
    return this.#sightings.filter((sighting) => !this.#replaced.has(sighting))
  }

  /** What of the forms that begin at one token counts: they come shortest first. */
  #take(hits: Hit[], from: number): void {
    const group: Sighting[] = []
    for (let at = hits.length - 1; at >= 0; at--) {
      const { form, to } = hits[at] as Hit
      if (!this.#matches(form, hits, from, to)) continue
      const start = this.#tokens.starts[from] ?? 0
      const end = this.#tokens.ends[to] ?? 0
      const sighting = { form, from, to, start, end, astray: this.#isAstray(form, from, to) }
      if (this.#traps.hold(form.topic, from, to)) {
        if (sighting.astray) this.#sightings.push(sighting)
      } else if (form.use === 'implies') this.#sightings.push(sighting)
      else if (this.#isLongest(sighting)) group.push(sighting)
    }
    for (const sighting of group)
      if (!this.#isWeak(sighting) || !this.#cover.holds(sighting, group)) this.#sightings.push(sighting)
    for (const sighting of group) this.#cover.add(sighting)
  }

  #matches(form: Form, hits: Hit[], from: number, to: number): boolean {
    if (
      form.use === 'trap' ||
      !wearsItsCapitals(form, this.#tokens, from) ||
      isTicker(this.#tokens, from, to)
    )
      return false
    return !this.#inCapitals || isToldInCapitals(form, hits, to, this.#tokens, from)
  }

  #isLongest(sighting: Sighting): boolean {
    const { topic, use } = sighting.form
    const key = use === 'part' ? `part of ${topic}` : topic
    const before = this.#last.get(key)
    if (before && before.to >= sighting.from) {
      if (before.end - before.start >= sighting.end - sighting.start) return false
      this.#replaced.add(before)
    }
    this.#last.set(key, sighting)
    return true
  }

  #isAstray({ use, topic }: Form, from: number, to: number): boolean {
    if (use === 'ambiguous') return this.#namesakes.goesOn(to) || this.#hasFirstName(from, to)
    const isPerson = this.#registry.topics.get(topic)?.kind === 'person'
    return use === 'certain' && isPerson && this.#hasFirstName(from, to)
  }

  #hasFirstName(from: number, to: number): boolean {
    return from === to && isCapitalised(printedAt(this.#tokens, from)) && this.#namesakes.hasFirstName(from)
  }

  /** What another topic's longer form covers: ambiguous forms, and in a line of capitals `UN` in `KIM JONG UN`. */
  #isWeak({ form, from, to }: Sighting): boolean {
    return form.use === 'ambiguous' || (this.#inCapitals && from === to && form.capitals?.[0] === 'exact')
  }
}

function hitsAt(root: Branch, { keys }: Tokens, from: number): Hit[] {
  const hits: Hit[] = []
  let branch: Branch | undefined = root
  for (let to = from; to < keys.length; to++) {
    branch = branch.next.get(keys[to] as string)
    if (!branch) break
    for (let at = branch.forms.length - 1; at >= 0; at--) hits.push({ form: branch.forms[at] as Form, to })
  }
  return hits
}

/** The symbol of a share, which says nothing of what its letters stand for elsewhere: `<ROK>`, `$UN`. */
function isTicker({ keys }: Tokens, from: number, to: number): boolean {
  return keys[from - 1] === '$' || (keys[from - 1] === '<' && keys[to + 1] === '>')
}

/** In a line of capitals `US` may be `us` and `SWIFT` `swift`: forms that insist on capitals are not told there. */
function isToldInCapitals(
  { topic, capitals }: Form,
  hits: Hit[],
  to: number,
  tokens: Tokens,
  from: number,
): boolean {
  if (from !== to || capitals?.[0] !== 'exact' || tokens.keys.length < 3) return true
  const hasTwin = hits.some(
    (hit) => hit.to === to && hit.form.topic === topic && hit.form.use === 'ambiguous' && !hit.form.capitals,
  )
  return !hasTwin && contentWords(tokens.keys[from] ?? '').length > 0
}

/** Where the `not_within` phrases of each topic stand. */
class Traps {
  /** First tokens in order, and the farthest that any phrase up to each reaches. */
  readonly #of = new Map<string, { froms: number[]; reach: number[] }>()

  add(topic: string, from: number, to: number): void {
    const { froms, reach } = this.#of.get(topic) ?? { froms: [], reach: [] }
    froms.push(from)
    reach.push(Math.max(reach.at(-1) ?? -1, to))
    this.#of.set(topic, { froms, reach })
  }

  /** Whether a form stands inside a phrase, or runs into one that ends later: `US Treasury` in `US Treasury yields`. */
  hold(topic: string, from: number, to: number): boolean {
    const traps = this.#of.get(topic)
    if (!traps) return false
    const reachOf = (token: number) => traps.reach[countUpTo(traps.froms, token) - 1] ?? -1
    return reachOf(to) > to || reachOf(from) >= to
  }
}

/** How many of some numbers in rising order are at most a limit. */
function countUpTo(numbers: number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** How far the forms seen so far reach: the farthest, and the farthest of any other topic. */
class Cover {
  #first: { topic: string; to: number } = { topic: '', to: -1 }
  #second = -1

  add({ form: { topic }, to }: Sighting): void {
    if (topic === this.#first.topic) this.#first = { topic, to: Math.max(to, this.#first.to) }
    else if (to > this.#first.to) {
      this.#second = this.#first.to
      this.#first = { topic, to }
    } else this.#second = Math.max(this.#second, to)
  }

  /** Whether a form lies in one of another topic's that began before it, or in a longer or certain one that begins with it. */
  holds({ form: { topic }, to }: Sighting, group: Sighting[]): boolean {
    if ((this.#first.topic === topic ? this.#second : this.#first.to) >= to) return true
    return group.some(
      (other) =>
        other.form.topic !== topic && (other.to > to || (other.to === to && other.form.use === 'certain')),
    )
  }
}
