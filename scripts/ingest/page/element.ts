import type { Removed } from '../draft.ts'

/** What the name, classes, id and role of an element call it, word by word: `most-read`, `inlineRelated`. */
const LABELS = {
  nav: 'nav menu navigation navbar breadcrumb breadcrumbs masthead topbar toolbar skip',
  related:
    'aside related recommend recommended recommendation recommendations popular trending sidebar rail teaser teasers mostread readmore alsoread seealso outbrain taboola promoted latest more next river ranking suggested mostpopular morestories',
  share: 'share sharing social sns tools',
  caption: 'figcaption caption captions credit credits copyright photocredit imagecaption',
  picture: 'figure image img photo media gallery slideshow video player picture thumbnail',
  comments: 'comment comments disqus respond reply replies discussion commentlist coral viafoura',
  promo:
    'newsletter subscribe subscription signup cookie cookies consent paywall advert advertisement ad ads advertising sponsor sponsored promo promotion banner modal popup overlay cta donate gdpr notice marketing offer premium piano',
  author: 'author authors byline bylines bio authorbox contributor contributors writer profile vcard',
  footer: 'footer legal disclaimer bottom foot endnote footnote footnotes',
  meta: 'meta date time timestamp tag tags topic topics category categories dateline updated published info keywords',
  article: 'article story post entry news hentry blogpost',
  body: 'body content copy richtext rte prose maincontent',
  text: 'articlebody storybody storycontent postbody entrytext articlecontent entrycontent postcontent storytext articletext newscontent',
  paragraph: 'paragraph para text p block wysiwyg',
  summary:
    'summary standfirst dek deck lead lede excerpt subtitle subheadline description intro teasertext kicker sub abstract',
  headline: 'headline title heading hed head header',
  quote: 'quote pullquote blockquote testimonial',
  list: 'list items item grid card cards carousel slider feed collection',
  widget: 'widget textwidget module component box inset infobox factbox callout breaking ticker panel',
  embed: 'embed tweet twitter instagram youtube facebook fact table chart map wp',
  unseen: 'hidden hide invisible sr visuallyhidden screenreader offscreen print',
} as const

export type Label = keyof typeof LABELS
export const LABEL_NAMES = Object.keys(LABELS) as readonly Label[]

const LABEL_BITS: ReadonlyMap<string, number> = (() => {
  const bits = new Map<string, number>()
  LABEL_NAMES.forEach((label, i) => {
    for (const word of LABELS[label].split(' ')) bits.set(word, (bits.get(word) ?? 0) | (1 << i))
  })
  return bits
})()

const LABEL_BIT = Object.fromEntries(LABEL_NAMES.map((label, i) => [label, 1 << i])) as Readonly<
  Record<Label, number>
>

/** Labels that name a kind of removed line, the most telling first. */
const PLACES: readonly (readonly [Label, Removed])[] = [
  ['comments', 'comments'],
  ['share', 'share'],
  ['caption', 'caption'],
  ['promo', 'promo'],
  ['author', 'author-box'],
  ['related', 'related'],
  ['nav', 'navigation'],
  ['footer', 'copyright'],
]

const LONGEST_LABEL = 300
/** `post-content`, `story_body`: the text itself rather than any part of the page. */
const WORK = new Set('article story post entry news page blog single detail'.split(' '))
const WORDING = new Set('body content text copy paragraph paragraphs'.split(' '))
/** `with-sidebar` and `comments-open` say something of an element that is neither. */
const STATE = new Set(
  'no has with without is enabled disabled open opened closed active ready non'.split(' '),
)
/** Their classes say how the page is laid out, not what they are. */
const WHOLE_PAGE = new Set(['html', 'body', 'main', 'article'])

/** Bit set of the labels, in the order of LABEL_NAMES. */
export function labelBits(
  name: string,
  { class: classes = '', id = '', role = '' }: Readonly<Record<string, string>>,
): number {
  let bits = LABEL_BITS.get(name) ?? 0
  if (WHOLE_PAGE.has(name) || !(classes || id || role)) return bits
  for (const label of `${classes} ${id} ${role}`.slice(0, LONGEST_LABEL).split(/\s+/)) {
    const words = label
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[-_:]+/)
    if (words.some((word) => STATE.has(word))) continue
    words.forEach((word, i) => {
      bits |= LABEL_BITS.get(word) ?? 0
      const next = words[i + 1]
      if (!next) return
      bits |= LABEL_BITS.get(word + next) ?? 0
      if (WORK.has(word) && WORDING.has(next)) bits |= LABEL_BIT.text
    })
  }
  return bits
}

/** Whether a block stands in a list of comments or a menu, going by what is hardly ever wrong. */
export function isOutside(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parent)
    if (at.name === 'nav' || hasLabel(at.labels, 'comments')) return true
  return false
}

/** The bit that stands for a label in a set of them. */
export function labelBit(label: Label): number {
  return LABEL_BIT[label]
}

function hasLabel(bits: number, label: Label): boolean {
  return (bits & LABEL_BIT[label]) !== 0
}

/** An element that can hold blocks. Only those around text stay in memory. */
export interface Element {
  /** Number in the order of opening, within its page. */
  readonly id: number
  readonly name: string
  readonly parent: Element | null
  readonly depth: number
  readonly labels: number
  /** Whether the page says that this is the article's text (`itemprop=articleBody`). */
  readonly isBody: boolean
  /** Name and classes, to tell elements of one make. */
  readonly make: string
}

/** What a saved page's markup says about one block. */
export interface Markup {
  readonly element: Element
  /** Labels of the inline elements around its first words. */
  readonly inline: number
  /** Shares of its characters in links, bold and italic type. */
  readonly links: number
  readonly bold: number
  readonly italic: number
  readonly hidden: boolean
  /** Whether a forced line break parts it from the block before. */
  readonly broken: boolean
  /** Shares of its words that stand, in order, in the page's titles, its stated body and its descriptions; -1 where there is none. */
  stated: StatedShares
}

export interface StatedShares {
  readonly title: number
  readonly body: number
  readonly description: number
}

const PLACE_LEVELS = 8

/** The kind of removed line that the nearest telling element around a block would make it. */
export function placeOf({ element, inline }: Pick<Markup, 'element' | 'inline'>): Removed | undefined {
  let at: Element | null = element
  let labels = inline | element.labels
  for (let level = 0; at && level < PLACE_LEVELS; level++) {
    if (at.name === 'article' || at.name === 'main' || at.name === 'body' || at.isBody) return undefined
    for (const [label, place] of PLACES) if (hasLabel(labels, label)) return place
    at = at.parent
    labels = at?.labels ?? 0
  }
  return undefined
}
