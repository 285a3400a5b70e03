import type { ArticleView } from '../views.ts'
import type { Comparison, Fate } from './comparison.ts'
import type { Body, Sentence } from './print.ts'

/** A paragraph of the original with what its copies did to it. */
export interface MarkedParagraph {
  paragraph: number
  /** Pieces that together are its text; `changed` where some copy has other words or none. */
  pieces: { text: string; changed: boolean }[]
  cutBy: ArticleView[]
  alteredBy: ArticleView[]
  movedBy: ArticleView[]
}

interface Compared {
  copy: ArticleView
  comparison: Comparison
}

/** The original's text, each place marked that a copy altered or left out of a paragraph which it otherwise has. */
export function markedText({ paragraphs, sentences }: Body, copies: Compared[]): MarkedParagraph[] {
  const ranges = paragraphs.map((): [number, number][] => [])
  const places = sentencePlaces(sentences)
  for (const { comparison } of copies) {
    for (const { sentences: own, spans } of comparison.shared) {
      let at = 0
      for (const { kind, original } of spans) {
        const [start, end] = [original.length - original.trimStart().length, original.trimEnd().length]
        if (kind === 'altered') mark(ranges, places, own.original, at + start, at + end)
        at += original.length
      }
    }
    for (const { sentences: own, whole } of comparison.cut) {
      if (whole) continue
      for (const sentence of own) mark(ranges, places, [sentence], 0, places[sentence]?.length ?? 0)
    }
  }
  const fates = copies.map(({ copy, comparison }) => ({
    copy,
    of: new Map(comparison.fates.map((fate) => [fate.paragraph, fate])),
  }))
  const by = (paragraph: number, has: (fate: Fate) => boolean) =>
    fates.flatMap(({ copy, of }) => {
      const fate = of.get(paragraph)
      return fate && has(fate) ? [copy] : []
    })
  return paragraphs.flatMap((text, at) => {
    if (!text) return []
    const paragraph = at + 1
    return [
      {
        paragraph,
        pieces: pieces(text, ranges[at] ?? []),
        cutBy: by(paragraph, ({ kind }) => kind === 'cut'),
        alteredBy: by(paragraph, ({ kind }) => kind === 'altered'),
        movedBy: by(paragraph, ({ moved }) => moved),
      },
    ]
  })
}

interface Place {
  paragraph: number
  start: number
  length: number
}

/** Where each sentence of the body stands. One space stands between two of a paragraph. */
function sentencePlaces(sentences: Sentence[]): Place[] {
  let start = 0
  return sentences.map(({ paragraph, text: { length } }, at) => {
    if (sentences[at - 1]?.paragraph !== paragraph) start = 0
    const place = { paragraph: paragraph - 1, start, length }
    start += length + 1
    return place
  })
}

/** Marks a stretch of some sentences printed one after the other. */
function mark(
  ranges: [number, number][][],
  places: Place[],
  own: number[],
  start: number,
  end: number,
): void {
  let offset = 0
  for (const sentence of own) {
    const place = places[sentence]
    if (!place) continue
    const [from, to] = [Math.max(start - offset, 0), Math.min(end - offset, place.length)]
    if (from < to) ranges[place.paragraph]?.push([place.start + from, place.start + to])
    offset += place.length + 1
  }
}

function pieces(text: string, ranges: [number, number][]): MarkedParagraph['pieces'] {
  const found: MarkedParagraph['pieces'] = []
  let at = 0
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (start > at) found.push({ text: text.slice(at, start), changed: false })
    if (end > at) found.push({ text: text.slice(Math.max(start, at), end), changed: true })
    at = Math.max(at, end)
  }
  if (at < text.length) found.push({ text: text.slice(at), changed: false })
  return found
}
