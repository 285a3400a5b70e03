import { foldSpace } from '../../content/space.ts'
import { words } from '../../content/words.ts'
import { plainText } from './plain-text.ts'

/** Of the places that state a title, so many come first that never add the site's name to it. */
const OWN_WORDS = 2
/** A site's name and its section have no more words than this. */
const SITE_WORDS = 6
/** Characters. What is longer is no headline, whatever a page calls it; lists and feeds would have to print it. */
const LONGEST_TITLE = 1000

/**
 * Titles, the most trustworthy first. What several places of a page agree upon goes before what one says: JSON-LD is
 * often written for search engines, `og:title` for social networks, and `<title>` has the site's name in it.
 */
export function rankTitles(
  stated: string | undefined,
  h1: string[],
  social: string[],
  structured: string[],
  title: string[],
): string[] {
  const groups: [texts: string[], weight: number][] = [
    [stated ? [stated] : [], 1.2],
    [h1.slice(0, 3), 1],
    [structured.slice(0, 3), 1],
    [social, 0.6],
    [title, 0.5],
  ]
  // A heading of the page is printed as it stands; elsewhere markup and references are remains of another page's.
  const printed = new Set(h1.map(foldSpace))
  const read = (text: string) => (printed.has(foldSpace(text)) ? foldSpace(text) : plainText(text))
  const said = groups.map(([texts, weight], at) => ({
    texts: texts.map(read).filter((text) => text !== '' && text.length <= LONGEST_TITLE),
    weight,
    agrees: at < OWN_WORDS ? isSame : isTitleOf,
  }))
  const texts = said.flatMap((group) => group.texts)
  const scores = texts.map((text) =>
    said.reduce(
      (sum, { texts, weight, agrees }) => sum + (texts.some((other) => agrees(text, other)) ? weight : 0),
      0,
    ),
  )
  return texts
    .map((text, at) => ({ text, score: scores[at] ?? 0, at }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ text }) => text)
}

const isSame = (title: string, other: string): boolean => words(title).join(' ') === words(other).join(' ')

/** Whether a `<title>` is a headline, alone or with the site's name beside it. */
export function isTitleOf(headline: string, title: string): boolean {
  const [a, b] = [words(headline), words(title)]
  if (a.length < 3) return isSame(headline, title)
  const [text, whole] = [a.join(' '), b.join(' ')]
  return (
    text === whole ||
    (b.length - a.length <= SITE_WORDS && (whole.startsWith(`${text} `) || whole.endsWith(` ${text}`)))
  )
}
