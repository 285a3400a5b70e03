import { escapeMarkdown } from '../content/markdown.ts'

const LONGEST = 200

/** Written as an entity, so that whoever reads the Markdown sees that it is there. */
const ZERO_WIDTH = '&#8203;'

/** Characters that change the direction of what follows, and so what a line seems to say. */
const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * A text from outside as Markdown of one line that GitHub shows as that text and nothing else. Besides markup it makes
 * much of plain text: it mentions (`@name`), refers (`#1`, `GH-1`), links (`https://…`, `www.…`), and sets `:emoji:` and
 * `$mathematics$`; a space of no width keeps each from beginning.
 */
export function inert(text: string): string {
  const line = text
    .toWellFormed()
    .replace(DIRECTIONS, '')
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
  const letters = [...line.slice(0, 2 * LONGEST + 2)]
  const cut = letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : line
  return escapeMarkdown(cut).replace(/[@#]|:(?=\S)|(?<![a-z\d])www(?=\.)|(?<![a-z\d])GH(?=-)|\$/gi, (sign) =>
    sign === '$' ? '\\$' : sign + ZERO_WIDTH,
  )
}
