import type { Draft, Line } from './draft.ts'
import { sameLine } from './line-memory.ts'
import { type Element, placeOf, type StatedShares } from './page/element.ts'
import { type PageListener, type ReadBlock, readBlocks } from './page/page-reader.ts'
import { PageStatements } from './page/page-statements.ts'
import { statedBody, statedShares, unprintedBody } from './page/stated.ts'

/**
 * A saved page as blocks, in one pass and without a tree, so that nesting can be as deep as it likes. The page's own
 * statements (JSON-LD, meta tags, title) are collected on the way.
 */
export function htmlBlocks(source: string): Pick<Draft, 'lines' | 'facts'> {
  const page = new PageStatements()
  const printed = readBlocks(source, page).filter(({ hidden }) => !hidden)
  const facts = page.facts()
  const body = statedBody(page.scripts)
  const unprinted = unprintedBody(
    body,
    printed.map(({ text }) => text),
  )
  const seen = [...printed, ...readBlocks(unprinted, SILENCE, source.length)]
  const shares = statedShares(
    seen.map(({ text }) => text),
    { titles: facts.titles, body, descriptions: page.descriptions },
  )
  return { lines: seen.map((block, i) => lineOf(block, shares[i] as StatedShares)), facts }
}

const SILENCE: PageListener = { opened() {}, heard() {}, closed() {} }

function lineOf(block: ReadBlock, stated: StatedShares): Line {
  const { text, ...rest } = block
  return {
    text: sameLine(text),
    kind: kindOf(block.element),
    gap: 0,
    links: block.links,
    place: placeOf(block),
    markup: { ...rest, stated },
  }
}

const KIND_LEVELS = 6

function kindOf(element: Element): Line['kind'] {
  let at: Element | null = element
  for (let level = 0; at && level < KIND_LEVELS; level++) {
    if (/^h[1-6]$/.test(at.name)) return 'heading'
    if (at.name === 'li') return 'item'
    if (at.name === 'blockquote') return 'quote'
    at = at.parent
  }
  return 'paragraph'
}
