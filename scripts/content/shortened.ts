/** Half of a pair that a cut would leave without its other half. */
const TORN = /[\ud800-\udbff]$/

/**
 * A text cut to at most about `most` UTF-16 code units, with the cut shown: at a space, or where there is none for long, as
 * in Chinese and Thai, between two characters.
 */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const { beginning, atSpace } = cutAt(text, most)
  return `${beginning.trimEnd()}${atSpace ? ' ' : ''}…`
}

/** What is left of a longer text: up to a space, or up to a character where there is no space for long. */
export function cutAt(text: string, most: number): { beginning: string; atSpace: boolean } {
  const cut = text.slice(0, most)
  const space = cut.lastIndexOf(' ')
  const atSpace = space > most / 2
  return { beginning: atSpace ? cut.slice(0, space) : cut.replace(TORN, ''), atSpace }
}
