/** What a text without anything to fold does not have; most are such and stay as they are. */
const UNFOLDED = /[^\S ]|[\u200b]|^ | $| {2}/

/** White space folded to single spaces, ends trimmed. Linear: no pattern here can backtrack. */
export function foldSpace(text: string): string {
  if (!UNFOLDED.test(text)) return text
  return text
    .split(/[\s\u00a0\u200b\ufeff]+/)
    .filter(Boolean)
    .join(' ')
}
