import { type Pack, PackHash } from '../content/pack.ts'
import { findCopies, type Text } from './copies.ts'

/**
 * Who copied whom, as `findCopies` says; told but once of the same. `from` and `also` are all that `texts` are made
 * from.
 */
export function copiesAmong(
  from: object[],
  also: string[],
  compared: Pack,
  texts: () => Text[],
): Map<string, string> {
  const hash = new PackHash()
  hash.add(JSON.stringify(also))
  for (const one of from) hash.add(JSON.stringify(one))
  return new Map(compared.remember(hash.key(), () => [...findCopies(texts())]))
}
