import { daysBetween, type IsoDate } from '../content/date.ts'
import { plainBlocks } from '../content/markdown.ts'
import { byCodePoint } from '../content/order.ts'
import type { Story } from '../content/story.ts'
import { cosine, proposingWords, tellingWords, type Vector, weighTexts } from './likeness.ts'

/** What is asked of an article to tell which event it is about. */
export interface Account {
  id: string
  title: string
  paragraphs: string[]
  date?: IsoDate
  /** Story it is in already; it stays there. */
  story?: string
  /** Article whose text this one's is. */
  copyOf?: string
}

/** An existing story, an editor's or an earlier run's, that articles may join. */
export interface Event {
  id: string
  text: string
  date?: IsoDate
}

/** Which story an article belongs to; `opens` marks the article that a new story is named after. */
export interface Membership {
  story: string
  opens: boolean
}

/** Likeness from which two accounts are of one event when their dates are near each other. */
const ALIKE = 0.2
/** The same when one of them has no date, so that only the words speak. */
const ALIKE_UNDATED = 0.35
/** Days that two accounts of one event may lie apart, and the likeness that makes up for more of them. */
const WINDOW = 4
const LONG_WINDOW = 14
const ALIKE_LATER = 0.4
/** A membership decided by less than this is shown to the editor. */
const UNSURE = 0.06

/** The published stories that an article may join. Their references' titles are how others headlined the event. */
export function eventsOf(stories: Story[]): Event[] {
  return stories
    .filter((story) => story.status === 'published' && !story.mergedInto)
    .map(({ id, title, summary, body, references, date }) => ({
      id,
      date,
      text: [title, summary, ...plainBlocks(body), ...references.map((reference) => reference.title)]
        .filter(Boolean)
        .join('\n'),
    }))
}

/**
 * Sorts articles into stories. Articles that have one stay; a copy goes where its original is; the others join the
 * story, existing or opened before them, whose members they are most alike on average, or open one. Texts are taken
 * fullest first, so the order in which files arrive does not matter.
 */
export function assignStories(
  accounts: Account[],
  events: Event[],
  nameStory: (account: Account) => string,
): Map<string, Membership> {
  const board = new Board(accounts, events)
  const found = new Map<string, Membership>()
  const settle = (account: Account, membership: Membership) => {
    found.set(account.id, membership)
    board.put(membership.story, account)
  }
  for (const account of accounts) if (account.story) settle(account, { story: account.story, opens: false })
  const size = (account: Account) => account.paragraphs.join(' ').length
  const free = accounts.filter((account) => !account.story)
  free.sort((a, b) => Number(!!a.copyOf) - Number(!!b.copyOf) || size(b) - size(a) || byCodePoint(a.id, b.id))
  for (const account of free) {
    const original = found.get(account.copyOf ?? '')?.story
    const joined = original ?? board.candidates(account).find(({ margin }) => margin >= 0)?.story
    settle(account, { story: joined ?? nameStory(account), opens: joined === undefined })
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
  const board = new Board(accounts, events)
  for (const account of accounts) if (account.story) board.put(account.story, account)
  return accounts.flatMap((account) => {
    if (!account.story || account.copyOf) return []
    const candidates = board.candidates(account)
    const own = candidates.find(({ story }) => story === account.story)
    const other = candidates.find(({ story, margin }) => story !== account.story && margin >= -UNSURE)
    if (other && other.margin > (own?.margin ?? 0) - UNSURE)
      return [{ article: account.id, story: account.story, other: other.story, likeness: other.likeness }]
    return own && own.margin < UNSURE
      ? [{ article: account.id, story: account.story, likeness: own.likeness }]
      : []
  })
}

interface Candidate {
  story: string
  likeness: number
  /** How far the likeness lies above what these dates ask for; negative when it falls short. */
  margin: number
}

/** Stories on the board with the vectors and dates of what is in them. */
class Board {
  readonly #vectors: Map<string, Vector>
  readonly #stories = new Map<string, { members: { id: string; vector: Vector }[]; dates: IsoDate[] }>()
  readonly #index = new Map<string, Set<string>>()

  constructor(accounts: Account[], events: Event[]) {
    const vectors = weighTexts([
      ...accounts.map(({ title, paragraphs }) => tellingWords(title, paragraphs)),
      ...events.map((event) => event.text),
    ])
    this.#vectors = new Map(
      [...accounts.map(({ id }) => `article ${id}`), ...events.map(({ id }) => `story ${id}`)].map(
        (key, at) => [key, vectors[at] as Vector],
      ),
    )
    for (const { id, date } of events) this.#add(id, `story ${id}`, date)
  }

  put(story: string, { id, date }: Account): void {
    this.#add(story, `article ${id}`, date)
  }

  /** Stories that share a telling word with an account, the one it most clearly belongs to first. */
  candidates({ id, date }: Account): Candidate[] {
    const key = `article ${id}`
    const vector = this.#vectors.get(key) ?? new Map()
    const stories = new Set(proposingWords(vector).flatMap((word) => [...(this.#index.get(word) ?? [])]))
    return [...stories]
      .flatMap((story) => {
        const { members = [], dates = [] } = this.#stories.get(story) ?? {}
        const others = members.filter((member) => member.id !== key)
        if (others.length === 0) return []
        const likeness =
          others.reduce((sum, member) => sum + cosine(vector, member.vector), 0) / others.length
        return [{ story, likeness, margin: likeness - leastLikeness(date, dates) }]
      })
      .sort((a, b) => b.likeness - a.likeness || byCodePoint(a.story, b.story))
  }

  #add(story: string, key: string, date?: IsoDate): void {
    const vector = this.#vectors.get(key) ?? new Map()
    const entry = this.#stories.get(story) ?? { members: [], dates: [] }
    entry.members.push({ id: key, vector })
    if (date) entry.dates.push(date)
    this.#stories.set(story, entry)
    for (const word of vector.keys()) this.#index.set(word, (this.#index.get(word) ?? new Set()).add(story))
  }
}

function leastLikeness(date: IsoDate | undefined, dates: IsoDate[]): number {
  if (!date || dates.length === 0) return ALIKE_UNDATED
  const apart = Math.max(...dates.map((other) => Math.abs(daysBetween(other, date))))
  return apart <= WINDOW ? ALIKE : apart <= LONG_WINDOW ? ALIKE_LATER : Infinity
}
