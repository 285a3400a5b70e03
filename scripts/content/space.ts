/** White space folded to single spaces, ends trimmed. Linear: no pattern here can backtrack. */
export function foldSpace(text: string): string {
  return text
    .split(/[\s\u00a0\u200b\ufeff]+/)
    .filter(Boolean)
    .join(' ')
}
