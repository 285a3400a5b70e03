import { type Element, type Label, labelBit, type Markup } from '../page/element.ts'
import { prefixSums, sumOf } from './sums.ts'

/** The elements around the blocks of a page, as arrays by element, and how much prose stands in each. */
export interface Containers {
  /** Number, in these arrays, of the element of each block. */
  readonly of: Int32Array
  /** Parents come before their children; the root's parent is itself. */
  readonly parent: Int32Array
  readonly elements: readonly Element[]
  /** Labels of each element, without those at odds with an article on elements that hold most of the page. */
  readonly labels: Int32Array
  readonly words: Float64Array
  readonly prose: Float64Array
  readonly linked: Float64Array
  readonly blocks: Float64Array
  /** The element that holds the article by Readability's reckoning. */
  readonly best: number
  /** Levels from each element up to the nearest one around `best` (0: inside `best`). */
  readonly apart: Int32Array
  /** The score by which `best` was chosen, for each element. */
  readonly score: Float64Array
}

/** What is counted of one block. */
export interface BlockCount {
  readonly words: number
  /** Words if the block reads like prose, else 0. */
  readonly prose: number
}

/** The elements of a page with what their blocks add up to; `markups` and `count` have one entry a block. */
export function containers(markups: readonly Markup[], count: readonly BlockCount[]): Containers {
  const { elements, parent, of } = collect(markups)
  const size = elements.length
  const sums = {
    words: new Float64Array(size),
    prose: new Float64Array(size),
    linked: new Float64Array(size),
    blocks: new Float64Array(size),
  }
  markups.forEach(({ links }, i) => {
    const { words, prose } = count[i] as BlockCount
    const own = of[i] as number
    add(sums.words, own, words)
    add(sums.prose, own, prose)
    add(sums.linked, own, words * links)
    add(sums.blocks, own, 1)
  })
  for (let at = size - 1; at > 0; at--)
    for (const array of Object.values(sums)) add(array, parent[at] as number, array[at] as number)
  const half = (sums.prose[0] as number) / 2
  const labels = Int32Array.from(elements, (element, at) =>
    (sums.prose[at] as number) > half ? element.labels & ~FOREIGN_BITS : element.labels,
  )
  const foreign = foreignElements(labels, parent)
  const score = holderScores(
    of,
    parent,
    (i) => (count[i] as BlockCount).prose * (1 - (markups[i]?.links ?? 0)),
  )
  for (let at = 0; at < size; at++)
    score[at] =
      (score[at] as number) *
      (1 - (sums.linked[at] as number) / Math.max(1, sums.words[at] as number)) *
      (foreign[at] ? FOREIGN_WORTH : 1)
  const best = greatest(score)
  return { of, parent, elements, labels, ...sums, score, best, apart: levelsApart(parent, best) }
}

function add(array: Float64Array, at: number, value: number): void {
  array[at] = (array[at] ?? 0) + value
}

/** What each element is worth as the holder of an article: a paragraph speaks for the element around it, less for those further out. */
export function holderScores(
  of: Int32Array,
  parent: Int32Array,
  worth: (block: number) => number,
): Float64Array {
  const score = new Float64Array(parent.length)
  of.forEach((own, i) => {
    const value = worth(i)
    add(score, own, value / 3)
    const holder = parent[own] as number
    add(score, holder, value)
    const outer = parent[holder] as number
    if (outer !== holder) add(score, outer, value / 2)
    const third = parent[outer] as number
    if (third !== outer) add(score, third, value / 4)
  })
  return score
}

/** The place of the greatest value, the first of equal ones; 0 where there is none. */
export function greatest(values: Float64Array): number {
  let best = 0
  for (let at = 1; at < values.length; at++) if ((values[at] as number) > (values[best] as number)) best = at
  return best
}

const FOREIGN: readonly Label[] = [
  'comments',
  'related',
  'nav',
  'footer',
  'promo',
  'share',
  'caption',
  'author',
  'unseen',
  'meta',
  'summary',
  'headline',
]
export const FOREIGN_BITS = FOREIGN.reduce((bits, label) => bits | labelBit(label), 0)
const FOREIGN_WORTH = 0.25

/** Elements inside one whose label is at odds with an article. */
function foreignElements(labels: Int32Array, parent: Int32Array): Uint8Array {
  const foreign = new Uint8Array(labels.length)
  labels.forEach((own, at) => {
    foreign[at] = foreign[parent[at] as number] || own & FOREIGN_BITS ? 1 : 0
  })
  return foreign
}

/** For each element the labels of those between it and a holder, which is not counted. */
export function labelsBelow({ labels, parent }: Containers, best: number, apart: Int32Array): Int32Array {
  const below = new Int32Array(labels.length)
  labels.forEach((own, at) => {
    below[at] = at === best || apart[at] !== 0 ? 0 : (below[parent[at] as number] as number) | own
  })
  return below
}

/** For each element the number of its parent's children of the same make that hold prose, itself included. */
export function twinsOf({ elements, parent, prose }: Containers): Int32Array {
  const counts = new Map<string, number>()
  const keys = elements.map(({ make }, at) => `${parent[at]} ${make}`)
  keys.forEach((key, at) => {
    if (prose[at]) counts.set(key, (counts.get(key) ?? 0) + 1)
  })
  return Int32Array.from(keys, (key) => counts.get(key) ?? 0)
}

/** The elements of the blocks and all around them, parents first. */
function collect(markups: readonly Markup[]): { elements: Element[]; parent: Int32Array; of: Int32Array } {
  const found = new Map<number, Element>()
  for (const { element } of markups) {
    for (let at: Element | null = element; at && !found.has(at.id); at = at.parent) found.set(at.id, at)
  }
  const elements = [...found.values()].sort((a, b) => a.id - b.id)
  const number = new Map(elements.map((element, i) => [element.id, i]))
  return {
    elements,
    parent: Int32Array.from(elements, ({ parent }) => (parent ? (number.get(parent.id) ?? 0) : 0)),
    of: Int32Array.from(markups, ({ element }) => number.get(element.id) ?? 0),
  }
}

/** Levels from each element up to the nearest one around `best` (0: inside it). */
export function levelsApart(parent: Int32Array, best: number): Int32Array {
  const above = new Map<number, number>([[best, 0]])
  for (let at = best, levels = 0; at > 0; ) {
    at = parent[at] as number
    above.set(at, ++levels)
  }
  const apart = new Int32Array(parent.length)
  for (let at = 0; at < parent.length; at++)
    apart[at] = above.get(at) ?? (apart[parent[at] as number] as number)
  return apart
}

/** The element `levels` above another, or the root. */
export function ancestor(parent: Int32Array, at: number, levels: number): number {
  let found = at
  for (let level = 0; level < levels; level++) found = parent[found] ?? 0
  return found
}

/** Blocks of one make: what they add up to. */
export interface Makes {
  readonly of: Int32Array
  readonly blocks: Float64Array
  readonly words: Float64Array
  readonly prose: Float64Array
}

/** Blocks gathered by make: `keys` names each block's, `count` says what it adds. */
export function makesOf(keys: readonly string[], count: readonly BlockCount[]): Makes {
  const numbers = new Map<string, number>()
  const of = Int32Array.from(keys, (key) => {
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return known
  })
  const [blocks, words, prose] = [
    new Float64Array(numbers.size),
    new Float64Array(numbers.size),
    new Float64Array(numbers.size),
  ] as const
  of.forEach((make, i) => {
    blocks[make] = (blocks[make] ?? 0) + 1
    words[make] = (words[make] ?? 0) + (count[i]?.words ?? 0)
    prose[make] = (prose[make] ?? 0) + (count[i]?.prose ?? 0)
  })
  return { of, blocks, words, prose }
}

/** For each block the share of an element's prose that stands before it, inside that element. */
export function proseBefore(
  of: Int32Array,
  within: (block: number) => number,
  { prose, parent }: Containers,
  count: readonly BlockCount[],
): Float32Array {
  const sums = prefixSums(of.length, (i) => count[i]?.prose ?? 0)
  // Blocks of an element follow each other, so its first one tells where its prose begins.
  const begin = new Int32Array(parent.length).fill(-1)
  for (let i = 0; i < of.length; i++)
    for (let at = of[i] as number; begin[at] === -1; at = parent[at] as number) begin[at] = i
  return Float32Array.from(of, (_, i) => {
    const holder = within(i)
    const all = prose[holder] as number
    return all ? sumOf(sums, Math.max(0, begin[holder] as number), i) / all : 0
  })
}
