import { byCodePoint } from '../content/order.ts'
import type { Pack } from '../content/pack.ts'
import { type Account, comparedTexts, sizeOf } from './account.ts'
import { type Event, mergedStories } from './event.ts'
import { groupItems } from './grouping.ts'

/** Which story an article belongs to; `opens` marks the article that a new story is named after. */
export interface Membership {
  story: string
  opens: boolean
}

/**
 * Sorts articles into stories. Articles that have one stay; a copy goes where its original is; the others join the
 * existing story that they belong to, or open one together, named after its fullest account.
 */
export function assignStories(
  accounts: Account[],
  events: Event[],
  nameStory: (account: Account) => string,
  kept?: Pack,
): Map<string, Membership> {
  const found = new Map<string, Membership>()
  for (const { id, story } of accounts) if (story) found.set(id, { story, opens: false })
  if (accounts.some(isFree(accounts))) joinGroups(accounts, events, nameStory, found, kept)
  const current = mergedStories(events)
  for (const { id, copyOf = '' } of accounts) {
    const original = found.get(copyOf)
    if (original && !found.has(id)) found.set(id, { story: current(original.story), opens: false })
  }
  return found
}

/** Whether an account has to be compared with others to find its story: it has none, and none that it copies has one for it. */
function isFree(accounts: Account[]): (account: Account) => boolean {
  const ids = new Set(accounts.map(({ id }) => id))
  const originals = new Set(accounts.map(({ copyOf }) => copyOf))
  return ({ id, story, copyOf }) => !story && !(copyOf && ids.has(copyOf) && !originals.has(id))
}

function joinGroups(
  accounts: Account[],
  events: Event[],
  nameStory: (account: Account) => string,
  found: Map<string, Membership>,
  kept?: Pack,
): void {
  const texts = comparedTexts(accounts, events, kept)
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
}
