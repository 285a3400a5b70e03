/** A seeded source of numbers, so that a corpus is the same on every machine. */
export interface Random {
  /** From 0 up to, but without, 1. */
  next(): number
  /** A whole number from `from` up to, but without, `to`. */
  between(from: number, to: number): number
  chance(share: number): boolean
  pick<T>(from: readonly T[]): T
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for prose. */
export function random(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from))
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick: (from) => from[between(0, from.length)] as (typeof from)[number],
  }
}

/** Draws from a list so that its n-th entry comes about 1/n^`skew` as often as its first (Zipf). */
export function zipf<T>(from: readonly T[], skew = 1): (random: Random) => T {
  const sums = new Float64Array(from.length)
  let sum = 0
  for (let at = 0; at < from.length; at++) {
    sum += 1 / (at + 1) ** skew
    sums[at] = sum
  }
  return ({ next }) => {
    const wanted = next() * sum
    let [low, high] = [0, from.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return from[low] as T
  }
}
