import { byCodePoint } from '../content/order.ts'

/** Weighted features of one text, of length 1. */
export type Vector = Map<string, number>

/** Weighs what texts are told apart by: each feature by how rare it is among them (TF-IDF with logarithmic counts). */
export function weighByRarity(counts: Map<string, number>[]): Vector[] {
  const frequency = new Map<string, number>()
  for (const text of counts)
    for (const feature of text.keys()) frequency.set(feature, (frequency.get(feature) ?? 0) + 1)
  return counts.map((text) => {
    const weights: Vector = new Map(
      [...text].map(([feature, count]) => [
        feature,
        (1 + Math.log(count)) * Math.log((counts.length + 1) / (frequency.get(feature) ?? 1)),
      ]),
    )
    const norm = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1
    for (const [feature, weight] of weights) weights.set(feature, weight / norm)
    return weights
  })
}

/** The heaviest features of a text, which few others have however many there are. */
export function heaviest(vector: Vector, most: number): string[] {
  return [...vector]
    .sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))
    .slice(0, most)
    .map(([feature]) => feature)
}

/** Cosine of two vectors: 0 for nothing in common, 1 for the same features. */
export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [feature, weight] of small) sum += weight * (large.get(feature) ?? 0)
  return sum
}
