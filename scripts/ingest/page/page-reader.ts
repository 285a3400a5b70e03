import { Parser } from 'htmlparser2'
import { foldSpace } from '../../content/space.ts'
import { type Element, labelBits, type Markup } from './element.ts'

const BLOCK = new Set(
  'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** These dress words up and make no place of their own. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
)
const BOLD = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const ITALIC = new Set(['i', 'em', 'cite'])
const SILENT = new Set(
  'script style noscript template svg math iframe object select textarea button canvas video audio title'.split(
    ' ',
  ),
)
/** Deeper elements are read as if they stood at this depth: no honest page needs more, and work per tag stays bounded. */
const DEEPEST = 256
/** Further blocks are left out unread. */
const MOST_BLOCKS = 20_000
const UNSEEN = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

/** A block as read: the words between two tags that break the line. */
export interface ReadBlock extends Omit<Markup, 'stated'> {
  readonly text: string
}

/** Elements that are open. What holds for everything inside is carried along, so that no tag has to look far. */
interface Open {
  readonly name: string
  readonly element: Element
  readonly inline: number
  readonly silent: boolean
  readonly hidden: boolean
  readonly link: boolean
  readonly bold: boolean
  readonly italic: boolean
  readonly pre: boolean
}

type Attributes = Readonly<Record<string, string>>

/** Told of everything the parser meets, for what pages say of themselves. */
export interface PageListener {
  opened(name: string, attributes: Attributes): void
  heard(piece: string): void
  closed(name: string): void
}

const ROOT: Element = { id: 0, name: '', parent: null, depth: 0, labels: 0, isBody: false, make: '' }

/** Treats what opens too deep as void, so that neither its stack nor ours grows. */
class FlatParser extends Parser {
  depth = 0
  /** Set between the news of a start tag and the second look at it, when `depth` counts the tag already. */
  opened = false

  override isVoidElement(name: string): boolean {
    const before = this.depth - (this.opened ? 1 : 0)
    this.opened = false
    return before >= DEEPEST || super.isVoidElement(name)
  }
}

class BlockReader {
  readonly blocks: ReadBlock[] = []
  #open: Open[] = [
    {
      name: '',
      element: ROOT,
      inline: 0,
      silent: false,
      hidden: false,
      link: false,
      bold: false,
      italic: false,
      pre: false,
    },
  ]
  #elements: number
  #text = ''
  #linked = 0
  #bold = 0
  #italic = 0
  #first: Open | undefined
  #broken = false

  constructor(elementsBefore: number) {
    this.#elements = elementsBefore
  }

  get depth(): number {
    return this.#open.length
  }

  get top(): Open {
    return this.#open.at(-1) as Open
  }

  open(name: string, attributes: Attributes): void {
    if (BLOCK.has(name)) this.flush(name === 'br')
    const above = this.top
    const labels = labelBits(name, attributes)
    const inline = INLINE.has(name)
    this.#open.push({
      name,
      element: inline ? above.element : this.#element(name, labels, attributes),
      inline: inline ? above.inline | labels : 0,
      silent: above.silent || SILENT.has(name),
      hidden: above.hidden || isHidden(attributes),
      link: above.link || name === 'a',
      bold: above.bold || BOLD.has(name),
      italic: above.italic || ITALIC.has(name),
      pre: above.pre || name === 'pre',
    })
  }

  close(name: string): void {
    if (BLOCK.has(name) && name !== 'br') this.flush(false)
    if (this.#open.length > 1) this.#open.pop()
  }

  add(piece: string): void {
    const top = this.top
    const lines = top.pre ? piece.split('\n') : [piece]
    lines.forEach((line, i) => {
      if (i > 0) this.flush(true)
      this.#add(line, top)
    })
  }

  #add(piece: string, top: Open): void {
    if (!this.#first && piece.trim()) this.#first = top
    this.#text += piece
    if (top.link) this.#linked += piece.length
    if (top.bold) this.#bold += piece.length
    if (top.italic) this.#italic += piece.length
  }

  /** Ends the block before a tag that breaks the line; `forced` where the next one belongs to the same paragraph. */
  flush(forced: boolean): void {
    const text = foldSpace(this.#text)
    if (text && this.#first && this.blocks.length < MOST_BLOCKS) {
      const share = (length: number): number => Math.min(1, length / this.#text.length)
      const { element, inline, hidden } = this.#first
      this.blocks.push({
        text,
        element,
        inline,
        hidden,
        links: share(this.#linked),
        bold: share(this.#bold),
        italic: share(this.#italic),
        broken: this.#broken,
      })
      this.#broken = false
    }
    if (text || !forced) this.#broken = forced
    this.#text = ''
    this.#linked = 0
    this.#bold = 0
    this.#italic = 0
    this.#first = undefined
  }

  #element(name: string, labels: number, attributes: Attributes): Element {
    const parent = this.top.element
    const { class: classes = '', itemprop = '' } = attributes
    return {
      id: ++this.#elements,
      name,
      parent,
      depth: parent.depth + 1,
      labels,
      isBody: /articlebody/i.test(itemprop),
      make: `${name}.${classes.slice(0, 120)}`,
    }
  }
}

/**
 * Reads a page in one pass and without a tree of its own. Everything is bounded by the length of the source. Elements
 * are numbered from `elementsBefore` on, so that a second source can be read into the same page.
 */
export function readBlocks(source: string, listener: PageListener, elementsBefore = 0): ReadBlock[] {
  const reader = new BlockReader(elementsBefore)
  let flatName = ''
  const parser = new FlatParser({
    onopentag(name, attributes) {
      listener.opened(name, attributes)
      reader.open(name, attributes)
      flatName = parser.depth >= DEEPEST ? name : ''
      parser.depth = reader.depth
      parser.opened = name !== 'br'
    },
    ontext(piece) {
      listener.heard(piece)
      if (!reader.top.silent && !SILENT.has(flatName)) reader.add(piece)
    },
    onclosetag(name) {
      listener.closed(name)
      reader.close(name)
      parser.depth = reader.depth
    },
  })
  parser.end(source)
  reader.flush(false)
  return reader.blocks
}

function isHidden(attributes: Attributes): boolean {
  return (
    attributes.hidden !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    UNSEEN.test(attributes.style ?? '')
  )
}
