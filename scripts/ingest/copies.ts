import type { Article } from '../content/article.ts'
import { byCodePoint } from '../content/order.ts'
import { foldName, type Publisher } from '../content/publisher.ts'
import type { Shingles } from '../content/shingles.ts'
import { agencyNamed } from './agency.ts'
import type { ChangedTexts, Told } from './changed-texts.ts'
import { HELD, joined, NOBODYS, type Outcome } from './found-copies.ts'
import { areKin, goesBefore, isEarlier, isMuchLonger, kinship } from './kinship.ts'
import type { Paragraphs } from './passage.ts'
import { fullestFirst, Print, type Text } from './prints.ts'
import { RunIndex } from './run-index.ts'
import { Sieve } from './sieve.ts'

/** Texts of fewer different runs of words (some twenty words) are nobody's copies: captions and empty pages. */
const TINY = 16
/** One run in so many, a power of two, is indexed, chosen by its hash; texts of fewer runs than `SHORT` are indexed whole. */
const SAMPLED = 4
const SHORT = 200
/** Candidates whose containment is measured, those with most runs in common first. */
const VERIFIED = 20

/** Names under which the registry knows agencies, folded. */
export function agencyNames(publishers: Publisher[]): Set<string> {
  return new Set(
    publishers.flatMap(({ agency, name, id, aliases }) =>
      agency ? [name, id, ...aliases].map(foldName) : [],
    ),
  )
}

/** An article as a text that may be copied. */
export function textOf(
  {
    id,
    publisher = '',
    agency,
    date,
    dateFrom,
  }: Pick<Article, 'id' | 'publisher' | 'agency' | 'date' | 'dateFrom'>,
  paragraphs: Paragraphs,
  agencies: Set<string>,
): Text {
  return {
    id,
    paragraphs,
    own: agencies.has(foldName(publisher)) || agencyNamed(publisher) !== undefined,
    credited: agency !== undefined,
    date: dateFrom?.confidence === 'low' ? undefined : date,
  }
}

/**
 * Who copied whom: id of a copy to id of its original.
 *
 * Measured by containment, since a cut copy resembles its original little. Candidates come from an index over a
 * sample of the runs of five words, so the work grows with the number of texts and not with its square. A family is
 * gathered round its fullest text; a text is a copy only of the original itself, so that a chain of part copies does
 * not make two texts one.
 */
export function findCopies(texts: Text[]): Map<string, string> {
  const ordered = fullestFirst(texts)
  return copiesIn(
    outcomeOf(ordered.map((text) => new Print(text))),
    ordered.map(({ text }) => text.id),
  )
}

/** Who copied whom, by what was found of texts of these ids. */
export function copiesIn({ originals }: Pick<Outcome, 'originals'>, ids: string[]): Map<string, string> {
  const copies = new Map<string, string>()
  for (const [at, original] of originals.entries())
    if (original >= 0) copies.set(ids[at] as string, ids[original] as string)
  return copies
}

/**
 * What becomes of texts in the order of `fullestFirst`. What an earlier run found of the same texts among others is taken
 * over where `changes` says that it holds.
 */
export function outcomeOf(prints: Print[], changes?: ChangedTexts): Outcome {
  const runs = changes?.runs ?? prints.map((print) => sampled(print.runs))
  const index = new RunIndex(changes?.runsToShare ?? runs)
  const sieve = new Sieve()
  const starts = new Uint32Array(prints.length + 1)
  const candidates: number[] = []
  const verdicts: number[] = []
  const roots = new Int32Array(prints.length)
  const lookAt = (at: number): Told => {
    const print = prints[at] as Print
    if (print.runs.length < TINY) return { candidates: [], verdicts: [], root: NOBODYS }
    const others = index.sharing(at, VERIFIED)
    const said = others.map(
      (other) => changes?.verdict(at, other) ?? kinship(print, prints[other] as Print, sieve),
    )
    return { candidates: others, verdicts: said, root: rootOf(at, others, said, prints) }
  }
  for (let at = 0; at < prints.length; at++) {
    const told = changes?.toldBefore(at) ?? lookAt(at)
    for (const [which, other] of told.candidates.entries()) {
      candidates.push(other)
      verdicts.push(told.verdicts[which] as number)
    }
    starts[at + 1] = candidates.length
    roots[at] = told.root
    if (told.root === at) index.add(at)
  }
  if (changes && !changes.holds(roots)) return outcomeOf(prints, changes)
  /** 1 for longer texts that have a text which is no cut of them. */
  const holders = new Uint8Array(prints.length)
  for (const [pair, other] of candidates.entries()) if (verdicts[pair] === HELD) holders[other] = 1
  return {
    starts,
    candidates: Uint32Array.from(candidates),
    verdicts: Float64Array.from(verdicts),
    roots,
    originals: originalsOf(prints, roots, holders, changes),
    ...joined(runs),
  }
}

/** The first text of the family that a text belongs to by what is said of it and its candidates: its own where there is no other. */
function rootOf(at: number, candidates: number[], verdicts: number[], prints: Print[]): number {
  const near = candidates
    .flatMap((other, which) => {
      const share = verdicts[which] as number
      return share > 0 ? [{ other, share }] : []
    })
    .sort((a, b) => b.share - a.share || a.other - b.other)
  const print = prints[at] as Print
  const isRoundUp = near.length > 1 && near.every(({ other }) => isMuchLonger(print, prints[other] as Print))
  const [root] = isRoundUp ? [] : near
  return root?.other ?? at
}

/** The place of each text's original; -1 where it is no copy. */
function originalsOf(
  prints: Print[],
  roots: Int32Array,
  holders: Uint8Array,
  changes?: ChangedTexts,
): Int32Array {
  const families = new Map<number, number[]>()
  for (const [at, root] of roots.entries()) {
    if (root === at) families.set(at, [at])
    else families.get(root)?.push(at)
  }
  const originals = new Int32Array(prints.length).fill(NOBODYS)
  for (const family of families.values()) {
    if (family.length === 1) continue
    const before = changes?.originalsBefore(family, holders)
    if (before) {
      for (const [which, at] of family.entries()) originals[at] = before[which] as number
      continue
    }
    const places = new Map(family.map((at) => [prints[at] as Print, at]))
    const copies = copiesWithin([...places.keys()], (print) => holders[places.get(print) as number] === 1)
    for (const [copy, original] of copies)
      originals[places.get(copy) as number] = places.get(original) as number
  }
  return originals
}

/**
 * Copies in a family, whose first text is the agency's own print or the fullest. The agency's own print is the original;
 * else, of the texts that have most of the fullest one, one that credits the agency, since what others print besides is
 * theirs; else the fullest. An earlier day goes before a later one, unless the earlier text is a cut and the later one
 * credits the agency. What the original does not account for is sorted anew.
 */
function copiesWithin(family: Print[], isHolder: (print: Print) => boolean): Map<Print, Print> {
  const [root] = family as [Print]
  const original = root.text.own || family.length === 1 ? root : originalOf(root, family)
  const copies = new Map<Print, Print>()
  const others: Print[] = []
  for (const print of family) {
    if (print === original) continue
    const fits =
      original === root || (areKin(print, original) && !(isHolder(print) && isMuchLonger(print, original)))
    if (fits) copies.set(print, original)
    else others.push(print)
  }
  if (others.length > 1)
    for (const [at, of] of outcomeOf(others).originals.entries())
      if (of >= 0) copies.set(others[at] as Print, others[of] as Print)
  return copies
}

function originalOf(root: Print, family: Print[]): Print {
  const isFull = new Map(family.map((print) => [print, !isMuchLonger(root, print)]))
  const full = family.filter((print) => isFull.get(print))
  const best = full.find(({ text }) => text.credited) ?? root
  const [earlier] = family
    .filter(
      (print) => goesBefore(print.text, best.text) || (isEarlier(print.text, best.text) && isFull.get(print)),
    )
    .filter(({ text }) => text.credited || !best.text.credited)
    .sort(
      (a, b) =>
        Number(isFull.get(b)) - Number(isFull.get(a)) ||
        Number(b.text.credited) - Number(a.text.credited) ||
        byCodePoint(a.text.date ?? '', b.text.date ?? ''),
    )
  return earlier ?? best
}

/** The runs of a text that are indexed. */
export function sampled(all: Shingles): Shingles {
  if (all.length <= SHORT) return all
  const found = new Uint32Array(all.length)
  let count = 0
  for (let at = 0; at < all.length; at++) {
    const hash = all[at] as number
    if ((hash & (SAMPLED - 1)) === 0) found[count++] = hash
  }
  return found.slice(0, count)
}
