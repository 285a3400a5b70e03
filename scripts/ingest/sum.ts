const EMPTY = -1
const FEWEST = 64
/** Spreads neighbouring numbers over a table (Knuth 1973, "Sorting and searching", section 6.4). */
const SPREAD = 0x9e3779b1

/**
 * Numbers with a weight each, in the order in which they came first: a map from numbers below 2^31 to doubles that makes
 * no object of either.
 */
export class Sum {
  /** The numbers and their weights, of which the first `size` count. */
  numbers = new Int32Array(FEWEST)
  weights = new Float64Array(FEWEST)
  size = 0
  #slots = new Int32Array(2 * FEWEST).fill(EMPTY)

  /** The weight of a number; 0 where it has none. */
  get(number: number): number {
    const place = this.#slots[this.#slotOf(number)] as number
    return place === EMPTY ? 0 : (this.weights[place] as number)
  }

  add(number: number, weight: number): void {
    const slot = this.#slotOf(number)
    const place = this.#slots[slot] as number
    if (place !== EMPTY) {
      this.weights[place] = (this.weights[place] as number) + weight
      return
    }
    this.numbers[this.size] = number
    this.weights[this.size] = weight
    this.#slots[slot] = this.size++
    if (this.size === this.numbers.length) this.#grow()
  }

  /** The slot that a number has, or would have. */
  #slotOf(number: number): number {
    const mask = this.#slots.length - 1
    let slot = (Math.imul(number, SPREAD) >>> 7) & mask
    for (let place = this.#slots[slot] as number; place !== EMPTY; place = this.#slots[slot] as number) {
      if (this.numbers[place] === number) break
      slot = (slot + 1) & mask
    }
    return slot
  }

  #grow(): void {
    const [numbers, weights] = [this.numbers, this.weights]
    this.numbers = new Int32Array(2 * this.size)
    this.numbers.set(numbers)
    this.weights = new Float64Array(2 * this.size)
    this.weights.set(weights)
    this.#slots = new Int32Array(4 * this.size).fill(EMPTY)
    for (let place = 0; place < this.size; place++)
      this.#slots[this.#slotOf(numbers[place] as number)] = place
  }
}
