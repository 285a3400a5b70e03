/** Small helpers for counting along the lines of a text. */

const logOf = (value: number): number => Math.log2(1 + value)
/** Of most whole numbers: counts of lines and words, which are asked for again and again. */
const KNOWN = 4096
const LOGS = Float64Array.from({ length: KNOWN }, (_, value) => logOf(value))

/** Logarithm of a count, to the base of 2: 0 for none. */
export const log = (value: number): number =>
  (value | 0) === value && value >= 0 && value < KNOWN ? (LOGS[value] as number) : logOf(value)

/** The share of some ids that pass a test; 0 of none. */
export function fraction(ids: ArrayLike<number>, test: (id: number) => boolean): number {
  let count = 0
  for (let i = 0; i < ids.length; i++) if (test(ids[i] as number)) count++
  return ids.length ? count / ids.length : 0
}

/** Log distance to a range: negative before it, positive after it. */
export function signed(line: number, from: number, to: number): number {
  if (line < from) return -log(from - line)
  return line >= to ? log(line - to + 1) : 0
}

/** sums[i] is the sum of the values before i. */
export function prefixSums(length: number, value: (i: number) => number): Float64Array {
  const sums = new Float64Array(length + 1)
  for (let i = 0; i < length; i++) sums[i + 1] = (sums[i] ?? 0) + value(i)
  return sums
}

/** The sum of the values from one place to before another, by their `prefixSums`; other places count as the nearest. */
export function sumOf(sums: Float64Array, from: number, to: number): number {
  const last = sums.length - 1
  return (sums[Math.min(Math.max(to, 0), last)] ?? 0) - (sums[Math.min(Math.max(from, 0), last)] ?? 0)
}

/** Lines from each line to the next that passes the test, itself included: 0 there, at most 99. */
export function distancesUntil(length: number, test: (i: number) => boolean): Uint8Array {
  const distances = new Uint8Array(length + 1).fill(99)
  for (let i = length - 1; i >= 0; i--)
    distances[i] = test(i) ? 0 : Math.min(99, (distances[i + 1] ?? 99) + 1)
  return distances
}
