import { FEATURE_NAMES, REACH, WIDTH } from './features.ts'

/**
 * An ensemble of regression trees as it is stored. Each tree is an array of numbers, in pre-order: an inner node is
 * `column, threshold, value, size of the left subtree in numbers`, a leaf is `-1, value`. Values are in thousandths of
 * a logit. Inner nodes carry one too (the mean of what lies below), so that each step down a path says what it added.
 */
export interface StoredTrees {
  readonly bias: number
  /** Features used, as `name` or `name@distance` for a neighbouring line. */
  readonly columns: readonly string[]
  readonly trees: readonly (readonly number[])[]
}

export interface Trees {
  readonly bias: number
  readonly columns: readonly string[]
  /** Places of the columns, counted from the start of a line's row. */
  readonly places: Int32Array
  readonly trees: readonly Float64Array[]
  readonly nodes: Nodes
}

/** The nodes of all trees one after the other, for reading: an inner node's left child is the next node. */
interface Nodes {
  readonly roots: Int32Array
  /** Where in a line's row the value stands that an inner node asks for; `LEAF` for a leaf. */
  readonly places: Int32Array
  /** Threshold of an inner node, value of a leaf. */
  readonly values: Float64Array
  /** Right child of an inner node. */
  readonly rights: Int32Array
}

const LEAF = 0x7fffffff

const INNER = 4
const VALUE_SCALE = 1000

/** Name of a feature of the line so many places on: `words@-1`. */
export function columnName(feature: number, distance: number): string {
  const name = FEATURE_NAMES[feature] ?? ''
  return distance === 0 ? name : `${name}@${distance > 0 ? '+' : ''}${distance}`
}

function columnPlace(column: string): number {
  const [name = '', distance = '0'] = column.split('@')
  const feature = FEATURE_NAMES.indexOf(name)
  if (feature < 0 || Math.abs(Number(distance)) > REACH)
    throw new Error(`weights name a feature that does not exist: ${column}`)
  return Number(distance) * WIDTH + feature
}

/** Trees as they are evaluated. Throws where they ask for a feature that does not exist. */
export function loadTrees(stored: StoredTrees): Trees {
  const places = Int32Array.from(stored.columns, columnPlace)
  const trees = stored.trees.map((tree) => Float64Array.from(tree))
  return { bias: stored.bias, columns: stored.columns, places, trees, nodes: nodesOf(trees, places) }
}

const LEAF_SIZE = 2

function nodesOf(trees: readonly Float64Array[], columns: Int32Array): Nodes {
  const [roots, places, values, rights]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (const tree of trees) {
    roots.push(places.length)
    /** Number of the node that begins at each place of the stored tree, counted from the tree's first. */
    const numbers = new Map<number, number>()
    for (let at = 0; at < tree.length; at += (tree[at] as number) < 0 ? LEAF_SIZE : INNER)
      numbers.set(at, numbers.size)
    const first = places.length
    for (const at of numbers.keys()) {
      const column = tree[at] as number
      places.push(column < 0 ? LEAF : (columns[column] as number))
      values.push(tree[at + 1] as number)
      rights.push(column < 0 ? 0 : first + (numbers.get(at + INNER + (tree[at + 3] as number)) as number))
    }
  }
  return {
    roots: Int32Array.from(roots),
    places: Int32Array.from(places),
    values: Float64Array.from(values),
    rights: Int32Array.from(rights),
  }
}

/** Log odds of the rows that start at `rows`. Tree by tree, since a tree then stays in the processor's cache. */
export function logits({ bias, nodes }: Trees, values: Float32Array, rows: Int32Array): Float64Array {
  const { roots, places, values: thresholds, rights } = nodes
  const sums = new Float64Array(rows.length)
  for (let tree = 0; tree < roots.length; tree++) {
    for (let line = 0; line < rows.length; line++) {
      const row = rows[line] as number
      let at = roots[tree] as number
      for (let place = places[at] as number; place !== LEAF; place = places[at] as number)
        at = (values[row + place] as number) <= (thresholds[at] as number) ? at + 1 : (rights[at] as number)
      sums[line] = (sums[line] as number) + (thresholds[at] as number)
    }
  }
  return sums.map((sum) => bias + sum / VALUE_SCALE)
}

/** What each feature added to a row's log odds; the contributions and the bias add up to the log odds. */
export function contributions(
  { columns, places, trees }: Trees,
  values: Float32Array,
  row: number,
): Map<string, number> {
  const added = new Map<string, number>()
  for (const tree of trees) {
    let at = 0
    while ((tree[at] as number) >= 0) {
      const column = tree[at] as number
      const next =
        at +
        ((values[row + (places[column] as number)] as number) <= (tree[at + 1] as number)
          ? INNER
          : INNER + (tree[at + 3] as number))
      const value = (tree[next] as number) >= 0 ? (tree[next + 2] as number) : (tree[next + 1] as number)
      const name = columns[column] as string
      added.set(name, (added.get(name) ?? 0) + (value - (tree[at + 2] as number)) / VALUE_SCALE)
      at = next
    }
  }
  return added
}
