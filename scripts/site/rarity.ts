/**
 * Texts as vectors of length 1, one behind the other: the entries of text `t` are those from `from[t]` to `from[t + 1]`,
 * in the order in which its features were noted.
 */
export interface Vectors {
  from: Uint32Array
  /** Of each entry the feature, as a number below `names.length`, and its weight. */
  features: Uint32Array
  weights: Float64Array
  names: string[]
}

/** Gathers the features that texts are told apart by, text by text. */
export class FeatureCounts {
  readonly #numbers = new Map<string, number>()
  /** Of each feature how many texts have it, and the latest of them, counted from 1. */
  readonly #frequency: number[] = []
  readonly #latest: number[] = []
  readonly #from: number[] = []
  readonly #features: number[] = []
  readonly #counts: number[] = []

  /** Begins the next text. */
  begin(): void {
    this.#from.push(this.#features.length)
  }

  /** Notes that the text has a feature `count` times; what is noted of the same feature again is passed over. */
  note(name: string, count: number): void {
    let feature = this.#numbers.get(name)
    if (feature === undefined) {
      feature = this.#numbers.size
      this.#numbers.set(name, feature)
      this.#frequency.push(0)
      this.#latest.push(0)
    }
    if (this.#latest[feature] === this.#from.length) return
    this.#latest[feature] = this.#from.length
    this.#frequency[feature] = (this.#frequency[feature] as number) + 1
    this.#features.push(feature)
    this.#counts.push(count)
  }

  /** The texts, each feature weighed by how rare it is among them (TF-IDF with logarithmic counts). */
  weigh(): Vectors {
    const texts = this.#from.length
    const from = new Uint32Array([...this.#from, this.#features.length])
    const features = new Uint32Array(this.#features)
    const rarity = this.#frequency.map((having) => Math.log((texts + 1) / having))
    const weights = new Float64Array(features.length)
    for (let text = 0; text < texts; text++) {
      const [start, end] = [from[text] as number, from[text + 1] as number]
      let sum = 0
      for (let at = start; at < end; at++) {
        const weight = (1 + Math.log(this.#counts[at] as number)) * (rarity[features[at] as number] as number)
        weights[at] = weight
        sum += weight * weight
      }
      const norm = Math.sqrt(sum) || 1
      for (let at = start; at < end; at++) weights[at] = (weights[at] as number) / norm
    }
    return { from, features, weights, names: [...this.#numbers.keys()] }
  }
}

/** Order of entries of a text: those that weigh most first, equal ones by name. */
export function heavierFirst({ features, names, weights }: Vectors): (a: number, b: number) => boolean {
  return (a, b) => {
    const more = (weights[a] as number) - (weights[b] as number)
    if (more !== 0) return more > 0
    return (names[features[a] as number] as string) < (names[features[b] as number] as string)
  }
}

/** The texts that have each feature: of feature `f` those from `from[f]` to `from[f + 1]`, ascending. */
export interface Postings {
  from: Uint32Array
  /** Of each posting the text, and the weight that the feature has in it. */
  texts: Uint32Array
  weights: Float64Array
  /** Of each entry of the vectors its posting. */
  places: Uint32Array
}

/** Vectors the other way round: by feature. */
export function postingsOf({ features, from: starts, names, weights }: Vectors): Postings {
  const from = new Uint32Array(names.length + 1)
  for (const feature of features) from[feature + 1] = (from[feature + 1] as number) + 1
  for (let feature = 0; feature < names.length; feature++)
    from[feature + 1] = (from[feature + 1] as number) + (from[feature] as number)
  const next = from.slice()
  const postings = {
    from,
    texts: new Uint32Array(features.length),
    weights: new Float64Array(features.length),
    places: new Uint32Array(features.length),
  }
  for (let text = 0; text + 1 < starts.length; text++)
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) {
      const feature = features[at] as number
      const place = next[feature] as number
      next[feature] = place + 1
      postings.texts[place] = text
      postings.weights[place] = weights[at] as number
      postings.places[at] = place
    }
  return postings
}

/**
 * Cosines of pairs of texts, `a[i]` with `b[i]`: 0 for nothing in common, 1 for the same features. A pair costs as much
 * as its smaller text has features, whatever the other's size: it is compared when the larger one is laid out.
 */
export function cosines(
  { features, from, names, weights }: Vectors,
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): Float64Array {
  const sizeOf = (text: number) => (from[text + 1] as number) - (from[text] as number)
  const found = new Float64Array(a.length)
  /** Of each text the first pair in which it is the larger, and of each pair the next such, counted from 1. */
  const first = new Uint32Array(from.length)
  const next = new Uint32Array(a.length + 1)
  const smaller = new Uint32Array(a.length)
  for (let pair = 0; pair < a.length; pair++) {
    const [one, other] = [a[pair] as number, b[pair] as number]
    const large = sizeOf(one) <= sizeOf(other) ? other : one
    smaller[pair] = large === one ? other : one
    next[pair + 1] = first[large] as number
    first[large] = pair + 1
  }
  const laidOut = new Float64Array(names.length)
  for (let text = 0; text + 1 < from.length; text++) {
    if (first[text] === 0) continue
    const [start, end] = [from[text] as number, from[text + 1] as number]
    for (let at = start; at < end; at++) laidOut[features[at] as number] = weights[at] as number
    for (let link = first[text] as number; link > 0; link = next[link] as number) {
      const small = smaller[link - 1] as number
      let sum = 0
      for (let at = from[small] as number; at < (from[small + 1] as number); at++)
        sum += (weights[at] as number) * (laidOut[features[at] as number] as number)
      found[link - 1] = sum
    }
    for (let at = start; at < end; at++) laidOut[features[at] as number] = 0
  }
  return found
}
