import type { Markup } from '../page/element.ts'

/** A line of a source text that is not empty. */
export interface SourceLine {
  readonly text: string
  /** Empty lines that stood directly before it. */
  readonly blanksBefore: number
  /** Where it stood in a saved page. */
  readonly markup?: Markup
}

const LINE_BREAK = /\r\n?|\n|\u2028|\u2029/

/** The lines of a plain text that are not empty, without the white space around them. */
export function splitLines(text: string): SourceLine[] {
  const lines: SourceLine[] = []
  let blanks = 0
  for (const raw of text.split(LINE_BREAK)) {
    const trimmed = raw.trim()
    if (trimmed === '') blanks++
    else {
      lines.push({ text: trimmed, blanksBefore: blanks })
      blanks = 0
    }
  }
  return lines
}
