import type Token from 'markdown-it/lib/token.mjs'

/** The anchor of an article's block: its place in `plainBlocks` of the body, from 1. */
export const blockAnchor = (place: number): string => `p${place}`

/** Gives the blocks of a parsed body their anchors. The paragraphs of tight lists are shown, for an id to stand on. */
export function anchorBlocks(tokens: Token[]): void {
  let place = 0
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'fence' || token.type === 'code_block') token.attrSet('id', blockAnchor(++place))
    if (token.type !== 'inline') continue
    const [open, close] = [tokens[at - 1], tokens[at + 1]]
    open?.attrSet('id', blockAnchor(++place))
    for (const tag of [open, close]) if (tag?.hidden) tag.hidden = false
  }
}
