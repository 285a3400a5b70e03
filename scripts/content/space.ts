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

/** A text without what prints as nothing: soft hyphens, zero-width spaces, word joiners and byte order marks. */
export function withoutInvisibles(text: string): string {
  return text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
}
