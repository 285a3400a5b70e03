import { type Pack, PackHash } from '../content/pack.ts'
import { findCopies, type Text } from './copies.ts'

/** Who copied whom, as `findCopies` says; told but once of the same texts in the same order. */
export function copiesAmong(texts: Text[], compared: Pack): Map<string, string> {
  const hash = new PackHash()
  for (const text of texts) hash.add(JSON.stringify(text))
  return new Map(compared.remember(hash.key(), () => [...findCopies(texts)]))
}
