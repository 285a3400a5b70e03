import type { Publisher } from '../content/publisher.ts'
import { hasDate } from './date-line.ts'
import type { Draft, Removed } from './draft.ts'
import { masthead } from './masthead.ts'

/** Agencies of the world whose texts outlets carry; a digest adds its own in `publishers.yaml` (`agency: true`). */
const AGENCIES: [name: string, ...forms: string[]][] = [
  ['AP', 'Associated Press', 'The Associated Press'],
  ['Reuters', 'Thomson Reuters'],
  ['AFP', 'Agence France-Presse', 'Agence France Presse'],
  ['UPI', 'United Press International'],
  ['DPA', 'dpa', 'Deutsche Presse-Agentur'],
  ['EFE', 'Agencia EFE'],
  ['ANSA'],
  ['PA', 'PA Media', 'Press Association'],
  ['TASS', 'Tass', 'Itar-Tass'],
  ['Interfax'],
  ['RIA Novosti', 'Sputnik'],
  ['Xinhua', 'Xinhua News Agency'],
  ['Kyodo', 'Kyodo News'],
  ['Jiji', 'Jiji Press'],
  ['Yonhap', 'Yonhap News Agency'],
  ['KCNA', 'Korean Central News Agency'],
  ['PTI', 'Press Trust of India'],
  ['ANI', 'Asian News International'],
  ['CP', 'Canadian Press', 'The Canadian Press'],
  ['AAP', 'Australian Associated Press'],
  ['Ukrinform'],
  ['Bloomberg', 'Bloomberg News'],
]

const WORLD = new Map(
  AGENCIES.flatMap(([name, ...others]) => [name, ...others].map((form) => [fold(form), name])),
)

/** The agency of the world that a text is the name of; undefined for any other text. */
export function agencyNamed(text: string): string | undefined {
  return WORLD.get(fold(text))
}

/** The last words of a text that are an agency's name, as printed: "Dana Whitlock The Associated Press". */
export function agencyAtEnd(text: string): string | undefined {
  const words = text.split(' ')
  for (let count = Math.min(4, words.length); count > 0; count--) {
    const end = words.slice(-count).join(' ')
    if (agencyNamed(end)) return end
  }
  return undefined
}

const LABELLED = /^(?:source|via|agency|report|by)\s?:?\s+(.{2,40})$/i
const BARE = /^\(?([\p{L} .'’-]{2,40})\)?$/u
/** How many lines below the headline and below the text a name without a label may stand. */
const NEAR = 5
const NEAR_BELOW = 3
/** What names agencies for another reason: photographs, menus and other articles. */
const NO_CREDIT: (Removed | undefined)[] = ['caption', 'navigation', 'related', 'share', 'comments']

/** The agency that wrote the text, as its dateline, byline or closing credit names it. */
export function agency(draft: Draft, publishers: Publisher[]): Partial<Draft> {
  const forms = agencyForms(publishers)
  const { dateline, credit, facts, authors } = draft
  const named = [dateline?.agency, credit, ...facts.authors, ...authors].flatMap((text) =>
    text ? (forms.get(fold(text)) ?? []) : [],
  )[0]
  const found = named ?? onLine(draft, forms)
  return found ? { agency: found } : {}
}

/**
 * The agency that a line around the headline or below the text names, with a label before it, or else alone, near by or beside
 * a date. Where several stand alone they are a list and no credit.
 */
function onLine(draft: Draft, forms: Map<string, string>): string | undefined {
  const { lines, verdicts } = draft
  const { headline, from, to, below, end } = masthead(draft)
  const first = verdicts.findIndex(({ verdict }) => verdict === 'body')
  const start = headline ?? first - NEAR
  const alone = new Set<string>()
  for (const [at, { text, place }] of lines.entries()) {
    const isAbove = at >= from && at < to
    if (verdicts[at]?.verdict === 'body' || text.length > 120 || !(isAbove || (at >= below && at < end)))
      continue
    const labelled = forms.get(fold(LABELLED.exec(text)?.[1] ?? ''))
    if (labelled) return labelled
    const isBesideDate = [at - 1, at + 1].some((other) => hasDate(lines[other]?.text ?? ''))
    const isNear = isAbove
      ? (at > start && at <= start + NEAR) || at === first - 1 || isBesideDate
      : at < below + NEAR_BELOW
    const name = isNear && !NO_CREDIT.includes(place) && forms.get(fold(BARE.exec(text)?.[1] ?? ''))
    if (name) alone.add(name)
  }
  return alone.size === 1 ? [...alone][0] : undefined
}

function fold(text: string): string {
  let end = text.length
  while (end > 0 && '. '.includes(text.charAt(end - 1))) end--
  return text
    .slice(0, end)
    .replace(/^the\s/i, '')
    .trim()
}

const known = new WeakMap<Publisher[], Map<string, string>>()

/** Every form in which an agency is printed, and the short form that a dateline uses. */
function agencyForms(publishers: Publisher[]): Map<string, string> {
  const before = known.get(publishers)
  if (before) return before
  const forms = new Map(WORLD)
  for (const { agency: is, name, abbreviation, aliases } of publishers) {
    if (is)
      for (const form of [name, abbreviation ?? name, ...aliases]) forms.set(fold(form), abbreviation ?? name)
  }
  known.set(publishers, forms)
  return forms
}
