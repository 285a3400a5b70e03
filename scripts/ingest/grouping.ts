import { type Cluster, clusterOf, commonnessOf, type Item, join, link } from './cluster.ts'
import { heaviest } from './likeness.ts'

/** How many of a text's heaviest features propose others to it. */
const PROPOSING = 32
/** How many texts before it in order a feature proposes, so that a word that all texts have costs no more than a rare one. */
const REACH = 100
/** Earlier texts that are compared with one text, those that share most of its heaviest features first. */
const COMPARED = 30
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
  groups.seed(items)
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
  for (const [at, candidates] of proposals(items).entries()) {
    for (const other of candidates) {
      const [a, b] = [groups.groupOf(other), groups.groupOf(at)]
      if (a === b || groups.bothSettled(a, b)) continue
      const { margin } = link(groups.clusterOf(a), groups.clusterOf(b))
      if (margin >= HOPELESS) pairs.push([other, at, margin])
    }
  }
  return pairs.sort((x, y) => y[2] - x[2] || x[0] - y[0] || x[1] - y[1])
}

/** For each text the earlier ones that share most of its heaviest features. */
export function proposals(items: Item[]): number[][] {
  const index = new Map<number, number[]>()
  return items.map(({ vector }, at) => {
    const shared = new Map<number, number>()
    for (const position of heaviest(vector, PROPOSING)) {
      const feature = vector.features[position] ?? 0
      const before = index.get(feature)
      if (!before) {
        index.set(feature, [at])
        continue
      }
      for (let i = Math.max(0, before.length - REACH); i < before.length; i++) {
        const other = before[i] ?? 0
        shared.set(other, (shared.get(other) ?? 0) + (vector.weights[position] ?? 0))
      }
      before.push(at)
    }
    return [...shared]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, COMPARED)
      .map(([other]) => other)
  })
}

/** Disjoint groups of texts (union-find), each with its cluster. */
class Groups implements Grouping {
  readonly #parents: number[]
  readonly #clusters: Cluster[]
  readonly #commonness: number[]

  constructor(items: Item[]) {
    this.#commonness = commonnessOf(items)
    this.#parents = items.map((_, at) => at)
    this.#clusters = items.map((item, at) => clusterOf(item, this.commonnessOf(at)))
  }

  commonnessOf(item: number): number {
    return this.#commonness[item] ?? 0
  }

  /** Puts the texts of each story together. */
  seed(items: Item[]): void {
    const first = new Map<string, number>()
    for (const [at, { story }] of items.entries()) {
      if (!story) continue
      const before = first.get(story)
      if (before === undefined) first.set(story, at)
      else this.join(before, at)
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
    return this.#clusters[this.groupOf(item)] as Cluster
  }

  bothSettled(a: number, b: number): boolean {
    return this.clusterOf(a).story !== undefined && this.clusterOf(b).story !== undefined
  }

  join(a: number, b: number): void {
    const [first, second] = a < b ? [a, b] : [b, a]
    const joined = join(this.clusterOf(first), this.clusterOf(second))
    this.#clusters[first] = joined
    this.#clusters[second] = joined
    this.#parents[second] = first
  }
}
