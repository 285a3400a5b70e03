import { sentences } from '../content/sentences.ts'
import { cutAt } from '../content/shortened.ts'
import { withoutDateline } from './dateline.ts'
import type { Block, Draft } from './draft.ts'

const MOST_SENTENCES = 3
const MOST_CHARACTERS = 420
const LONGEST_TITLE = 120
/** What only names a list ("Key points:") has no more words; a longer lead-in says something. */
const LABEL_WORDS = 4

/** The first two or three sentences of the body, word for word, without the dateline and the lists that a label heads; never cut inside a sentence but for one that alone is too long. */
export function summary(draft: Draft): Partial<Draft> {
  const [first = '', ...rest] = withoutLabelledLists(withoutDateline(draft)).flatMap(({ kind, text }) =>
    kind === 'heading' ? [] : sentences(text),
  )
  let text = shorten(first, MOST_CHARACTERS)
  for (const sentence of rest.slice(0, MOST_SENTENCES - 1)) {
    if (text.length + sentence.length + 1 > MOST_CHARACTERS) break
    text += ` ${sentence}`
  }
  return { summary: text }
}

function withoutLabelledLists(blocks: Block[]): Block[] {
  let inList = false
  const told = blocks.filter(({ kind, text }, at) => {
    const isLabel =
      /[:：]$/.test(text) && text.split(' ').length <= LABEL_WORDS && blocks[at + 1]?.kind === 'item'
    inList = isLabel || (inList && kind === 'item')
    return !inList
  })
  return told.length > 0 ? told : blocks
}

/** A headline for a text that has none: its first sentence, at most 120 characters, cut between words. */
export function leadTitle(draft: Pick<Draft, 'body' | 'dateline'>): string {
  const first = sentences(withoutDateline(draft)[0]?.text ?? '')[0] ?? ''
  return shorten(first.replace(/[.:;,]$/, ''), LONGEST_TITLE)
}

/** Cut to at most so many code units; a mark that would stand before the ellipsis goes. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const { beginning } = cutAt(text, most - 1)
  return `${beginning.toWellFormed().replace(/[\s,;:–—\uFFFD-]+$/, '')}…`
}
