/** What stands before the text at the head of a wire story: "WASHINGTON (QPS) — ". */
export interface Dateline {
  /** As printed, without the dash; absent where there is none. */
  dateline?: string
  paragraphs: string[]
}

/** How far the agency and the day may go on behind the place. */
const LONGEST = 60

/** Takes the dateline off the paragraph that opens with it. `place` is what the article's front matter names. */
export function takeDateline(paragraphs: string[], place: string | undefined): Dateline {
  const at = place ? paragraphs.slice(0, 3).findIndex((text) => text.startsWith(place)) : -1
  const text = paragraphs[at]
  if (!place || text === undefined) return { paragraphs }
  const behind = /^([^–—]*?)(?:\s+--?\s+|\s*[–—]+\s*|:\s)/.exec(
    text.slice(place.length, place.length + LONGEST),
  )
  if (!behind) return { paragraphs }
  return {
    dateline: `${place}${behind[1]}`.trim(),
    paragraphs: paragraphs.with(at, text.slice(place.length + behind[0].length)),
  }
}
