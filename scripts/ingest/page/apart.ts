/** An open element that is about something else than the article: comments, a menu, a list of other stories. */
export interface Apart {
  readonly depth: number
  readonly above: Apart | undefined
  /** Whether the article itself turned out to stand inside: then its name only tells of the page's layout. */
  wraps: boolean
}

const WORDS =
  /^(?:(?:article|post|entry|story|c|o|m|js)[-_]+)?(?:comments?|respond|related|sidebar|widget[-_]?(?:area|recent|popular|latest|related)|latest|popular|trending|most[-_]?(?:read|popular|viewed|shared|recent|commented)|recommend(?:s|ed|ations?)?|ticker)(?:[-_\d]|$)/
/** `comments-open` says something of an element that is no comment. */
const STATE = /[-_](?:open|opened|closed|enabled|disabled|off|on|none)$/
/** Of an aside with one of these words the matter is the article. */
const OF_THE_ARTICLE = /\b(?:meta|byline|authors?|date|published|info)\b/
/** Their classes say how the page is laid out, not what they are. */
const WHOLE_PAGE = new Set(['html', 'body', 'main'])
const LONGEST_LABEL = 200

/** Whether an element's name, class or id calls it a place of other matters than the article. */
export function isApart(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (WHOLE_PAGE.has(name)) return false
  const { class: classes = '', id = '', itemtype = '' } = attributes
  if (name === 'nav' || /\bschema\.org\/(?:User)?Comments?$/i.test(itemtype)) return true
  const label = `${classes.slice(0, LONGEST_LABEL)} ${id.slice(0, LONGEST_LABEL)}`
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
  if (name === 'aside' && !OF_THE_ARTICLE.test(label.replaceAll('_', '-'))) return true
  return label.split(/\s+/).some((word) => WORDS.test(word) && !STATE.test(word))
}

/** Whether something stands in a place of another matter. */
export function standsApart(innermost: Apart | undefined): boolean {
  for (let at = innermost; at; at = at.above) if (!at.wraps) return true
  return false
}

/** Notes that the article, or its headline, stands inside of all that is open. */
export function wrap(innermost: Apart | undefined): void {
  for (let at = innermost; at; at = at.above) at.wraps = true
}
