/** Letters of East Asia, twice as wide as others. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|[\u{1f000}-\u{3ffff}]/u

/** A name cut to so many letters' width, for a picture, where text cannot wrap; the table beside the picture has it whole. */
export function shortName(name: string, longest: number): string {
  let width = 0
  let short = ''
  for (const letter of name) {
    width += WIDE.test(letter) ? 2 : 1
    if (width > longest) return `${short.trimEnd()}…`
    short += letter
  }
  return short
}
