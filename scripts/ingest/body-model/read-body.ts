import type { Line } from '../draft.ts'
import { isOutside } from '../page/element.ts'
import type { SourceLine } from './lines.ts'
import { type BodyLines, bodyLines, type Model } from './model.ts'

/** So many words must be left when comments and menus are set aside. */
const LEAST_WORDS = 25

/** What the model makes of the lines that may be the article at all; `places` has the row of each line, or -1. */
export function readBody(model: Model, lines: readonly Line[]): { read: BodyLines; places: Int32Array } {
  const candidates = candidateLines(lines)
  const read = bodyLines(model, sourceLines(candidates.map((at) => lines[at] as Line)))
  const places = new Int32Array(lines.length).fill(-1)
  for (const [row, at] of candidates.entries()) places[at] = row
  return { read, places }
}

/** Numbers of the lines that stand neither among comments nor in a menu; all of them if that leaves next to nothing. */
export function candidateLines(lines: readonly Line[]): number[] {
  const all = [...lines.keys()]
  const inside = all.filter((at) => {
    const markup = lines[at]?.markup
    return !markup || !isOutside(markup.element)
  })
  if (inside.length === all.length) return all
  const words = inside.reduce((sum, at) => sum + (lines[at]?.text.split(' ').length ?? 0), 0)
  return words < LEAST_WORDS ? all : inside
}

/** Lines as the model reads them. */
export function sourceLines(lines: readonly Line[]): SourceLine[] {
  return lines.map(({ text, gap, markup }) => ({ text, blanksBefore: gap, ...(markup && { markup }) }))
}
