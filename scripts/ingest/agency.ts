import type { Publisher } from '../content/publisher.ts'
import type { Draft } from './draft.ts'

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

/** The agency that wrote the text, as its dateline, byline or closing credit names it. */
export function agency(draft: Draft, publishers: Publisher[]): Partial<Draft> {
  const forms = agencyForms(publishers)
  const { dateline, credit, lines, verdicts, facts, authors } = draft
  const named = [dateline?.agency, credit, ...facts.authors, ...authors].flatMap((text) =>
    text ? (forms.get(fold(text)) ?? []) : [],
  )[0]
  if (named) return { agency: named }
  for (const [at, { text }] of lines.entries()) {
    if (verdicts[at]?.verdict === 'body' || text.length > 120) continue
    const found =
      /^(?:source|via|agency|report|by)\s?:?\s+(.{2,40})$/i.exec(text)?.[1] ??
      /^\(?([\p{L} .'’-]{2,40})\)?$/u.exec(text)?.[1]
    const name = found && forms.get(fold(found))
    if (name) return { agency: name }
  }
  return {}
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
