import { type Account, type Compared, comparedTexts } from './account.ts'
import { type Cluster, clusterOf, daysExclude, type Item, link, linkToRest } from './cluster.ts'
import type { Event } from './event.ts'
import { type Grouping, groupItems } from './grouping.ts'
import { passageOf } from './passage.ts'

/** How well a text fits the others of its story: their average likeness, and what is asked for; no likeness suffices months apart. */
export interface Fit {
  likeness: number
  asked: number
}

/** What is nearest to a text in its story. */
export interface Nearest {
  title: string
  likeness: number
  /** Days between the two, where both dates are sure. */
  daysApart?: number
  /** Whether their leads tell of different days. */
  ofOtherDays: boolean
}

/** What speaks for the stories that some articles are in, by article; nothing for one that is alone or a copy in its original's story. */
export function fitsOf(
  accounts: Account[],
  events: Event[],
  wanted: ReadonlySet<string>,
): Map<string, Fit & { nearest?: Nearest }> {
  const texts = comparedTexts(accounts, events)
  const groups = groupItems(texts.map(({ item }) => item))
  return new Map(
    texts.flatMap(({ account, item }, at) => {
      if (!account?.story || !wanted.has(account.id)) return []
      const home = groups.clusterOf(at)
      const fit = fitOf(clusterOf(item, groups.commonnessOf(at)), home)
      return fit ? [[account.id, { ...fit, nearest: nearestAt(home, at, texts, groups) }] as const] : []
    }),
  )
}

/** How a text fits the rest of the cluster that it is part of; undefined where there is no rest. */
export function fitOf(one: Cluster, home: Cluster): Fit | undefined {
  const rest = linkToRest(one, home)
  return rest && { likeness: rest.likeness, asked: rest.likeness - rest.margin }
}

/** What is nearest to a text in its story; a story's entry that is a headline only tells nothing. */
export function nearestAt(
  home: Cluster,
  at: number,
  texts: Compared[],
  groups: Grouping,
): Nearest | undefined {
  const { item } = texts[at] as Compared
  const clusterAt = (one: Item, index: number) => clusterOf(one, groups.commonnessOf(index))
  const [nearest] = texts
    .flatMap((text, index) =>
      index !== at && passageOf(text.telling.paragraphs).count > 0 && groups.clusterOf(index) === home
        ? [{ ...text, likeness: link(clusterAt(item, at), clusterAt(text.item, index)).likeness }]
        : [],
    )
    .sort((a, b) => b.likeness - a.likeness)
  if (!nearest) return undefined
  const { telling, likeness, item: other } = nearest
  return {
    title: telling.title,
    likeness,
    daysApart: item.day === undefined || other.day === undefined ? undefined : Math.abs(item.day - other.day),
    ofOtherDays: item.told.length > 0 && other.told.length > 0 && daysExclude(item.told, other.told),
  }
}
