import { type Cluster, clusterOf, commonnessOf, featuresOf, type Item, join, link } from './cluster.ts'
import { hasTwins, productWith, type Vector } from './likeness.ts'
import { proposals } from './proposals.ts'

/** Pairs that fall short by more than this are not kept, since no merge of others makes up for it. */
const HOPELESS = -0.08
/** Merges are taken in steps of this much likeness. */
const STEP = 1 / 200

/** Texts in groups: which cluster each is in, and the clusters. */
export interface Grouping {
  clusterOf: (item: number) => Cluster
  /** The same number for all texts of a cluster, its first one's. */
  groupOf: (item: number) => number
  /** A text's average likeness to all others. */
  commonnessOf: (item: number) => number
}

/**
 * Sorts texts into events by average-link clustering (Sokal and Michener 1958, "A statistical method for evaluating
 * systematic relationships"): the two clusters most alike are joined first, until none are alike enough. Texts of one
 * story start as one cluster and stay it; two stories are never joined. Only pairs that share rare words are looked at,
 * so the work grows with the number of texts and not with its square.
 *
 * `items` must come in an order that does not depend on where texts came from: it settles what is equal.
 */
export function groupItems(items: Item[]): Grouping {
  const groups = new Groups(items)
  const levels: [number, number][][] = []
  const put = (margin: number, a: number, b: number) => {
    const level = Math.max(0, Math.floor(margin / STEP))
    levels[level] = levels[level] ?? []
    levels[level].push([a, b])
  }
  for (const [a, b, margin] of pairsToCompare(items, groups)) put(margin, a, b)
  /** Pairs of clusters put off till a later level, with the texts that they had then. */
  const waiting = new Map<number, number>()
  for (let level = levels.length - 1; level >= 0; level--) {
    for (const [one, other] of levels[level] ?? []) {
      const [a, b] = [groups.groupOf(one), groups.groupOf(other)].sort((x, y) => x - y) as [number, number]
      if (a === b || groups.bothSettled(a, b)) continue
      const { margin } = link(groups.clusterOf(a), groups.clusterOf(b))
      if (margin < 0) continue
      if (margin >= level * STEP) {
        groups.join(a, b)
        continue
      }
      const pair = a * items.length + b
      const texts = groups.clusterOf(a).texts + groups.clusterOf(b).texts
      if (waiting.get(pair) === texts) continue
      waiting.set(pair, texts)
      put(margin, a, b)
    }
  }
  return groups
}

/** Pairs of texts not in one group yet that could be of one event, with their margin, the clearest first. */
function pairsToCompare(items: Item[], groups: Groups): [number, number, number][] {
  const pairs: [number, number, number][] = []
  const isSingle = (item: number) => groups.clusterOf(item).texts === 1 && !twins[item]
  const twins = Uint8Array.from(items, ({ vector }) => Number(hasTwins(vector)))
  /** The weights of one text, by their features. */
  const weights = new Float64Array(featuresOf(items))
  const isOpen = (item: number) => items[item]?.story === undefined
  for (const [at, candidates] of proposals(items, isOpen).entries()) {
    if (candidates.length === 0) continue
    const { vector } = items[at] as Item
    spread(vector, weights)
    for (const other of candidates) {
      const [a, b] = [groups.groupOf(other), groups.groupOf(at)]
      if (a === b || groups.bothSettled(a, b)) continue
      const product =
        isSingle(other) && isSingle(at) ? productWith((items[other] as Item).vector, weights) : undefined
      const { margin } = link(groups.clusterOf(a), groups.clusterOf(b), product)
      if (margin >= HOPELESS) pairs.push([other, at, margin])
    }
    for (let place = 0; place < vector.features.length; place++) weights[vector.features[place] as number] = 0
  }
  return pairs.sort((x, y) => y[2] - x[2] || x[0] - y[0] || x[1] - y[1])
}

function spread({ features, weights }: Vector, over: Float64Array): void {
  for (let at = 0; at < features.length; at++) over[features[at] as number] = weights[at] as number
}

/** Disjoint groups of texts (union-find), each with its cluster, which is worked out when it is first asked for. */
class Groups implements Grouping {
  readonly #items: Item[]
  readonly #parents: Int32Array
  readonly #clusters: (Cluster | undefined)[]
  /** The other texts of each story, by its first one. */
  readonly #seeds = new Map<number, number[]>()
  readonly #settled: Uint8Array
  readonly #commonnessOf: (item: Item) => number
  readonly #commonness: Float64Array

  constructor(items: Item[]) {
    this.#items = items
    this.#commonnessOf = commonnessOf(items)
    this.#commonness = new Float64Array(items.length).fill(Number.NaN)
    this.#parents = Int32Array.from(items, (_, at) => at)
    this.#clusters = items.map(() => undefined)
    this.#settled = Uint8Array.from(items, ({ story }) => (story === undefined ? 0 : 1))
    this.#seed()
  }

  commonnessOf(item: number): number {
    const known = this.#commonness[item] as number
    if (!Number.isNaN(known)) return known
    const commonness = this.#commonnessOf(this.#items[item] as Item)
    this.#commonness[item] = commonness
    return commonness
  }

  /** Puts the texts of each story together. */
  #seed(): void {
    const first = new Map<string, number>()
    for (const [at, { story }] of this.#items.entries()) {
      if (!story) continue
      const before = first.get(story)
      if (before === undefined) first.set(story, at)
      else {
        this.#parents[at] = before
        const others = this.#seeds.get(before)
        if (others) others.push(at)
        else this.#seeds.set(before, [at])
      }
    }
  }

  groupOf(item: number): number {
    let at = item
    while (this.#parents[at] !== at) {
      const parent = this.#parents[at] ?? at
      this.#parents[at] = this.#parents[parent] ?? parent
      at = parent
    }
    return at
  }

  clusterOf(item: number): Cluster {
    const group = this.groupOf(item)
    const cluster =
      this.#clusters[group] ??
      (this.#seeds.get(group) ?? []).reduce(
        (whole, other) => join(whole, this.#alone(other)),
        this.#alone(group),
      )
    this.#clusters[group] = cluster
    return cluster
  }

  bothSettled(a: number, b: number): boolean {
    return this.#settled[a] === 1 && this.#settled[b] === 1
  }

  join(a: number, b: number): void {
    const [first, second] = a < b ? [a, b] : [b, a]
    this.#clusters[first] = join(this.clusterOf(first), this.clusterOf(second))
    this.#clusters[second] = undefined
    this.#parents[second] = first
    if (this.#settled[second]) this.#settled[first] = 1
  }

  #alone(item: number): Cluster {
    return clusterOf(this.#items[item] as Item, this.commonnessOf(item))
  }
}
