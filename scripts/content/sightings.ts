import { Cover } from './cover.ts'
import { Namesakes } from './namesake.ts'
import { isNation } from './nations.ts'
import {
  type Branch,
  countriesOf,
  FOREIGN,
  type Form,
  isCapitalised,
  type Registry,
  wearsItsCapitals,
} from './registry.ts'
import { followsSpace, printedAt, type Tokens, tokenize } from './tokens.ts'
import { Traps } from './traps.ts'
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
 * certain forms do count there: `North Korean troops` speaks of North Korea too. `tokens` are the text's, where they are at hand.
 */
export function findSightings(text: string, registry: Registry, tokens = tokenize(text)): Sighting[] {
  return new Scan(text, registry, tokens).run()
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
  /** Countries named, by the token that their name ends at. */
  readonly #countries = new Map<number, Set<string>>()

  constructor(text: string, registry: Registry, tokens: Tokens) {
    this.#registry = registry
    this.#tokens = tokens
    this.#namesakes = new Namesakes(this.#tokens)
    this.#inCapitals = !/\p{Ll}/u.test(text)
  }

  run(): Sighting[] {
    const { root, firsts } = this.#registry
    const { keys } = this.#tokens
    const places: { hits: Hit[]; from: number }[] = []
    for (let from = 0; from < keys.length; from++) {
      if (!firsts.mayHave(keys[from] as string)) continue
      const hits = hitsAt(root, this.#tokens, from)
      for (const { form, to } of hits) if (form.use === 'trap') this.#traps.add(form.topic, from, to)
      if (hits.length > 0) places.push({ hits, from })
    }
    for (const { hits, from } of places) this.#take(hits, from)
    this.#findNation()
    if (this.#replaced.size === 0) return this.#sightings
    return this.#sightings.filter((sighting) => !this.#replaced.has(sighting))
  }

  /** The first country named that is no topic's: it is nobody's institution that is spoken of there. */
  #findNation(): void {
    for (let at = 0; at < this.#tokens.keys.length; at++) {
      if (!isNationAt(this.#tokens, at) || this.#countries.has(at)) continue
      const place = { start: this.#tokens.starts[at] ?? 0, end: this.#tokens.ends[at] ?? 0 }
      this.#sightings.push({ form: FOREIGN, from: at, to: at, ...place, astray: false })
      return
    }
  }

  /** What of the forms that begin at one token counts: they come shortest first. */
  #take(hits: Hit[], from: number): void {
    const group: Sighting[] = []
    for (let at = hits.length - 1; at >= 0; at--) {
      const { form, to } = hits[at] as Hit
      if (!this.#matches(form, hits, from, to)) continue
      this.#noteCountry(form, to)
      const start = this.#tokens.starts[from] ?? 0
      const end = this.#tokens.ends[to] ?? 0
      const sighting = { form, from, to, start, end, astray: this.#isAstray(form, hits, from, to) }
      if (form.use === 'namesake') {
        if (!hits.some((hit) => hit.form.topic === form.topic && hit.to > to)) this.#sightings.push(sighting)
      } else if (this.#traps.hold(form.topic, from, to)) {
        if (sighting.astray) this.#sightings.push(sighting)
      } else if (form.use === 'implies' || form.use === 'clue') this.#sightings.push(sighting)
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
    const key = use === 'part' || use === 'office' ? `part of ${topic}` : topic
    const before = this.#last.get(key)
    if (before && before.to >= sighting.from) {
      if (before.end - before.start >= sighting.end - sighting.start) return false
      this.#replaced.add(before)
    }
    this.#last.set(key, sighting)
    return true
  }

  #noteCountry({ topic, use }: Form, to: number): void {
    if (use !== 'certain' || this.#registry.topics.get(topic)?.kind !== 'country') return
    this.#countries.set(to, (this.#countries.get(to) ?? new Set()).add(topic))
  }

  #isAstray(form: Form, hits: Hit[], from: number, to: number): boolean {
    const { use, topic } = form
    if (use === 'namesake') return true
    if (use === 'ambiguous')
      return (
        this.#namesakes.goesOn(to) ||
        this.#namesakes.isNarrowed(from, to) ||
        this.#hasFirstName(from, to) ||
        this.#isForeign(form, hits, from, to)
      )
    if (this.#isForeign(form, hits, from, to)) return true
    if (use === 'part') return this.#isPartOfName(form, from, to)
    const isPerson = this.#registry.topics.get(topic)?.kind === 'person'
    return use === 'certain' && isPerson && this.#hasFirstName(from, to)
  }

  /** Whether an institution is another country's: `Russia's Treasury`, `Department of Justice of the Philippines`. */
  #isForeign({ topic, use, keys: form }: Form, hits: Hit[], from: number, to: number): boolean {
    if (use !== 'office' && !OFFICES.has(form.at(-1) ?? '')) return false
    const own = countriesOf(topic, this.#registry)
    if (own.length === 0) return false
    const isOwn = (countries: Set<string> | undefined) => own.some((id) => countries?.has(id))
    if (hits.some(({ form, to: end }) => end < to && form.use === 'certain' && own.includes(form.topic)))
      return false
    const { keys } = this.#tokens
    const possessed = keys[from - 1] === 's' && keys[from - 2] === "'" ? from - 3 : from - 2
    const isPossessed = keys[possessed + 1] === "'"
    const before = isPossessed ? possessed : from - 1
    if (isPossessed || followsSpace(this.#tokens, from)) {
      const countries = this.#countries.get(before)
      if (countries) return !isOwn(countries)
      if (isNationAt(this.#tokens, before)) return true
    }
    if (keys[to + 1] !== 'of') return false
    const after = keys[to + 2] === 'the' ? to + 3 : to + 2
    const named = hitsAt(this.#registry.root, this.#tokens, after).map(({ form }) => form.topic)
    return isNationAt(this.#tokens, after) && !isOwn(new Set(named))
  }

  /** Whether a place in one word is somebody's name (`Joe Montana`), a currency a bond's, and an abbreviation no place (`Mass.`). */
  #isPartOfName({ keys: form, capitals }: Form, from: number, to: number): boolean {
    const { keys } = this.#tokens
    if (capitals?.[0] === 'none') return DEBT.test(keys[to + 1] ?? '')
    if (form.at(-1) === '.')
      return keys[from - 1] !== ',' || !isCapitalised(printedAt(this.#tokens, from - 2))
    if ((form[0]?.length ?? 0) <= ABBREVIATION) return false
    const before = keys[from - 1] ?? ''
    const isForm = (this.#registry.root.next.get(before)?.forms.length ?? 0) > 0
    return this.#hasFirstName(from, to) && !COMPASS.has(before) && !isForm
  }

  #hasFirstName(from: number, to: number): boolean {
    return from === to && isCapitalised(printedAt(this.#tokens, from)) && this.#namesakes.hasFirstName(from)
  }

  /** What another topic's longer form covers: ambiguous forms, and in a line of capitals `UN` in `KIM JONG UN`. */
  #isWeak({ form, from, to }: Sighting): boolean {
    return form.use === 'ambiguous' || (this.#inCapitals && from === to && form.capitals?.[0] === 'exact')
  }
}

/** What institutions are called in many countries. */
const OFFICES = new Set(
  `council treasury department ministry bank office agency bureau commission committee service congress senate parliament
  court administration board nsc`.split(/\s+/),
)
/** What is owed in a currency, by anybody anywhere: a `yen bond`. */
const DEBT = /(?:bond|note|loan|swap|credit)s?$/
/** Words of so few letters are nobody's surname beside a place's name, but `plc`. */
const ABBREVIATION = 3
/** What stands before the name of a place and makes it no other. */
const COMPASS = new Set(
  `north south east west northern southern eastern western northeast northwest southeast southwest central upper lower
  greater downtown inner outer mid metropolitan`.split(/\s+/),
)

const isNationAt = (tokens: Tokens, at: number): boolean =>
  isNation(tokens.keys[at] ?? '') && isCapitalised(printedAt(tokens, at))

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
