import { STRAY_JOINER } from './visible.ts'

/** What a text without anything to fold does not have; most are such and stay as they are. */
const UNFOLDED = /[^\S ]|^ | $| {2}/

/** White space folded to single spaces, ends trimmed, what prints as nothing left out. Linear: no pattern here can backtrack. */
export function foldSpace(printed: string): string {
  const text = withoutInvisibles(printed)
  if (!UNFOLDED.test(text)) return text
  return text.split(/\s+/).filter(Boolean).join(' ')
}

const INVISIBLE = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff]/g
const JOINER = /[\u200c\u200d]/

/**
 * A text without what prints as nothing: soft hyphens, zero-width spaces, word joiners, byte order marks, and joiners
 * where nothing is joined. Persian, the scripts of India and composed pictures keep theirs.
 */
export function withoutInvisibles(text: string): string {
  const plain = text.replace(INVISIBLE, '')
  return JOINER.test(plain) ? plain.replace(STRAY_JOINER, '') : plain
}
