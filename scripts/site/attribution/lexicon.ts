/** A word of a lexicon where it stands in a text. */
export interface Listed {
  word: string
  start: number
  end: number
}

/** Words as patterns bound them (`\b`): letters, digits and underscores of ASCII. */
const IN_WORD = new Uint8Array(0x80)
for (let code = 0; code < IN_WORD.length; code++) IN_WORD[code] = Number(/\w/.test(String.fromCharCode(code)))

const isInWord = (code: number): boolean => code < IN_WORD.length && IN_WORD[code] === 1

/**
 * Finds listed words in texts, as `\b(?:one|two|three)\b` would. How a word begins and how long it is tells nearly
 * always that it is not listed, so that few are looked up.
 */
export class Lexicon {
  readonly #words: Set<string>
  readonly #longest: number
  /** Beginnings and lengths that listed words have. */
  readonly #shapes: Uint8Array

  /** `words` are made of the letters, digits and underscores of ASCII. */
  constructor(words: Iterable<string>) {
    this.#words = new Set(words)
    this.#longest = Math.max(...[...this.#words].map(({ length }) => length))
    this.#shapes = new Uint8Array(IN_WORD.length * (this.#longest + 1))
    for (const word of this.#words) this.#shapes[this.#shapeOf(word.charCodeAt(0), word.length)] = 1
  }

  /** The first listed word that begins at a place or behind it; the place must not be inside a word. */
  next(text: string, from: number): Listed | undefined {
    for (let start = from; start < text.length; start++) {
      const first = text.charCodeAt(start)
      if (!isInWord(first)) continue
      let end = start + 1
      while (end < text.length && isInWord(text.charCodeAt(end))) end++
      if (end - start <= this.#longest && this.#shapes[this.#shapeOf(first, end - start)] === 1) {
        const word = text.slice(start, end)
        if (this.#words.has(word)) return { word, start, end }
      }
      start = end
    }
    return undefined
  }

  #shapeOf(first: number, length: number): number {
    return first * (this.#longest + 1) + length
  }
}
