/** Characters in a line of a mail, as is the custom; an address alone may be longer. */
const COLUMNS = 72

/**
 * Text in lines of at most so many code points, broken at white space, within a word only where it is longer than a
 * line. Control characters are left out: a terminal would obey them.
 */
export function wrapped(text: string, columns = COLUMNS): string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const word of printable(text).split(/\s+/)) {
    for (const piece of pieces(word, columns)) {
      const length = [...piece].length
      if (width > 0 && width + 1 + length > columns) {
        lines.push(line)
        line = ''
        width = 0
      }
      line += width > 0 ? ` ${piece}` : piece
      width += width > 0 ? length + 1 : length
    }
  }
  return width > 0 ? [...lines, line] : lines
}

function pieces(word: string, columns: number): string[] {
  const points = [...word]
  if (points.length <= columns) return word ? [word] : []
  return Array.from({ length: Math.ceil(points.length / columns) }, (_, at) =>
    points.slice(at * columns, (at + 1) * columns).join(''),
  )
}

const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
  text.toWellFormed().replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '')
