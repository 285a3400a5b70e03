import { type Element, LABEL_NAMES, type Markup } from '../page/element.ts'
import {
  ancestor,
  type BlockCount,
  type Containers,
  containers,
  FOREIGN_BITS,
  greatest,
  holderScores,
  labelsBelow,
  levelsApart,
  type Makes,
  makesOf,
  proseBefore,
  twinsOf,
} from './containers.ts'
import type { Context } from './context.ts'
import { NEAREST, TAGS } from './dom-names.ts'
import type { Scan } from './scan.ts'
import { log, signed } from './sums.ts'

/** The blocks of a page by element and by make. */
export interface Layout {
  readonly around: Containers
  readonly make: Makes
  readonly path: Makes
  readonly count: readonly BlockCount[]
}

const FAR = 12
const FOREIGN_AT = (
  ['comments', 'related', 'nav', 'footer', 'promo', 'share', 'caption', 'author'] as const
).map((label) => LABEL_NAMES.indexOf(label))
const FRIENDLY_AT = (['article', 'body', 'text'] as const).map((label) => LABEL_NAMES.indexOf(label))

/** How a page lays out its lines; `markups` has one entry a line. */
export function layoutOf(markups: readonly Markup[], { lines }: Scan, { prose }: Context): Layout {
  const count = lines.map(
    ({ words }, i): BlockCount => ({
      words,
      prose: prose[i] && (markups[i]?.links ?? 0) < 0.5 && !isHeading(markups[i]?.element) ? words : 0,
    }),
  )
  const around = containers(markups, count)
  const make = makesOf(
    markups.map(({ element }) => `${element.make}<${element.parent?.make}`),
    count,
  )
  const path = makesOf(
    markups.map(({ element }) => pathOf(element)),
    count,
  )
  return { around, make, path, count }
}

/** Tag names of the element and those around it: for pages whose classes change from block to block. */
function pathOf(element: Element): string {
  const { parent } = element
  return `${element.name}<${parent?.name}<${parent?.parent?.name} ${element.depth}`
}

function isHeading(element: Element | undefined): boolean {
  return element !== undefined && /^h[1-6]$/.test(element.name)
}

/** Features of every block but those of the second pass, in the order of MARKUP_NAMES. */
export function markupRows(
  markups: readonly Markup[],
  layout: Layout,
  write: (block: number, row: readonly number[]) => void,
): void {
  const { around, make, path, count } = layout
  const { parent, of, best, apart, prose, words, linked, blocks, score } = around
  const total = Math.max(1, prose[0] as number)
  const near = nearest(around)
  const inBest = proseBefore(of, () => best, around, count)
  const inParent = proseBefore(of, (i) => parent[of[i] as number] as number, around, count)
  const below = labelsBelow(around, best, apart)
  const twins = twinsOf(around)
  const title = titleBlock(markups)
  const titleApart = title < 0 ? null : levelsApart(parent, of[title] as number)
  const articles = articlesAround(around)
  const bestRange = rangeOf(of, apart)
  const told = markups.reduce(
    (sum, { stated }, i) => sum + Math.max(0, stated.body) * (count[i]?.words ?? 0),
    0,
  )
  const top = Math.max(1, score[best] as number)
  const bestDepth = around.elements[best]?.depth ?? 0
  markups.forEach((markup, i) => {
    const { element, inline, stated } = markup
    const own = of[i] as number
    const up = [1, 2, 3, 4].map((levels) => ancestor(parent, own, levels))
    const labels = element.labels | inline
    const makeWords = make.words[make.of[i] as number] as number
    const makeBlocks = make.blocks[make.of[i] as number] as number
    const pathWords = path.words[path.of[i] as number] as number
    const levels = near.at(own)
    write(i, [
      tagOf(element),
      markup.links,
      markup.bold,
      markup.italic,
      isHeading(element) ? Number(element.name[1]) : 0,
      markup.broken ? 1 : 0,
      stated.title,
      stated.body,
      stated.description,
      of[i - 1] === own ? 1 : 0,
      parent[of[i - 1] ?? 0] === up[0] ? 1 : 0,
      (make.prose[make.of[i] as number] as number) / total,
      apart[own] as number,
      ...LABEL_NAMES.map((_, k) => (labels >> k) & 1),
      ...levels,
      ...LABEL_NAMES.map((_, k) => ((below[own] as number) >> k) & 1),
      element.isBody || near.inBody[own] ? 1 : 0,
      element.depth,
      element.depth - bestDepth,
      apart[own] === 0 ? 1 : 0,
      Math.min(...FOREIGN_AT.map((k) => levels[k] as number)),
      Math.min(...FRIENDLY_AT.map((k) => levels[k] as number)),
      ...up.map((at) => (prose[at] as number) / total),
      ...up.slice(0, 3).map((at) => (linked[at] as number) / Math.max(1, words[at] as number)),
      ...up.slice(0, 2).map((at) => log((words[at] as number) / (blocks[at] as number))),
      ...[own, up[0], up[1]].map((at) => (score[at as number] as number) / top),
      (prose[best] as number) / total,
      inBest[i] as number,
      inParent[i] as number,
      signed(i, bestRange.from, bestRange.to),
      log(makeBlocks),
      makeWords / Math.max(1, words[0] as number),
      log(makeWords / makeBlocks),
      log(path.blocks[path.of[i] as number] as number),
      pathWords / Math.max(1, words[0] as number),
      (path.prose[path.of[i] as number] as number) / total,
      stated.body < 0 ? -1 : log(told),
      stated.body < 0 ? -1 : told / Math.max(1, words[0] as number),
      ...up.map((at) => log(twins[at] as number)),
      log(Math.max(...up.map((at) => twins[at] as number))),
      titleApart ? (titleApart[own] as number) : -1,
      title < 0 ? -9 : signed(i, title, title + 1),
      articles[own] as number,
    ])
  })
}

/** Mean probability, by the word, among the blocks of one make and in the elements around. */
export function markupScores(
  { around, make, path, count }: Layout,
  probability: ArrayLike<number>,
  write: (block: number, row: readonly number[]) => void,
): void {
  const { of, parent } = around
  const weight = (i: number): number => 2 + (count[i]?.words ?? 0)
  const mean = (groups: Int32Array, size: number, up?: Int32Array) => {
    const sum = new Float64Array(size)
    const all = new Float64Array(size)
    groups.forEach((group, i) => {
      sum[group] = (sum[group] as number) + weight(i) * (probability[i] as number)
      all[group] = (all[group] as number) + weight(i)
    })
    for (let at = size - 1; up && at > 0; at--) {
      const holder = up[at] as number
      sum[holder] = (sum[holder] as number) + (sum[at] as number)
      all[holder] = (all[holder] as number) + (all[at] as number)
    }
    return {
      share: (group: number): number => (sum[group] as number) / Math.max(1, all[group] as number),
      sum: (group: number): number => sum[group] as number,
    }
  }
  const ofMake = mean(make.of, make.blocks.length)
  const ofPath = mean(path.of, path.blocks.length)
  const inside = mean(of, parent.length, parent)
  const total = Math.max(1, inside.sum(0))
  const held = holderScores(of, parent, (i) => (probability[i] as number) * (count[i]?.words ?? 0))
  const holder = greatest(held)
  const apart = levelsApart(parent, holder)
  const below = labelsBelow(around, holder, apart)
  of.forEach((own, i) => {
    const [first, second] = [ancestor(parent, own, 1), ancestor(parent, own, 2)]
    write(i, [
      ofMake.share(make.of[i] as number),
      ofPath.share(path.of[i] as number),
      inside.share(first),
      inside.share(second),
      inside.share(own),
      apart[own] as number,
      (held[first] as number) / Math.max(1, held[holder] as number),
      ((below[own] as number) & FOREIGN_BITS) === 0 ? 0 : 1,
      inside.sum(first) / total,
      inside.sum(second) / total,
    ])
  })
}

/** The block that prints a title the page states, a first-rank heading rather than another; -1 for none. */
function titleBlock(markups: readonly Markup[]): number {
  const prints = ({ stated }: Markup): boolean => stated.title === 2
  const heading = markups.findIndex((markup) => prints(markup) && markup.element.name === 'h1')
  return heading >= 0 ? heading : markups.findIndex(prints)
}

/** Number of `article` elements around each element: the second holds another text. */
function articlesAround({ elements, parent }: Containers): Uint8Array {
  const articles = new Uint8Array(elements.length)
  elements.forEach(({ name }, at) => {
    articles[at] = Math.min(
      9,
      (at > 0 ? (articles[parent[at] as number] as number) : 0) + (name === 'article' ? 1 : 0),
    )
  })
  return articles
}

function tagOf({ name }: Element): number {
  const at = TAGS.indexOf(/^h[1-6]$/.test(name) ? 'h' : name)
  return at < 0 ? TAGS.length : at
}

function rangeOf(of: Int32Array, apart: Int32Array): { readonly from: number; readonly to: number } {
  const inside = (own: number): boolean => apart[own] === 0
  return { from: Math.max(0, of.findIndex(inside)), to: of.findLastIndex(inside) + 1 }
}

/** Levels from each element up to the nearest one with each label, then to the nearest one of each name; FAR for none. */
function nearest({ elements, labels, parent }: Containers): {
  readonly at: (own: number) => readonly number[]
  readonly inBody: Uint8Array
} {
  const width = LABEL_NAMES.length + NEAREST.length
  const levels = new Uint8Array(elements.length * width).fill(FAR)
  const inBody = new Uint8Array(elements.length)
  elements.forEach((element, at) => {
    const holder = parent[at] as number
    inBody[at] = element.isBody || inBody[holder] ? 1 : 0
    for (let k = 0; k < width; k++) {
      const is =
        k < LABEL_NAMES.length
          ? ((labels[at] as number) >> k) & 1
          : element.name === NEAREST[k - LABEL_NAMES.length]
      levels[at * width + k] = is
        ? 0
        : Math.min(FAR, (at === 0 ? FAR : (levels[holder * width + k] as number)) + 1)
    }
  })
  return { at: (own) => [...levels.subarray(own * width, (own + 1) * width)], inBody }
}
