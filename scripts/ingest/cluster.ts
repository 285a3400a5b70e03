import { addTo, likeness, likenessToAll, type Vector } from './likeness.ts'
import { Sum } from './sum.ts'

/** A text to be sorted into events. */
export interface Item {
  vector: Vector
  /** Days since 1970, where a date is known and not in doubt. */
  day?: number
  /** Days that it gives for the event, one or several of which are its own: days since 1970. */
  told: number[]
  /** How many articles print this text: itself and its copies. */
  articles: number
  /** The story it is in and stays in. */
  story?: string
}

interface ToldDays {
  days: number[]
  texts: number
}

/** Texts taken to be of one event. Only sums are kept, so comparing costs no more where there are many. */
export interface Cluster {
  texts: number
  articles: number
  /** The vector of a single text, or the sum of several. */
  vectors: Vector | Sum
  /** Squared length of the sum, and the sum of the squared lengths of its texts. */
  square: number
  own: number
  /** Sum of its texts' commonness. */
  common: number
  first?: number
  last?: number
  /** Which days its texts give for the event, and how many give the same. */
  told: ReadonlyMap<string, ToldDays>
  story?: string
}

/** Likeness from which two texts are of one event when nothing speaks against it. */
const ALIKE = 0.085
/**
 * What any two texts of the digest have in common is asked for besides, this many times over but never more than
 * `MOST_COMMON`: where all is about one subject, like words mean less.
 */
const COMMON = 2
const MOST_COMMON = 0.2
/**
 * The average likeness of two texts of a digest on one subject, and how many texts it counts for where a digest has few:
 * two texts alone cannot tell what is common.
 */
const USUAL = { commonness: 0.065, texts: 15 }
/**
 * Asked for besides, times the natural logarithm of the articles that each account has on the side where it has fewer.
 * A wrong merge is undone by a line in each article, a missed one by a single line; what is known of an event grows with
 * the accounts and not with their copies. So two texts that were both reprinted are joined only when they are much alike.
 */
const REPRINTED = 0.3
/** Days within which accounts of one event are printed; days from which they are not; and what is added in between. */
const WINDOW = 7
const LONG_WINDOW = 90
const LATER = 0.15
/**
 * Two clusters of this many texts or more must be as alike as this share of their likeness within: like events of
 * different people resemble each other less than each resembles itself.
 */
const SETTLED = 4
const COHESION = 0.65

/**
 * Asked for besides where leads give the event days that lie this far apart: like events of the same people differ in
 * little else. Late news and time zones move a day by one, so the next day says nothing.
 */
const OTHER_DAY = { asked: 0.6, apart: 2 }
const NO_DAYS: Cluster['told'] = new Map()

/** A cluster of one text. `commonness` is its average likeness to all others. */
export function clusterOf({ vector, day, told, articles, story }: Item, commonness: number): Cluster {
  const square = likeness(vector, vector)
  return {
    texts: 1,
    articles,
    vectors: vector,
    square,
    own: square,
    common: commonness,
    first: day,
    last: day,
    told: told.length === 0 ? NO_DAYS : new Map([[told.join(), { days: told, texts: 1 }]]),
    story,
  }
}

/** Says of each text its average likeness to all the others, drawn to the usual one where they are few. */
export function commonnessOf(items: Item[]): (item: Item) => number {
  const all = new Float64Array(featuresOf(items))
  for (const { vector } of items) {
    const { features, weights } = vector
    for (let at = 0; at < features.length; at++) {
      const feature = features[at] as number
      all[feature] = (all[feature] as number) + (weights[at] as number)
    }
  }
  return ({ vector }) => {
    const { features, weights } = vector
    let toAll = 0
    for (let at = 0; at < features.length; at++)
      toAll += (weights[at] as number) * (all[features[at] as number] as number)
    const toOthers = toAll - likeness(vector, vector)
    return (toOthers + USUAL.texts * USUAL.commonness) / (items.length - 1 + USUAL.texts)
  }
}

/** How many features some texts' vectors have among them. */
export const featuresOf = (items: Item[]): number =>
  items.reduce((most, { vector }) => Math.max(most, (vector.features.at(-1) ?? -1) + 1), 0)

/** Both clusters as one. Uses up its arguments. */
export function join(a: Cluster, b: Cluster): Cluster {
  const product = productOf(a, b)
  const [small, large] = bySize(a.vectors, b.vectors)
  const sum = large instanceof Sum ? large : new Sum()
  if (!(large instanceof Sum)) addTo(sum, large)
  if (!(small instanceof Sum)) addTo(sum, small)
  else
    for (let at = 0; at < small.size; at++) sum.add(small.numbers[at] as number, small.weights[at] as number)
  return {
    texts: a.texts + b.texts,
    articles: a.articles + b.articles,
    vectors: sum,
    square: a.square + b.square + 2 * product,
    own: a.own + b.own,
    common: a.common + b.common,
    first: extreme(Math.min, a.first, b.first),
    last: extreme(Math.max, a.last, b.last),
    told: addedDays(a.told, b.told),
    story: a.story ?? b.story,
  }
}

/** How alike two clusters are, and how far that lies above what is asked of them; negative when it falls short. */
export interface Link {
  likeness: number
  margin: number
}

/**
 * Average likeness over all pairs of texts of two clusters, and what it is worth. `product`, where it is known already, is
 * the likenesses of the pairs added up.
 */
export function link(a: Cluster, b: Cluster, product = productOf(a, b)): Link {
  return weighed(a, b, product / (a.texts * b.texts))
}

/** The same for a text and the rest of the cluster that it is part of; undefined where there is no rest. */
export function linkToRest(one: Cluster, whole: Cluster): Link | undefined {
  const texts = whole.texts - 1
  if (texts < 1) return undefined
  const rest = {
    ...whole,
    texts,
    articles: Math.max(texts, whole.articles - one.articles),
    told: addedDays(whole.told, one.told, -1),
  }
  rest.common -= one.common
  return weighed(one, rest, (productOf(one, whole) - one.square) / texts)
}

function weighed(a: Cluster, b: Cluster, alike: number): Link {
  const within = Math.sqrt(cohesion(a) * cohesion(b))
  const apart = Math.min(a.texts, b.texts) >= SETTLED && alike < COHESION * within
  return { likeness: alike, margin: apart ? alike - COHESION * within : alike - leastLikeness(a, b) }
}

function leastLikeness(a: Cluster, b: Cluster): number {
  const common = (a.common / a.texts + b.common / b.texts) / 2
  const copies = Math.log(Math.min(a.articles / a.texts, b.articles / b.texts))
  return (
    ALIKE +
    Math.min(MOST_COMMON, COMMON * common) +
    REPRINTED * copies +
    lateness(a, b) +
    otherDay(a.told, b.told)
  )
}

function lateness(a: Cluster, b: Cluster): number {
  if (a.first === undefined || b.first === undefined) return 0
  const span = Math.max(a.last ?? 0, b.last ?? 0) - Math.min(a.first, b.first)
  return span <= WINDOW ? 0 : span <= LONG_WINDOW ? LATER : Infinity
}

/** Average likeness of the texts of a cluster to each other. */
const cohesion = ({ square, own, texts }: Cluster): number =>
  Math.max(0, square - own) / Math.max(1, texts * (texts - 1))

/** Sum of the likenesses of all pairs of texts of two clusters. */
function productOf({ vectors: a }: Cluster, { vectors: b }: Cluster): number {
  if (!(a instanceof Sum)) return b instanceof Sum ? likenessToAll(a, b) : likeness(a, b)
  if (!(b instanceof Sum)) return likenessToAll(b, a)
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let product = 0
  for (let at = 0; at < small.size; at++)
    product += (small.weights[at] as number) * large.get(small.numbers[at] as number)
  return product
}

function bySize(a: Vector | Sum, b: Vector | Sum): [small: Vector | Sum, large: Vector | Sum] {
  const size = (one: Vector | Sum) => (one instanceof Sum ? one.size : one.features.length)
  return size(a) <= size(b) ? [a, b] : [b, a]
}

/**
 * What is asked for because of the days that leads give, over the pairs of texts that give one: texts that give none say
 * nothing, so that they cannot join two events whose days exclude each other.
 */
function otherDay(a: Cluster['told'], b: Cluster['told']): number {
  let [pairs, others] = [0, 0]
  for (const one of a.values()) {
    for (const other of b.values()) {
      const those = one.texts * other.texts
      pairs += those
      if (daysExclude(one.days, other.days)) others += those
    }
  }
  return pairs === 0 ? 0 : (OTHER_DAY.asked * others) / pairs
}

/** Whether no day of one text is, or is next to, one of another's. */
export function daysExclude(a: number[], b: number[]): boolean {
  return !a.some((x) => b.some((y) => Math.abs(x - y) < OTHER_DAY.apart))
}

function addedDays(a: Cluster['told'], b: Cluster['told'], times = 1): Cluster['told'] {
  if (b.size === 0) return a
  const sum = new Map(a)
  for (const [key, { days, texts }] of b)
    sum.set(key, { days, texts: (sum.get(key)?.texts ?? 0) + times * texts })
  return sum
}

const extreme = (pick: (a: number, b: number) => number, a?: number, b?: number): number | undefined =>
  a === undefined ? b : b === undefined ? a : pick(a, b)
