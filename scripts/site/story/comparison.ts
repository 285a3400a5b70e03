import { words } from '../../content/words.ts'
import { align, type Passage } from './alignment.ts'
import type { Body, Sentence } from './print.ts'
import { type Span, wordChanges } from './word-changes.ts'

/** What a copy made of one paragraph of its original. */
export interface Fate {
  /** Counts from 1. */
  paragraph: number
  kind: 'kept' | 'altered' | 'cut'
  /** Whether it stands in another place than its neighbours would have it. */
  moved: boolean
  /** Paragraphs of the copy that have it. */
  to: number[]
}

/** A passage that both texts have, stretch by stretch; `paragraph` and `to` are its places in the original and the copy. */
export interface Shared {
  paragraph: number
  to: number
  moved: boolean
  spans: Span[]
  /** Its sentences in each text, counted from 0 through the whole body. */
  sentences: { original: number[]; copy: number[] }
}

/** Sentences of one paragraph that only one of the texts has, an ellipsis where others stand between them. */
export interface Excerpt {
  paragraph: number
  text: string
  words: number
  /** Whether they are the whole paragraph. */
  whole: boolean
  /** Their places, counted from 0 through the whole body. */
  sentences: number[]
}

/** All that a copy made of its original's body. */
export interface Comparison {
  fates: Fate[]
  /** In the order of the copy. */
  shared: Shared[]
  /** In the order of the original. */
  cut: Excerpt[]
  /** In the order of the copy. */
  added: Excerpt[]
  /** Runs of the original's paragraphs that are one in the copy. */
  joined: number[][]
}

/**
 * Compares a copy with its original. Sentences are aligned
 * first, then the words of each; paragraphs follow from their sentences, so that joining or dividing them is no change
 * of their words.
 */
export function compareBodies(original: Body, copy: Body): Comparison {
  const [from, to] = [original.sentences, copy.sentences]
  const { passages, cut, added } = align(from, to)
  const shared = passages.map((passage) => sharedOf(passage, from, to))
  const [cutText, addedText] = [excerpts(cut, from), excerpts(added, to)]
  const fates = fatesOf(original.paragraphs, shared, cutText, interrupted(passages, added, from, to))
  return { fates, shared, cut: cutText, added: addedText, joined: joinedIn(shared) }
}

function sharedOf(passage: Passage, from: Sentence[], to: Sentence[]): Shared {
  const text = (places: number[], all: Sentence[]) => places.map((at) => all[at]?.text).join(' ')
  return {
    paragraph: from[passage.original[0] ?? 0]?.paragraph ?? 0,
    to: to[passage.copy[0] ?? 0]?.paragraph ?? 0,
    moved: passage.moved,
    spans: wordChanges(text(passage.original, from), text(passage.copy, to)),
    sentences: { original: passage.original, copy: passage.copy },
  }
}

function excerpts(places: number[], all: Sentence[]): Excerpt[] {
  const byParagraph = new Map<number, number[]>()
  for (const at of places) {
    const paragraph = all[at]?.paragraph ?? 0
    const own = byParagraph.get(paragraph)
    if (own) own.push(at)
    else byParagraph.set(paragraph, [at])
  }
  return [...byParagraph].map(([paragraph, sentences]) => {
    const text = sentences
      .map((at, place) => {
        const follows = sentences[place - 1] === at - 1
        return (place === 0 ? '' : follows ? ' ' : ' … ') + all[at]?.text
      })
      .join('')
    const [first, last] = [sentences[0] ?? 0, sentences.at(-1) ?? 0]
    const begins = all[first - 1]?.paragraph !== paragraph
    const ends = all[last + 1]?.paragraph !== paragraph
    const whole = begins && ends && last - first + 1 === sentences.length
    return { paragraph, text, words: words(text).length, whole, sentences }
  })
}

/** Paragraphs of the original into which the copy puts a sentence of its own, in the same paragraph of the copy. */
function interrupted(passages: Passage[], added: number[], from: Sentence[], to: Sentence[]): Set<number> {
  const paragraphOf = new Map(
    passages.flatMap(({ original, copy }) =>
      copy.map((at): [number, number] => [at, from[original[0] ?? 0]?.paragraph ?? 0]),
    ),
  )
  const host = (at: number, step: number): number | undefined => {
    const paragraph = to[at]?.paragraph
    for (let next = at + step; to[next]?.paragraph === paragraph; next += step) {
      const found = paragraphOf.get(next)
      if (found !== undefined) return found
      if (!isAdded.has(next)) break
    }
    return undefined
  }
  const isAdded = new Set(added)
  const found = new Set<number>()
  let last: number | undefined
  for (const at of added) {
    // Sentences added in a row have one host: asked for once, so that a long row costs no square.
    const follows = to[at - 1]?.paragraph === to[at]?.paragraph && isAdded.has(at - 1)
    if (!follows) last = host(at, -1) ?? host(at, 1)
    if (last !== undefined) found.add(last)
  }
  return found
}

function fatesOf(paragraphs: string[], shared: Shared[], cut: Excerpt[], interrupted: Set<number>): Fate[] {
  const passages = new Map<number, Shared[]>()
  for (const one of shared) {
    const own = passages.get(one.paragraph)
    if (own) own.push(one)
    else passages.set(one.paragraph, [one])
  }
  const shortened = new Set(cut.map(({ paragraph }) => paragraph))
  return paragraphs.flatMap((text, at) => {
    const paragraph = at + 1
    const own = passages.get(paragraph) ?? []
    if (text === '') return []
    const altered =
      shortened.has(paragraph) ||
      interrupted.has(paragraph) ||
      own.some(({ spans }) => spans.some(({ kind }) => kind === 'altered'))
    return [
      {
        paragraph,
        kind: own.length === 0 ? 'cut' : altered ? 'altered' : 'kept',
        moved: own.some((one) => one.moved),
        to: [...new Set(own.map((one) => one.to))],
      },
    ]
  })
}

/** Neighbouring paragraphs of the original that stand in one of the copy. */
function joinedIn(shared: Shared[]): number[][] {
  const inCopy = new Map<number, Set<number>>()
  for (const { paragraph, to } of shared) inCopy.set(to, (inCopy.get(to) ?? new Set()).add(paragraph))
  return [...inCopy.values()].filter((set) => set.size > 1).map((set) => [...set].sort((a, b) => a - b))
}
