import { contentWords } from '../../content/words.ts'
import { longestRising } from './rising.ts'
import type { WordUnit } from './word-units.ts'

/** A word of the original and the word of the copy that it is, by their places. */
export type WordPair = [original: number, copy: number]

/** Largest table of an exact comparison: two stretches of 400 words. */
const CELLS = 160_000
/** What a word that carries meaning weighs, and one that does not; words that stay together weigh one more. */
const CONTENT = 3
const FUNCTION = 1

/**
 * The words that two texts have in common, in the order of both: a longest common subsequence in which words that carry
 * meaning outweigh the others and runs are not broken up. Stretches too long for a table are first divided at words
 * that occur once in each (patience diff); between such words nothing is paired where a table would be too large
 * still, so that time and memory stay linear.
 */
export function wordPairs(original: WordUnit[], copy: WordUnit[]): WordPair[] {
  let start = 0
  while (start < original.length && start < copy.length && same(original[start], copy[start])) start++
  let end = 0
  const room = Math.min(original.length, copy.length) - start
  while (end < room && same(original[original.length - 1 - end], copy[copy.length - 1 - end])) end++
  const pairs: WordPair[] = []
  for (let at = 0; at < start; at++) pairs.push([at, at])
  const [a, b] = [original.slice(start, original.length - end), copy.slice(start, copy.length - end)]
  for (const [i, j] of a.length * b.length <= CELLS ? weighed(a, b) : divided(a, b))
    pairs.push([start + i, start + j])
  for (let at = end; at > 0; at--) pairs.push([original.length - at, copy.length - at])
  return pairs
}

const same = (a: WordUnit | undefined, b: WordUnit | undefined): boolean => a?.key === b?.key

/** Exact: a table of the best weight of every two beginnings. */
function weighed(a: WordUnit[], b: WordUnit[]): WordPair[] {
  const width = b.length + 1
  const best = new Int32Array((a.length + 1) * width)
  const paired = new Uint8Array(best.length)
  const weights = a.map(({ text }) => (contentWords(text).length > 0 ? CONTENT : FUNCTION))
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const at = i * width + j
      const skip = Math.max(best[at - 1] as number, best[at - width] as number)
      best[at] = skip
      if (a[i - 1]?.key !== b[j - 1]?.key) continue
      const diagonal = at - width - 1
      const weight = (best[diagonal] as number) + (weights[i - 1] as number) + (paired[diagonal] as number)
      if (weight < skip) continue
      best[at] = weight
      paired[at] = 1
    }
  }
  const pairs: WordPair[] = []
  for (let i = a.length, j = b.length; i > 0 && j > 0; ) {
    const at = i * width + j
    if (paired[at]) pairs.push([--i, --j])
    else if (best[at] === best[at - width]) i--
    else j--
  }
  return pairs.reverse()
}

function divided(a: WordUnit[], b: WordUnit[]): WordPair[] {
  const [inOriginal, inCopy] = [soleWords(a), soleWords(b)]
  const common = [...inOriginal].flatMap(([key, i]): WordPair[] => {
    const j = inCopy.get(key)
    return j === undefined ? [] : [[i, j]]
  })
  const anchors = longestRising(common.map(([, j]) => j)).map((at) => common[at] as WordPair)
  const pairs: WordPair[] = []
  let [i, j] = [0, 0]
  for (const [nextI, nextJ] of [...anchors, [a.length, b.length] as WordPair]) {
    const [x, y] = [a.slice(i, nextI), b.slice(j, nextJ)]
    if (x.length * y.length <= CELLS) for (const [p, q] of weighed(x, y)) pairs.push([i + p, j + q])
    if (nextI < a.length) pairs.push([nextI, nextJ])
    i = nextI + 1
    j = nextJ + 1
  }
  return pairs
}

/** Places of the words that occur once. */
function soleWords(units: WordUnit[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const [at, { key }] of units.entries()) places.set(key, places.has(key) ? -1 : at)
  for (const [key, at] of places) if (at < 0) places.delete(key)
  return places
}
