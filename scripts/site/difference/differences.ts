import type { IsoDate } from '../../content/date.ts'
import { daysBetween } from '../../content/date.ts'
import { sentences } from '../../content/sentences.ts'
import { type DayMention, dayIn } from './day.ts'
import { type Figure, figuresIn } from './figure.ts'
import type { Context } from './figure-context.ts'
import { excludeEachOther, hasNumber } from './number.ts'
import { shared } from './stem.ts'

/** One account's text. */
export interface AccountText {
  paragraphs: string[]
  /** The day it was printed, where that is sure: weekdays are counted from it. */
  date?: IsoDate
}

/** What one account says. */
interface Version {
  /** Place of the account in the list given. */
  account: number
  /** As printed: "more than 1,000", "Wednesday". */
  value: string
  sentence: string
  /** Place of its paragraph, from 1. */
  paragraph: number
}

/** A figure or a day that accounts give so differently that both cannot be right. It says nothing about who is. */
export interface Difference {
  about: 'figure' | 'amount' | 'date'
  /** What is counted ("containers of munitions"), the unit of an amount ("dollars"); empty for a date. */
  counted: string
  versions: Version[]
}

interface Stated<T> extends Version {
  what: T
}

/** Longer ones were not written as sentences. */
const LONGEST_SENTENCE = 1200
/** Most figures of one noun, and days, that are looked at in one account: more is a table. */
const MOST_ALIKE = 30
/** Most accounts compared; an event told by more has editors enough. */
const MOST_ACCOUNTS = 40
/** Days farther apart belong to different events. */
const FARTHEST_DAYS = 31
const CONTRASTS = [
  ['kill', 'wound', 'miss', 'arrest', 'detain', 'captur'],
  ['import', 'export'],
  ['man', 'woman', 'child'],
  ['increase', 'decrease', 'fall', 'rise', 'rose', 'fell'],
  ['buy', 'sell'],
  ['support', 'oppos'],
  ['eastern', 'western', 'northern', 'southern'],
]

/**
 * Figures of the same unit and noun, and days, that independent accounts give differently. Two are compared only if
 * the words around say that they are about the same thing, and differ only if no value fits both ("more than 1,000"
 * and "11,000" agree). An account that also gives the other's value differs from nobody. Accounts are texts that do
 * not copy each other, in the order of the page.
 */
export function differences(accounts: AccountText[]): Difference[] {
  if (accounts.length < 2) return []
  const figures = new Map<string, Stated<Figure>[]>()
  const days: Stated<DayMention>[] = []
  accounts.slice(0, MOST_ACCOUNTS).forEach((account, at) => {
    collect(account, at, figures, days)
  })
  const found: Difference[] = []
  const incompatible = (a: Figure, b: Figure) => excludeEachOther(a.span, b.span)
  const compatible = (a: Figure, b: Figure) => !incompatible(a, b)
  for (const alike of figures.values())
    for (const group of conflicting(alike, sameThing, incompatible, compatible))
      found.push({ ...kindOf(group[0]?.what), versions: group.map(versionOf) })
  for (const group of conflicting(days, sameEvent, (a, b) => a.day !== b.day, tellsOfDay))
    found.push({ about: 'date', counted: '', versions: group.map(versionOf) })
  return found
}

/** Whether a paragraph has a number or a weekday at all: a quick look before the long one. */
const mayDiffer = (text: string): boolean => hasNumber(text) || /[a-z]day\b/.test(text)

function collect(
  { paragraphs, date }: AccountText,
  account: number,
  figures: Map<string, Stated<Figure>[]>,
  days: Stated<DayMention>[],
): void {
  let dayCount = 0
  const counts = new Map<string, number>()
  for (const [at, text] of paragraphs.entries()) {
    if (!mayDiffer(text)) continue
    for (const sentence of sentences(text)) {
      if (sentence.length > LONGEST_SENTENCE) continue
      const place = { account, sentence, paragraph: at + 1 }
      for (const what of figuresIn(sentence)) {
        const key = `${what.unit} ${what.noun}`
        const count = counts.get(key) ?? 0
        counts.set(key, count + 1)
        if (count >= MOST_ALIKE) continue
        const alike = figures.get(key) ?? []
        if (alike.length === 0) figures.set(key, alike)
        alike.push({ ...place, value: what.printed, what })
      }
      const day = dayCount < MOST_ALIKE ? dayIn(sentence, date) : undefined
      if (day) {
        dayCount++
        days.push({ ...place, value: day.printed, what: day })
      }
    }
  }
}

/**
 * Groups of statements, one an account, that are about the same and of which two at least exclude each other. Neither
 * account of such a pair may say elsewhere what the other says.
 */
function conflicting<T>(
  all: Stated<T>[],
  same: (a: T, b: T) => boolean,
  excludes: (a: T, b: T) => boolean,
  confirms: (own: T, other: T) => boolean,
): Stated<T>[][] {
  const taken = new Set<Stated<T>>()
  const groups: Stated<T>[][] = []
  const byAccount = new Map<number, Stated<T>[]>()
  for (const one of all) {
    const own = byAccount.get(one.account)
    if (own) own.push(one)
    else byAccount.set(one.account, [one])
  }
  const knows = (account: number, { what }: Stated<T>) =>
    byAccount.get(account)?.some((own) => confirms(own.what, what)) ?? false
  for (const [at, a] of all.entries()) {
    if (taken.has(a)) continue
    const group = [a]
    const others = all.slice(at + 1).filter((b) => !taken.has(b) && b.account !== a.account)
    const isNew = (b: Stated<T>) => group.every(({ account }) => account !== b.account)
    for (const b of others)
      if (
        isNew(b) &&
        excludes(a.what, b.what) &&
        !knows(a.account, b) &&
        !knows(b.account, a) &&
        same(a.what, b.what)
      )
        group.push(b)
    if (group.length === 1) continue
    for (const b of others) if (isNew(b) && !excludes(a.what, b.what) && same(a.what, b.what)) group.push(b)
    group.sort((x, y) => x.account - y.account)
    for (const one of group) taken.add(one)
    groups.push(group)
  }
  return groups
}

/** Whether two figures of one unit and noun count the same thing, told by the words around them. */
function sameThing(a: Figure, b: Figure): boolean {
  if (a.untold || b.untold) return false
  const [inA, inB] = [a.context(), b.context()]
  if (inA.scope !== inB.scope || apart(inA.times, inB.times) || apart(a.which, b.which)) return false
  if (apart(inA.when, inB.when) || stepsApart(inA.step, inB.step)) return false
  if (contrast(inA, inB) || !sameNames(inA.names, inB.names)) return false
  const common = shared(inA.sentence, inB.sentence)
  const smaller = Math.min(inA.sentence.size, inB.sentence.size)
  if (shared(inA.near, inB.near) >= 2 && common >= 4 && common / smaller >= 0.4) return true
  const behind = shared(inA.behind, inB.behind)
  return behind >= 3 && behind / Math.max(inA.behind.size, inB.behind.size) >= 0.6
}

/** Whether two sentences tell of one event: nearly the same words, and no names on both sides that the other lacks. */
function sameEvent(a: DayMention, b: DayMention): boolean {
  if (a.ofSaying !== b.ofSaying || Math.abs(daysBetween(a.day, b.day)) > FARTHEST_DAYS) return false
  const common = shared(a.around(), b.around())
  if (common < 5 || common / Math.min(a.around().size, b.around().size) < 0.6) return false
  return sameNames(a.names, b.names)
}

/** Whether one side names nobody and nothing that the other does not. */
function sameNames(a: Set<string>, b: Set<string>): boolean {
  const common = shared(a, b)
  return common === a.size || common === b.size
}

/** "Raised by 2 per cent" and "raised to 21": without a word it is "by". */
const stepsApart = (a: string, b: string): boolean => (a.toLowerCase() || 'by') !== (b.toLowerCase() || 'by')

/** Whether a sentence has another's day for something like its event. */
const tellsOfDay = (own: DayMention, other: DayMention): boolean =>
  own.day === other.day && shared(own.around(), other.around()) >= 3

const apart = (a: Set<string>, b: Set<string>): boolean => a.size > 0 && b.size > 0 && shared(a, b) === 0

/** Killed here and wounded there: the same people are not counted. */
function contrast(a: Context, b: Context): boolean {
  return CONTRASTS.some((set) => {
    const [inA, inB] = [a, b].map(({ near }) => set.filter((word) => near.has(word)).join())
    return inA !== inB
  })
}

const kindOf = (figure?: Figure): Pick<Difference, 'about' | 'counted'> => ({
  about: figure?.unit ? 'amount' : 'figure',
  counted: figure?.counted ?? '',
})

const versionOf = ({ account, value, sentence, paragraph }: Version): Version => ({
  account,
  value,
  sentence,
  paragraph,
})
