const UNSAFE = /[<>&\u2028\u2029]/g

/**
 * JSON that may stand inside a script element: `<`, `>` and `&` could end the element or begin a comment, U+2028 and
 * U+2029 end a line of older scripts, so they are written as escapes. A parser reads the same value.
 */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(
    UNSAFE,
    (unsafe) => `\\u${unsafe.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
