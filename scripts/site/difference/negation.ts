const DENIED = /\b(?:not|never|no|nobody|none|neither|nor|without|den(?:y|ied|ies))\b|n['’]t\b/i
const DENIED_BEHIND = /\b(?:not|never)\b|n['’]t\b/i
/** A clause is looked at no farther than this on either side, in characters. */
const REACH = 120

/** Whether the clause around a place of a sentence denies what it tells: "did not send 3,000 soldiers". */
export function deniedAt(sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(Math.max(0, start - REACH), start).split(/[,;:“”](?:\s|$)|[–—]/)
  const behind = sentence.slice(end, end + REACH).split(/[,;:“”](?:\s|$)|[–—]/)
  return DENIED.test(before.at(-1) ?? '') || DENIED_BEHIND.test(behind[0] ?? '')
}
