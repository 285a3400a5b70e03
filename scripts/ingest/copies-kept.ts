import { packKey } from '../content/pack.ts'
import { copiesAmong } from './copies.ts'
import type { Kept } from './kept.ts'
import { Pairs } from './pairs.ts'
import { fullestFirst, type Text } from './prints.ts'

const PAIRS = packKey('pairs of texts')

/** What of earlier runs' work tells copies. */
export type KeptTexts = Pick<Kept, 'compared' | 'pairs'>

/**
 * Who copied whom, as `findCopies` says; told but once of the same texts, and of the same pairs of them. What a text is
 * called decides nothing but its place among equal ones, so it is kept by places in that order.
 */
export function keptCopies(texts: Text[], kept?: KeptTexts): Map<string, string> {
  const ordered = fullestFirst(texts)
  if (!kept) return copiesAmong(ordered)
  const hashed = ordered.map(({ text, whole }) => ({ text, whole, key: packKey(whole) }))
  const keys = hashed.map(({ text: { own, credited, date = '' }, key }) =>
    packKey(`${Number(own)}${Number(credited)}${date}`, key),
  )
  const found = kept.compared.remember(packKey(keys.join('')), () => {
    const pairs = new Pairs(keys, kept.pairs.get(PAIRS))
    const places = new Map(ordered.map(({ text }, at) => [text.id, at]))
    const copies = copiesAmong(hashed, kept.compared, pairs)
    kept.pairs.put(PAIRS, pairs.bytes())
    return [...copies].map((pair) => pair.map((id) => places.get(id) ?? 0))
  })
  const idAt = (at = 0): string => ordered[at]?.text.id ?? ''
  return new Map(found.map(([copy, original]) => [idAt(copy), idAt(original)]))
}
