/**
 * Remembers what was worked out last for so many keys, and forgets what was asked for longest ago: one story's articles
 * are asked for again and again, and all texts twice over would fill the memory.
 */
export class Recent<T> {
  readonly #most: number
  readonly #known = new Map<string, T>()

  constructor(most: number) {
    this.#most = most
  }

  of(key: string, work: () => T): T {
    const known = this.#known.get(key)
    const result = known ?? work()
    this.#known.delete(key)
    this.#known.set(key, result)
    if (this.#known.size > this.#most) {
      const [oldest = ''] = this.#known.keys()
      this.#known.delete(oldest)
    }
    return result
  }
}
