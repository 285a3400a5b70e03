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
}

const INNER = 4
const VALUE_SCALE = 1000

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

export function loadTrees(stored: StoredTrees): Trees {
  return {
    bias: stored.bias,
    columns: stored.columns,
    places: Int32Array.from(stored.columns, columnPlace),
    trees: stored.trees.map((tree) => Float64Array.from(tree)),
  }
}

/** Log odds of the row that starts at `row`. */
export function logit({ bias, places, trees }: Trees, values: Float32Array, row: number): number {
  let sum = 0
  for (const tree of trees) {
    let at = 0
    while ((tree[at] as number) >= 0)
      at +=
        (values[row + (places[tree[at] as number] as number)] as number) <= (tree[at + 1] as number)
          ? INNER
          : INNER + (tree[at + 3] as number)
    sum += tree[at + 1] as number
  }
  return bias + sum / VALUE_SCALE
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
