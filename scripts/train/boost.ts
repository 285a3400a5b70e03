import { columnName, type StoredTrees } from '../ingest/body-model/trees.ts'
import { BINS } from './bins.ts'

/** Gradient boosting of small regression trees on binned features, for the logistic loss (dependency-free, one core). */

export interface Binned {
  /** For each feature its bin in every row. */
  readonly bins: readonly Uint8Array[]
  /** For each feature the upper edges of its bins but the last. */
  readonly edges: readonly (readonly number[])[]
}

export interface Candidate {
  readonly feature: number
  /** Rows between the line and the neighbour whose feature it is. */
  readonly distance: number
}

export interface BoostOptions {
  readonly trees: number
  readonly leaves: number
  readonly rate: number
  /** Share of the candidates, and of the rows, that each tree may use. */
  readonly columnShare: number
  readonly rowShare: number
  readonly minWeight: number
  readonly ridge: number
  readonly seed: number
}

/** Numbers from 0 to below 1 that look like chance and are the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

interface Leaf {
  readonly rows: Int32Array
  readonly sums: Float64Array
  readonly gradient: number
  readonly hessian: number
  split: Split | null
  node: Node
}

interface Split {
  readonly gain: number
  readonly candidate: number
  readonly bin: number
}

interface Node {
  value: number
  split?: {
    readonly candidate: Candidate
    readonly threshold: number
    readonly left: Node
    readonly right: Node
  }
}

/** Trains on the given rows; labels and weights are by row. */
export function boost(
  data: Binned,
  candidates: readonly Candidate[],
  rows: Int32Array,
  label: Uint8Array,
  weight: Float64Array,
  options: BoostOptions,
): StoredTrees {
  const random = seededRandom(options.seed)
  const size = label.length
  let positive = 0
  let all = 0
  for (const row of rows) {
    all += weight[row] as number
    if (label[row]) positive += weight[row] as number
  }
  const bias = Math.log(positive / Math.max(1e-9, all - positive))
  const score = new Float64Array(size).fill(bias)
  const gradient = new Float64Array(size)
  const hessian = new Float64Array(size)
  const roots: Node[] = []
  for (let t = 0; t < options.trees; t++) {
    for (const row of rows) {
      const p = 1 / (1 + Math.exp(-(score[row] as number)))
      gradient[row] = (weight[row] as number) * ((label[row] as number) - p)
      hessian[row] = (weight[row] as number) * Math.max(1e-6, p * (1 - p))
    }
    const columns = candidates.filter(() => random() < options.columnShare)
    const sample = options.rowShare < 1 ? rows.filter(() => random() < options.rowShare) : rows
    const root = growTree(data, columns, sample, gradient, hessian, options)
    for (const row of rows) score[row] = (score[row] as number) + valueAt(root, data, row)
    roots.push(root)
  }
  return store(bias, roots)
}

function growTree(
  data: Binned,
  columns: readonly Candidate[],
  rows: Int32Array,
  gradient: Float64Array,
  hessian: Float64Array,
  options: BoostOptions,
): Node {
  const leafOf = (leafRows: Int32Array, sums: Float64Array): Leaf => {
    let g = 0
    let h = 0
    for (const row of leafRows) {
      g += gradient[row] as number
      h += hessian[row] as number
    }
    const leaf: Leaf = {
      rows: leafRows,
      sums,
      gradient: g,
      hessian: h,
      split: null,
      node: { value: (options.rate * g) / (h + options.ridge) },
    }
    leaf.split = bestSplit(data, columns, leaf, options)
    return leaf
  }
  const first = leafOf(rows, histogram(data, columns, rows, gradient, hessian))
  const leaves = [first]
  while (leaves.length < options.leaves) {
    let at = -1
    leaves.forEach((leaf, i) => {
      if (leaf.split && (at < 0 || leaf.split.gain > (leaves[at]?.split?.gain ?? 0))) at = i
    })
    const leaf = leaves[at]
    if (!leaf?.split) break
    const { candidate: index, bin } = leaf.split
    const candidate = columns[index] as Candidate
    const column = data.bins[candidate.feature] as Uint8Array
    const left = leaf.rows.filter((row) => (column[row + candidate.distance] as number) <= bin)
    const right = leaf.rows.filter((row) => (column[row + candidate.distance] as number) > bin)
    const small = left.length < right.length ? left : right
    const sums = histogram(data, columns, small, gradient, hessian)
    // The larger child's sums are what the smaller one's leave of the parent's.
    const rest = leaf.sums
    for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as number) - (sums[i] as number)
    const leftLeaf = leafOf(left, small === left ? sums : rest)
    const rightLeaf = leafOf(right, small === left ? rest : sums)
    leaf.node.split = {
      candidate,
      threshold: (data.edges[candidate.feature] ?? [])[bin] ?? 0,
      left: leftLeaf.node,
      right: rightLeaf.node,
    }
    leaves.splice(at, 1, leftLeaf, rightLeaf)
  }
  return first.node
}

/** For each column and bin the sums of gradients and of hessians. */
function histogram(
  data: Binned,
  columns: readonly Candidate[],
  rows: Int32Array,
  gradient: Float64Array,
  hessian: Float64Array,
): Float64Array {
  const sums = new Float64Array(columns.length * BINS * 2)
  columns.forEach(({ feature, distance }, c) => {
    const bins = data.bins[feature] as Uint8Array
    const base = c * BINS * 2
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number
      const at = base + 2 * (bins[row + distance] as number)
      sums[at] = (sums[at] as number) + (gradient[row] as number)
      sums[at + 1] = (sums[at + 1] as number) + (hessian[row] as number)
    }
  })
  return sums
}

function bestSplit(
  data: Binned,
  columns: readonly Candidate[],
  leaf: Leaf,
  { ridge, minWeight }: BoostOptions,
): Split | null {
  const { sums, gradient, hessian } = leaf
  const whole = gradient ** 2 / (hessian + ridge)
  let best: Split | null = null
  columns.forEach(({ feature }, c) => {
    const bins = (data.edges[feature] as readonly number[]).length
    let g = 0
    let h = 0
    for (let bin = 0; bin < bins; bin++) {
      const at = (c * BINS + bin) * 2
      g += sums[at] as number
      h += sums[at + 1] as number
      if (h < minWeight) continue
      if (hessian - h < minWeight) break
      const gain = g ** 2 / (h + ridge) + (gradient - g) ** 2 / (hessian - h + ridge) - whole
      if (gain > 1e-6 && gain > (best?.gain ?? 0)) best = { gain, candidate: c, bin }
    }
  })
  return best
}

function valueAt(root: Node, data: Binned, row: number): number {
  let node = root
  while (node.split) {
    const { candidate, threshold, left, right } = node.split
    const edges = data.edges[candidate.feature] as readonly number[]
    const bin = (data.bins[candidate.feature] as Uint8Array)[row + candidate.distance] as number
    node = (bin < edges.length ? (edges[bin] as number) <= threshold : false) ? left : right
  }
  return node.value
}

function store(bias: number, roots: readonly Node[]): StoredTrees {
  const columns: string[] = []
  const flatten = (node: Node): number[] => {
    const value = Math.round(node.value * 1000)
    if (!node.split) return [-1, value]
    const name = columnName(node.split.candidate.feature, node.split.candidate.distance)
    let column = columns.indexOf(name)
    if (column < 0) column = columns.push(name) - 1
    const left = flatten(node.split.left)
    return [column, node.split.threshold, value, left.length, ...left, ...flatten(node.split.right)]
  }
  const trees = roots.map(flatten)
  return { bias: Number(bias.toFixed(4)), columns, trees }
}
