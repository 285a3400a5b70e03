/** Half of a pair that a cut would leave without its other half. */
const TORN = /[\ud800-\udbff]$/

/**
 * A text cut to at most about `most` UTF-16 code units, with the cut shown: at a space, or where there is none for long, as
 * in Chinese and Thai, between two characters.
 */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return space > most / 2 ? `${cut.slice(0, space).trimEnd()} …` : `${cut.replace(TORN, '').trimEnd()}…`
}
