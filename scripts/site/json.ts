/** What could end a script element, begin a comment or reference in it, or end a line of an older script. */
const UNSAFE = /[<>&\u2028\u2029]/g

/**
 * A value as JSON that may stand inside a `script` element, as JSON-LD does: it is parsed to the very same value and
 * holds nothing that an HTML or XML reader takes for markup. Halves of surrogate pairs come out as escapes.
 */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(
    UNSAFE,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
