/**
 * A copy of a text in one piece. What was cut out of a longer one would keep all of that in memory, and of what was put
 * together the engine keeps the pieces, and goes through them again wherever the text becomes a part of another.
 */
export function detached(text: string): string {
  // Half of a surrogate pair has no UTF-8; what has, comes back in the fewest bytes.
  const encoding = text.isWellFormed() ? 'utf8' : 'utf16le'
  return Buffer.from(text, encoding).toString(encoding)
}
