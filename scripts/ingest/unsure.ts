import { byCodePoint } from '../content/order.ts'
import { type Account, comparedTexts } from './account.ts'
import { type Cluster, clusterOf, type Link, link } from './cluster.ts'
import type { Event } from './event.ts'
import { type Fit, fitOf, type Nearest, nearestAt } from './fit.ts'
import { groupItems } from './grouping.ts'
import { proposals } from './proposals.ts'

/** A membership that could as well have gone otherwise, for the editor to settle. */
export interface UnsureMembership {
  article: string
  story: string
  /** Absent where it is alone in its story. */
  own?: Fit
  /** The story it might belong to instead. */
  other?: { story: string; likeness: number }
  /** Where it hardly fits the story it is in: what is nearest to it there. */
  nearest?: Nearest
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
    const own = fitOf(one, home)
    const other = nearestStory(
      one,
      home,
      (proposed[at] ?? []).map((text) => groups.clusterOf(text)),
    )
    if (other && other.margin >= -UNSURE && other.margin > marginOf(own) - UNSURE)
      return [{ article, story, own, other: { story: other.story, likeness: other.likeness } }]
    const nearest = own && marginOf(own) < UNSURE ? nearestAt(home, at, texts, groups) : undefined
    return nearest ? [{ article, story, own, nearest }] : []
  })
}

function nearestStory(one: Cluster, home: Cluster, near: Cluster[]): (Link & { story: string }) | undefined {
  return [...new Set(near)]
    .filter((cluster) => cluster !== home)
    .flatMap((cluster) => (cluster.story ? [{ story: cluster.story, ...link(one, cluster) }] : []))
    .sort((a, b) => b.margin - a.margin || byCodePoint(a.story, b.story))[0]
}

/** A text that is alone in its story fits it without question. */
const marginOf = (own: Fit | undefined): number => (own ? own.likeness - own.asked : 0)

/** Each text's proposals together with the texts that it was proposed to. */
function bothWays(proposals: number[][]): number[][] {
  const both = proposals.map((others) => [...others])
  for (const [at, others] of proposals.entries()) for (const other of others) both[other]?.push(at)
  return both
}
