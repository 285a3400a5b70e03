import { foldSpace } from '../content/space.ts'
import { type Draft, type Line, Refusal } from './draft.ts'
import { htmlBlocks } from './html.ts'
import { sameLine } from './line-memory.ts'

/** No report has so many; a file that has is a list or a collection of many texts, and reading it would take long. */
const MOST_LINES = 50_000

/** Text to lines: one for each non-empty line of a plain text, one for each block of a saved page. */
export function blocks({ text, format }: Draft): Partial<Draft> {
  if (format === 'html') return htmlBlocks(text)
  const lines: Line[] = []
  let gap = 0
  for (const raw of text.split('\n')) {
    const folded = foldSpace(raw)
    if (!folded) gap++
    else {
      const item = /^(?:[-*•·▪◦‣]|\d{1,2}[.)])\s/.test(folded)
      lines.push({ text: sameLine(folded), kind: item ? 'item' : 'paragraph', gap, links: 0 })
      gap = 0
    }
    if (lines.length > MOST_LINES)
      throw new Refusal(
        'text',
        lines[0]?.text,
        `more than ${MOST_LINES} lines; put each article into a file of its own`,
      )
  }
  return { lines }
}
