const SIZE = 1 << 14

/**
 * Which words a set can have, by their first two letters, their last and their length (as Bloom 1970 has it, "Space/time
 * trade-offs in hash coding with allowable errors"): of words just cut out of a text nearly all are told apart from the
 * listed ones before anything asks for their hash.
 */
export class WordShapes {
  readonly #listed = new Uint8Array(SIZE)

  constructor(words: Iterable<string>) {
    for (const word of words) this.#listed[shapeOf(word)] = 1
  }

  /** False only where a word is none of them. */
  mayHave(word: string): boolean {
    return this.#listed[shapeOf(word)] === 1
  }
}

function shapeOf(word: string): number {
  const { length } = word
  if (length === 0) return 0
  const first = word.charCodeAt(0)
  const second = length > 1 ? word.charCodeAt(1) : 0
  const last = word.charCodeAt(length - 1)
  return (Math.imul(first, 961) ^ Math.imul(second, 31) ^ Math.imul(last, 4099) ^ (length << 10)) & (SIZE - 1)
}
