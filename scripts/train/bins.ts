export const BINS = 64

/** Edges at equal shares of a sample, rounded so that the stored thresholds divide the rows exactly as these do. */
export function binEdges(sample: Float32Array): number[] {
  const sorted = Float32Array.from(sample).sort()
  const edges = new Set<number>()
  let last = Number.NaN
  const distinct: number[] = []
  for (const value of sorted) {
    if (value !== last) distinct.push(value)
    last = value
  }
  const steps = Math.min(BINS - 1, distinct.length - 1)
  for (let k = 1; k <= steps; k++) {
    const at =
      distinct.length <= BINS
        ? k
        : Math.max(1, lowerBound(distinct, sorted[Math.floor((k * sorted.length) / (steps + 1))] ?? 0))
    const middle = ((distinct[at - 1] ?? 0) + (distinct[at] ?? 0)) / 2
    edges.add(Number(middle.toPrecision(4)))
  }
  return [...edges].sort((a, b) => a - b)
}

/** The bin of a value, counted from 0: how many edges are below it. */
export function binOf(edges: readonly number[], value: number): number {
  return lowerBound(edges, value)
}

function lowerBound(sorted: readonly number[], value: number): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle] as number) < value) from = middle + 1
    else to = middle
  }
  return from
}
