import { packKey } from '../content/pack.ts'
import { ChangedTexts } from './changed-texts.ts'
import { copiesIn, findCopies, outcomeOf, sampled } from './copies.ts'
import { bytesOfFound, type FoundCopies, foundIn } from './found-copies.ts'
import type { Kept } from './kept.ts'
import { fullestFirst, Print, type Text } from './prints.ts'

const FOUND = packKey('copies among texts')

/** What of earlier runs' work tells copies. */
export type KeptTexts = Pick<Kept, 'compared' | 'copies'>

/**
 * Who copied whom, as `findCopies` says; told but once of the same texts, and of few texts that changed among many. What a
 * text is called decides nothing but its place among equal ones, so it is kept by places in that order.
 */
export function keptCopies(texts: Text[], kept?: KeptTexts): Map<string, string> {
  if (!kept) return findCopies(texts)
  const ordered = fullestFirst(texts)
  const keys = ordered.map(({ text: { own, credited, date = '' }, passage }) =>
    packKey(`${Number(own)}${Number(credited)}${date}`, passage.hash),
  )
  const bytes = kept.copies.get(FOUND)
  const before = bytes && foundIn(bytes)
  const ids = ordered.map(({ text }) => text.id)
  if (before && isSame(before.keys, keys)) return copiesIn(before, ids)
  const prints = ordered.map((one) => new Print(one, kept.compared))
  const changes = before && new ChangedTexts(before, keys, (at) => sampled((prints[at] as Print).runs))
  const found: FoundCopies = { keys, ...outcomeOf(prints, changes) }
  kept.copies.put(FOUND, bytesOfFound(found))
  return copiesIn(found, ids)
}

const isSame = (a: string[], b: string[]): boolean =>
  a.length === b.length && a.every((key, at) => key === b[at])
