import { sentences } from '../content/sentences.ts'
import type { Draft } from './draft.ts'

const MOST_SENTENCES = 3
const MOST_CHARACTERS = 420
const LONGEST_TITLE = 120

/** The first two or three sentences of the body, word for word, without the dateline; never cut inside a sentence but for one that alone is too long. */
export function summary({ body, dateline }: Draft): Partial<Draft> {
  const [first = '', ...rest] = body.flatMap((block, at) =>
    block.kind === 'heading'
      ? []
      : sentences(at === 0 ? block.text.slice(dateline?.length ?? 0) : block.text),
  )
  let text = shorten(first, MOST_CHARACTERS)
  for (const sentence of rest.slice(0, MOST_SENTENCES - 1)) {
    if (text.length + sentence.length + 1 > MOST_CHARACTERS) break
    text += ` ${sentence}`
  }
  return { summary: text }
}

/** A headline for a text that has none: its first sentence, at most 120 characters, cut between words. */
export function leadTitle({ body, dateline }: Pick<Draft, 'body' | 'dateline'>): string {
  const first = sentences((body[0]?.text ?? '').slice(dateline?.length ?? 0))[0] ?? ''
  return shorten(first.replace(/[.:;,]$/, ''), LONGEST_TITLE)
}

/** Cuts between words and marks the cut; a single word that is too long is cut inside. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).toWellFormed().replace(/[\s,;:–—\uFFFD-]+$/, '')}…`
}
