/** The measure of article extraction: overlap of four-word shingles between a found text and the gold one. */

export interface Overlap {
  readonly precision: number
  readonly recall: number
}

const WORD = /[\p{L}\p{N}_]+/gu

/** The words of a text in lower case. */
export function tokens(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? []
}

/** Counts of the runs of four words; a shorter text counts as one run. */
export function shingles(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i <= Math.max(0, words.length - 4); i++) {
    const key = words.slice(i, i + 4).join(' ')
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** Precision and recall of found shingles; NaN where there are none to divide by. */
export function overlap(gold: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>): Overlap {
  let common = 0
  let goldTotal = 0
  let foundTotal = 0
  for (const count of gold.values()) goldTotal += count
  for (const [key, count] of found) {
    foundTotal += count
    common += Math.min(count, gold.get(key) ?? 0)
  }
  return {
    precision: foundTotal ? common / foundTotal : Number.NaN,
    recall: goldTotal ? common / goldTotal : Number.NaN,
  }
}

/** Harmonic mean of precision and recall; 0 where both are. */
export function f1(precision: number, recall: number): number {
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
}

/** Mean of the defined values: a text without shingles has no precision. */
export function mean(values: readonly number[]): number {
  const defined = values.filter((value) => !Number.isNaN(value))
  return defined.length ? defined.reduce((sum, value) => sum + value, 0) / defined.length : 0
}
