import { firstOf } from '../content/first-of.ts'
import { featuresOf, type Item } from './cluster.ts'
import { heaviest } from './likeness.ts'

/** How many of a text's heaviest features propose others to it. */
const PROPOSING = 32
/** How many texts before it in order a feature proposes, so that a word that all texts have costs no more than a rare one. */
const REACH = 100
/** Earlier texts that are compared with one text, those that share most of its heaviest features first. */
const COMPARED = 30

/**
 * For each text the earlier ones that share most of its heaviest features. Where neither a text nor any that might be
 * proposed to it is open, it gets none.
 */
export function proposals(items: Item[], isOpen: (item: number) => boolean = () => true): number[][] {
  const features = featuresOf(items)
  /** Texts by their heaviest features, and how many of them there were with the last open one. */
  const index: (number[] | undefined)[] = new Array(features)
  const opened = new Int32Array(features).fill(-REACH)
  /** What each text shares with the one asked about, and which one that was. */
  const shared = new Float64Array(items.length)
  const sharedWith = new Int32Array(items.length).fill(-1)
  return items.map(({ vector }, at) => {
    const places = heaviest(vector, PROPOSING)
    const isAsked =
      isOpen(at) ||
      places.some((place) => {
        const feature = vector.features[place] as number
        return (opened[feature] as number) > (index[feature]?.length ?? 0) - REACH
      })
    const found: number[] = []
    for (const place of places) {
      const feature = vector.features[place] as number
      const before = index[feature]
      if (isAsked && before) {
        for (let i = Math.max(0, before.length - REACH); i < before.length; i++) {
          const other = before[i] as number
          if (sharedWith[other] !== at) {
            sharedWith[other] = at
            shared[other] = 0
            found.push(other)
          }
          shared[other] = (shared[other] as number) + (vector.weights[place] as number)
        }
      }
      if (before) before.push(at)
      else index[feature] = [at]
      if (isOpen(at)) opened[feature] = index[feature]?.length ?? 0
    }
    return firstOf(
      found.length,
      (n) => found[n] as number,
      COMPARED,
      (a, b) => {
        const difference = (shared[a] as number) - (shared[b] as number)
        return difference > 0 || (difference === 0 && a < b)
      },
    )
  })
}
