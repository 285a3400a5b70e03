import type { Pack } from '../content/pack.ts'
import { PackHash } from '../content/pack.ts'
import { copiesAmong } from './copies.ts'
import { fullestFirst, type Text } from './prints.ts'

/**
 * Who copied whom, as `findCopies` says; told but once of the same. What a text is called decides nothing but its place
 * among equal ones, so it is kept by places in that order.
 */
export function keptCopies(texts: Text[], compared: Pack): Map<string, string> {
  const ordered = fullestFirst(texts)
  const hash = new PackHash()
  for (const { text, whole } of ordered) {
    hash.add(`${Number(text.own)}${Number(text.credited)}${text.date ?? ''}`)
    hash.add(whole)
  }
  const found = compared.remember(hash.key(), () => {
    const places = new Map(ordered.map(({ text }, at) => [text.id, at]))
    return [...copiesAmong(ordered, compared)].map((pair) => pair.map((id) => places.get(id) ?? 0))
  })
  const idAt = (at = 0): string => ordered[at]?.text.id ?? ''
  return new Map(found.map(([copy, original]) => [idAt(copy), idAt(original)]))
}
