import type { SourceLine } from '../ingest/body-model/lines.ts'
import type { Element } from '../ingest/page/element.ts'
import { seededRandom } from './boost.ts'

/**
 * Copies of labelled pages with something taken away, so that the model leans on no single sign: pages whose classes
 * say nothing, short articles, heads that state nothing.
 */

const SHORTEST = 0.25

/** Places of the blocks that stay, and the blocks. */
export interface Variation {
  readonly kept: readonly number[]
  readonly lines: readonly SourceLine[]
}

/** One such copy of a page, by chance as the seed has it. */
export function vary(lines: readonly SourceLine[], body: Uint8Array, seed: number): Variation {
  const random = seededRandom(seed)
  const mute = random() < 0.5
  const silent = random() < 0.5
  const kept = shorten(body, random() < 0.5 ? SHORTEST + (1 - SHORTEST) * random() : 1)
  const plain = new Map<Element, Element>()
  return {
    kept,
    lines: kept.map((at) => {
      const line = lines[at] as SourceLine
      const { markup } = line
      if (!markup) return line
      return {
        ...line,
        markup: {
          ...markup,
          ...(mute && { element: withoutLabels(markup.element, plain), inline: 0 }),
          ...(silent && { stated: { ...markup.stated, body: -1, description: -1 } }),
        },
      }
    }),
  }
}

/** All blocks but those of the body after a share of it. */
function shorten(body: Uint8Array, share: number): number[] {
  const most = Math.ceil(share * body.reduce((sum, is) => sum + is, 0))
  let seen = 0
  return [...body.keys()].filter((at) => !body[at] || ++seen <= most)
}

/** The same element, and the same around it, as a page without classes would have them. */
function withoutLabels(element: Element, known: Map<Element, Element>): Element {
  const chain: Element[] = []
  for (let at: Element | null = element; at && !known.has(at); at = at.parent) chain.push(at)
  for (const one of chain.reverse()) {
    known.set(one, {
      ...one,
      labels: 0,
      isBody: false,
      make: one.name,
      parent: one.parent && (known.get(one.parent) ?? null),
    })
  }
  return known.get(element) as Element
}
