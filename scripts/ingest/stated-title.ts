import { words } from '../content/words.ts'
import type { Line, PageFacts } from './draft.ts'
import { remembering } from './line-memory.ts'
import type { Subject } from './subject.ts'

const LEAST_OVERLAP = 0.4
/** The same for a title that two places state. */
const LEAST_BACKED = 0.25
/** A headline that the page prints and more places than these state besides needs no words of the body in it. */
const AGREED = 2
const LONGEST = 300

const fold = remembering((text) => words(text).join(' '))

/** The first title of the page's head that speaks of the body, without the site's name. */
export function statedTitle(
  { titles, siteName = '' }: PageFacts,
  about: Subject,
  lines: Line[],
): string | undefined {
  const printers = lines.filter(({ text }) => /^(?:©|copyright)/i.test(text)).map(({ text }) => fold(text))
  const isSite = (part: string) =>
    fold(part) === fold(siteName) || (part.length >= 4 && printers.some((line) => line.includes(fold(part))))
  const heads = new Set(lines.flatMap(({ text }) => (text.length <= LONGEST ? [fold(text)] : [])))
  for (const title of titles) {
    const printed = heads.has(fold(title))
    const text = printed ? title : withoutSiteName(title, isSite, about)
    const backing = titles.filter((other) => fold(other).includes(fold(text))).length
    const least = printed && backing > AGREED ? 0 : backing > 1 ? LEAST_BACKED : LEAST_OVERLAP
    if (text.split(' ').length >= 2 && fold(text) !== fold(siteName) && about.share(text) >= least)
      return text
  }
  return undefined
}

/** Parts between dashes or bars that are the site's name, or speak of nothing that the body does, fall away from the ends. */
function withoutSiteName(title: string, isSite: (part: string) => boolean, about: Subject): string {
  const marks = [...title.matchAll(/\s+[-–—|·•»]+\s+|:\s+|\s*[|»]\s*/g)]
  const [first, last] = [marks[0], marks.at(-1)]
  if (!first || !last) return title
  const [head, tail] = [title.slice(0, last.index), title.slice(last.index + last[0].length)]
  const isName =
    /^[\p{Lu}\p{N}]|\.\p{Ll}/u.test(tail) && tail.split(' ').length <= 5 && about.share(tail) < 0.5
  if (isSite(tail) || (isName && !last[0].startsWith(':') && about.share(head) > 0))
    return withoutSiteName(head, isSite, about)
  return isSite(title.slice(0, first.index)) ? title.slice(first.index + first[0].length) : title
}
