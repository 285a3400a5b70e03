/** Where the `not_within` phrases of each topic stand. */
export class Traps {
  /** First tokens in order, and the farthest that any phrase up to each reaches. */
  readonly #of = new Map<string, { froms: number[]; reach: number[] }>()

  add(topic: string, from: number, to: number): void {
    const { froms, reach } = this.#of.get(topic) ?? { froms: [], reach: [] }
    froms.push(from)
    reach.push(Math.max(reach.at(-1) ?? -1, to))
    this.#of.set(topic, { froms, reach })
  }

  /** Whether a form stands inside a phrase, or runs into one that ends later: `US Treasury` in `US Treasury yields`. */
  hold(topic: string, from: number, to: number): boolean {
    const traps = this.#of.get(topic)
    if (!traps) return false
    const reachOf = (token: number) => traps.reach[countUpTo(traps.froms, token) - 1] ?? -1
    return reachOf(to) > to || reachOf(from) >= to
  }
}

/** How many of some numbers in rising order are at most a limit. */
function countUpTo(numbers: number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
