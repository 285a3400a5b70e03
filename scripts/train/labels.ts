import type { SourceLine } from '../ingest/body-model/lines.ts'
import { tokens } from './measure.ts'

/**
 * Which lines of a source text are in its gold body: a monotone alignment of lines to gold words.
 *
 * Every line proposes the places of the gold text where it could stand; the heaviest chain of places in reading order
 * wins. So a menu entry that merely repeats words of the article is not taken for a part of it.
 */

interface Place {
  readonly line: number
  readonly start: number
  readonly end: number
  readonly weight: number
}

/** A line is labelled as body if this share of its words stands in the gold text, in order. */
const COVERED = 0.5
const MAX_PLACES = 12
/** Keeps a chain through neighbouring places ahead of one that jumps about, at equal numbers of words. */
const ADJACENT = 0.5

export interface Labels {
  /** Share of each line's words found in the gold text. */
  readonly share: Float64Array
  readonly body: Uint8Array
}

/** Which lines are the body, by where the words of the gold text stand in them. */
export function labelLines(lines: readonly SourceLine[], goldText: string): Labels {
  const gold = tokens(goldText)
  const index = new Map<string, number[]>()
  gold.forEach((word, at) => {
    const list = index.get(word)
    if (list) list.push(at)
    else index.set(word, [at])
  })
  const share = new Float64Array(lines.length)
  const body = new Uint8Array(lines.length)
  const words = lines.map((line) => tokens(line.text))
  const chain = heaviestChain(
    words.flatMap((line, i) => places(line, i, gold, index)),
    gold.length,
  )
  chain.forEach((place, i) => {
    const length = words[place.line]?.length ?? 1
    share[place.line] = Math.min(1, place.weight / length)
    // Two words or fewer stand in any text by chance: they must continue what stands before or after them.
    const joined = chain[i - 1]?.end === place.start || chain[i + 1]?.start === place.end
    if ((share[place.line] ?? 0) >= COVERED && (length > 3 || joined)) body[place.line] = 1
  })
  return { share, body }
}

/** Candidate places of a line: the diagonals of the word-by-word comparison that hold the most matches. */
function places(
  line: readonly string[],
  at: number,
  gold: readonly string[],
  index: ReadonlyMap<string, readonly number[]>,
): Place[] {
  const diagonals = new Map<number, number>()
  for (let i = 0; i < line.length; i++) {
    for (const g of index.get(line[i] ?? '') ?? []) {
      // A lone word proves nothing: count it only where the next or the previous one matches as well.
      if (line.length > 1 && gold[g + 1] !== line[i + 1] && (i === 0 || gold[g - 1] !== line[i - 1])) continue
      diagonals.set(g - i, (diagonals.get(g - i) ?? 0) + 1)
    }
  }
  const best = [...diagonals].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_PLACES)
  const top = best[0]?.[1] ?? 0
  return best
    .filter(([, count]) => count >= 0.5 * top && (line.length > 3 || count === line.length))
    .map(([shift, count]) => {
      // Where a few words are missing on either side, neighbouring diagonals hold the rest of the line.
      let weight = count
      if (count < line.length)
        for (const [other, more] of best) if (other !== shift && Math.abs(other - shift) < 40) weight += more
      const start = Math.max(0, shift)
      return {
        line: at,
        start,
        end: Math.min(gold.length, shift + line.length),
        weight: Math.min(line.length, weight),
      }
    })
}

/** Heaviest chain of places that ascends in both texts (a Fenwick tree of prefix maxima). */
function heaviestChain(all: readonly Place[], size: number): Place[] {
  const tree = new Int32Array(size + 2).fill(-1)
  const total = new Float64Array(all.length)
  const before = new Int32Array(all.length).fill(-1)
  const byEnd = new Map<number, number>()
  const better = (a: number, b: number): number =>
    a < 0 || (b >= 0 && (total[b] ?? 0) > (total[a] ?? 0)) ? b : a
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]?.line === all[from]?.line) to++
    for (let i = from; i < to; i++) {
      const place = all[i] as Place
      let best = -1
      // An overlap of a few words is allowed for, since a place's ends are only estimates.
      for (let at = place.start + Math.min(2, (place.end - place.start) >> 2); at > 0; at -= at & -at)
        best = better(best, tree[at] ?? -1)
      const neighbour = byEnd.get(place.start) ?? -1
      let value = best < 0 ? 0 : (total[best] ?? 0)
      if (neighbour >= 0 && (total[neighbour] ?? 0) + ADJACENT > value) {
        best = neighbour
        value = (total[neighbour] ?? 0) + ADJACENT
      }
      total[i] = value + place.weight
      before[i] = best
    }
    for (let i = from; i < to; i++) {
      const end = (all[i] as Place).end
      for (let at = end; at <= size + 1; at += at & -at) tree[at] = better(tree[at] ?? -1, i)
      byEnd.set(end, better(byEnd.get(end) ?? -1, i))
    }
    from = to
  }
  let at = -1
  for (let i = 0; i < all.length; i++) at = better(at, i)
  const chain: Place[] = []
  for (; at >= 0; at = before[at] ?? -1) chain.push(all[at] as Place)
  return chain.reverse()
}
