import { byCodePoint } from '../content/order.ts'
import { type Account, type Compared, comparedTexts } from './account.ts'
import { type Cluster, clusterOf, daysExclude, type Item, type Link, link, linkToRest } from './cluster.ts'
import type { Event } from './event.ts'
import { type Grouping, groupItems, proposals } from './grouping.ts'

/** A membership that could as well have gone otherwise, for the editor to settle. */
export interface UnsureMembership {
  article: string
  story: string
  /** Average likeness to the others of its story, absent where there are none, and what is asked for: no likeness suffices months apart. */
  own?: { likeness: number; asked: number }
  /** The story it might belong to instead. */
  other?: { story: string; likeness: number }
  /** Where it hardly fits the story it is in: what is nearest to it there. */
  nearest?: Nearest
}

interface Nearest {
  title: string
  likeness: number
  /** Days between the two, where both dates are sure. */
  daysApart?: number
  /** Whether their leads tell of different days. */
  ofOtherDays: boolean
}

/** A membership decided by less than this is shown to the editor. */
const UNSURE = 0.04

/**
 * Memberships that little decides: independent accounts close to a limit, or as close to another story as to theirs.
 * `isSettled` tells those that an editor wrote, of which nobody need be asked.
 */
export function unsureMemberships(
  accounts: Account[],
  events: Event[],
  isSettled: (article: string) => boolean,
): UnsureMembership[] {
  const texts = comparedTexts(accounts, events)
  const items = texts.map(({ item }) => item)
  const groups = groupItems(items)
  const proposed = bothWays(proposals(items))
  return texts.flatMap(({ account, item }, at): UnsureMembership[] => {
    if (!account?.story || isSettled(account.id)) return []
    const { id: article, story } = account
    const home = groups.clusterOf(at)
    const one = clusterOf(item, groups.commonnessOf(at))
    const rest = linkToRest(one, home)
    const own = rest && { likeness: rest.likeness, asked: rest.likeness - rest.margin }
    const other = nearestStory(
      one,
      home,
      (proposed[at] ?? []).map((text) => groups.clusterOf(text)),
    )
    if (other && other.margin >= -UNSURE && other.margin > marginOf(rest) - UNSURE)
      return [{ article, story, own, other: { story: other.story, likeness: other.likeness } }]
    const nearest = rest && rest.margin < UNSURE ? nearestAt(home, at, texts, groups) : undefined
    return nearest ? [{ article, story, own, nearest }] : []
  })
}

function nearestStory(one: Cluster, home: Cluster, near: Cluster[]): (Link & { story: string }) | undefined {
  return [...new Set(near)]
    .filter((cluster) => cluster !== home)
    .flatMap((cluster) => (cluster.story ? [{ story: cluster.story, ...link(one, cluster) }] : []))
    .sort((a, b) => b.margin - a.margin || byCodePoint(a.story, b.story))[0]
}

/** What is nearest to a text in its story; a story's entry that is a headline only tells nothing. */
function nearestAt(home: Cluster, at: number, texts: Compared[], groups: Grouping): Nearest | undefined {
  const { item } = texts[at] as Compared
  const clusterAt = (one: Item, index: number) => clusterOf(one, groups.commonnessOf(index))
  const [nearest] = texts
    .flatMap((text, index) =>
      index !== at && text.telling.paragraphs.length > 0 && groups.clusterOf(index) === home
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

/** A text that is alone in its story fits it without question. */
const marginOf = (own: Link | undefined): number => own?.margin ?? 0

/** Each text's proposals together with the texts that it was proposed to. */
function bothWays(proposals: number[][]): number[][] {
  const both = proposals.map((others) => [...others])
  for (const [at, others] of proposals.entries()) for (const other of others) both[other]?.push(at)
  return both
}
