import { byCodePoint } from '../content/order.ts'
import { type Account, comparedTexts, sizeOf } from './account.ts'
import { clusterOf, type Link, link, linkToRest } from './cluster.ts'
import { type Event, mergedStories } from './event.ts'
import { groupItems, proposals } from './grouping.ts'

/** Which story an article belongs to; `opens` marks the article that a new story is named after. */
export interface Membership {
  story: string
  opens: boolean
}

/** A membership decided by less than this is shown to the editor. */
const UNSURE = 0.04

/**
 * Sorts articles into stories. Articles that have one stay; a copy goes where its original is; the others join the
 * existing story that they belong to, or open one together, named after its fullest account.
 */
export function assignStories(
  accounts: Account[],
  events: Event[],
  nameStory: (account: Account) => string,
): Map<string, Membership> {
  const found = new Map<string, Membership>()
  for (const { id, story } of accounts) if (story) found.set(id, { story, opens: false })
  const texts = comparedTexts(accounts, events)
  const groups = groupItems(texts.map(({ item }) => item))
  const free = texts.flatMap(({ account }, at) =>
    account && !account.story ? [{ account, group: groups.groupOf(at), size: sizeOf(account) }] : [],
  )
  free.sort((a, b) => b.size - a.size || byCodePoint(a.account.id, b.account.id))
  const opened = new Map<number, string>()
  for (const { account, group } of free) {
    const story = groups.clusterOf(group).story ?? opened.get(group)
    const name = story ?? nameStory(account)
    opened.set(group, name)
    found.set(account.id, { story: name, opens: story === undefined })
  }
  const current = mergedStories(events)
  for (const { id, copyOf = '' } of accounts) {
    const original = found.get(copyOf)
    if (original && !found.has(id)) found.set(id, { story: current(original.story), opens: false })
  }
  return found
}

/** A membership that could as well have gone otherwise, for the editor to settle. */
export interface UnsureMembership {
  article: string
  story: string
  /** The story it might belong to instead; absent where it hardly fits the one it is in. */
  other?: string
  likeness: number
}

/** Memberships that little decides: independent accounts close to a limit, or as close to another story as to theirs. */
export function unsureMemberships(accounts: Account[], events: Event[]): UnsureMembership[] {
  const texts = comparedTexts(accounts, events)
  const items = texts.map(({ item }) => item)
  const groups = groupItems(items)
  const proposed = bothWays(proposals(items))
  return texts.flatMap(({ account, item }, at) => {
    if (!account?.story) return []
    const home = groups.clusterOf(at)
    const one = clusterOf(item, groups.commonnessOf(at))
    const own = linkToRest(one, home)
    const [other] = [...new Set((proposed[at] ?? []).map((near) => groups.clusterOf(near)))]
      .filter((cluster) => cluster !== home)
      .flatMap((cluster) => (cluster.story ? [{ story: cluster.story, ...link(one, cluster) }] : []))
      .sort((a, b) => b.margin - a.margin || byCodePoint(a.story, b.story))
    const { id: article, story } = account
    if (other && other.margin >= -UNSURE && other.margin > marginOf(own) - UNSURE)
      return [{ article, story, other: other.story, likeness: other.likeness }]
    return own && own.margin < UNSURE ? [{ article, story, likeness: own.likeness }] : []
  })
}

/** A text that is alone in its story fits it without question. */
const marginOf = (own: Link | undefined): number => own?.margin ?? 0

/** Each text's proposals together with the texts that it was proposed to. */
function bothWays(proposals: number[][]): number[][] {
  const both = proposals.map((others) => [...others])
  for (const [at, others] of proposals.entries()) for (const other of others) both[other]?.push(at)
  return both
}
