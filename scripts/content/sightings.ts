import { Namesakes } from './namesake.ts'
import { type Branch, type Form, isCapitalised, type Registry, wearsItsCapitals } from './registry.ts'
import { printedAt, type Tokens, tokenize } from './tokens.ts'
import { contentWords } from './words.ts'

/** A form where it stands in one text, before the text as a whole has been asked. `from` and `to` are tokens. */
export interface Sighting {
  topic: string
  use: Form['use']
  from: number
  to: number
  start: number
  end: number
  with: string[]
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
export function findSightings(text: string, { root, topics }: Registry): Sighting[] {
  const tokens = tokenize(text)
  const namesakes = new Namesakes(tokens)
  const inCapitals = !/\p{Ll}/u.test(text)
  const found = new Map<string, Sighting>()
  const covered = new Set<Sighting>()
  /** Those that another topic's longer form covers: ambiguous ones, and in a line of capitals `UN` in `KIM JONG UN`. */
  const weak = new Set<Sighting>()
  const trapEnds = new Map<string, number>()
  const sightings: Sighting[] = []
  const cover = new Cover()

  for (let from = 0; from < tokens.keys.length; from++) {
    if (!root.next.has(tokens.keys[from] as string)) continue
    const hits = hitsAt(root, tokens, from)
    if (hits.length === 0) continue
    for (const { form, to } of hits)
      if (form.use === 'trap') trapEnds.set(form.topic, Math.max(trapEnds.get(form.topic) ?? -1, to))
    const group: Sighting[] = []
    const seen = new Set<string>()
    for (let at = hits.length - 1; at >= 0; at--) {
      const { form, to } = hits[at] as Hit
      const { topic, use } = form
      if (use === 'trap' || !wearsItsCapitals(form, tokens, from) || isTicker(tokens, from, to)) continue
      if (inCapitals && !isToldInCapitals(form, hits, to, tokens, from)) continue
      const sighting: Sighting = {
        topic,
        use,
        from,
        to,
        start: tokens.starts[from] ?? 0,
        end: tokens.ends[to] ?? 0,
        with: form.with,
        astray: false,
      }
      const isTrapped = (trapEnds.get(topic) ?? -1) >= to
      if (use !== 'implies')
        sighting.astray = isAstray(sighting, namesakes, tokens, topics.get(topic)?.kind === 'person')
      if (isTrapped || use === 'implies') {
        if (!isTrapped || sighting.astray) sightings.push(sighting)
        continue
      }
      const of = use === 'part' ? `part of ${topic}` : topic
      if (seen.has(of)) continue
      seen.add(of)
      const before = found.get(of)
      if (before && before.to >= from) {
        if (before.end - before.start >= sighting.end - sighting.start) continue
        covered.add(before)
      }
      found.set(of, sighting)
      if (use === 'ambiguous' || (inCapitals && from === to && form.capitals?.[0] === 'exact'))
        weak.add(sighting)
      group.push(sighting)
    }
    for (const sighting of group.sort((a, b) => b.to - a.to)) {
      if (weak.has(sighting) && cover.holds(sighting, group)) covered.add(sighting)
      sightings.push(sighting)
    }
    for (const sighting of group) cover.add(sighting)
  }
  return covered.size === 0 ? sightings : sightings.filter((sighting) => !covered.has(sighting))
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

function isAstray(
  { use, from, to }: Sighting,
  namesakes: Namesakes,
  tokens: Tokens,
  isPerson: boolean,
): boolean {
  const isName = from === to && isCapitalised(printedAt(tokens, from))
  if (use === 'ambiguous') return namesakes.goesOn(to) || (isName && namesakes.hasFirstName(from))
  return use === 'certain' && isPerson && isName && namesakes.hasFirstName(from)
}

/** How far the forms seen so far reach: the farthest, and the farthest of any other topic. */
class Cover {
  #first: { topic: string; to: number } = { topic: '', to: -1 }
  #second = -1

  add({ topic, to }: Sighting): void {
    if (topic === this.#first.topic) this.#first = { topic, to: Math.max(to, this.#first.to) }
    else if (to > this.#first.to) {
      this.#second = this.#first.to
      this.#first = { topic, to }
    } else this.#second = Math.max(this.#second, to)
  }

  /** Whether a form lies in one of another topic's that began before it, or in a longer or certain one that begins with it. */
  holds({ topic, to }: Sighting, group: Sighting[]): boolean {
    if ((this.#first.topic === topic ? this.#second : this.#first.to) >= to) return true
    return group.some(
      (other) => other.topic !== topic && (other.to > to || (other.to === to && other.use === 'certain')),
    )
  }
}
