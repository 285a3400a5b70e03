import { foldName, type Publisher } from '../content/publisher.ts'
import type { Draft } from './draft.ts'
import { remembering } from './line-memory.ts'

const GLUE = /^\s*[-–—|•·:]\s*|\s*[-–—|•·:]\s*$/g

/** What stands around a name in titles and in copyright lines: "© 2024 Cedar Quay Tribune. All rights reserved." */
const SEPARATOR = /\s*[|–—•·>]\s*|\s+-\s+|[©®]|\(c\)|\b(?:19|20)\d\d\b|\.\s|,?\s+all rights reserved/i
/** Lines that name others than the printer: the story itself, and the agency beside the author. */
const NO_PRINTER: Draft['verdicts'][number]['verdict'][] = ['body', 'byline', 'caption', 'comments']

/**
 * Who printed the text, by the name the registry gives it. In order: the registry's domain of the page's address, the
 * registry's name or alias on a line of its own or in the page's head, what the page calls itself, and what is glued
 * to a repetition of the headline ("… opens the harbour -Salt Post Online").
 */
export function publisher(
  { lines, verdicts, facts, title, url }: Draft,
  publishers: Publisher[],
): Partial<Draft> {
  const byDomain = url && publishers.find((one) => ownsAddress(one, url))
  if (byDomain) return { publisher: byDomain.name }
  const forms = formsOf(publishers)
  const names = facts.siteName ? [facts.siteName] : []
  const outside = lines.flatMap(({ text }, at) =>
    !NO_PRINTER.some((kind) => kind === verdicts[at]?.verdict) && text.length <= 400 ? [text] : [],
  )
  for (const text of [...names, ...outside]) {
    for (const form of formsIn(text)) {
      const name = forms.get(form)
      if (name) return { publisher: name }
    }
  }
  if (facts.siteName) return { publisher: facts.siteName }
  const glued = title ? outside.flatMap((text) => besideTitle(text, title)) : []
  return glued[0] ? { publisher: glued[0] } : {}
}

/** What a line may name its printer by: the whole of it and its parts, each without what stands before a name. */
const formsIn = remembering((text) =>
  [text, ...text.split(SEPARATOR)].flatMap((part) => [
    foldName(part),
    foldName(part.replace(/^(?:copyright|source:?)\s+/i, '')),
  ]),
)

const known = new WeakMap<Publisher[], Map<string, string>>()

/** Names by every form in which they are printed; worked out once for a registry. */
function formsOf(publishers: Publisher[]): Map<string, string> {
  const before = known.get(publishers)
  if (before) return before
  const forms = new Map(
    publishers.flatMap((one) =>
      [one.name, ...one.aliases, ...one.domains].map((form) => [foldName(form), one.name] as const),
    ),
  )
  known.set(publishers, forms)
  return forms
}

/** The name behind a headline that a line repeats with more around it. */
function besideTitle(line: string, title: string): string[] {
  const at = line.indexOf(title)
  if (at < 0) return []
  const after = line.slice(at + title.length)
  const name = after.replace(GLUE, '').trim()
  const plausible =
    /^\s*[-–—|•·]/.test(after) && /^\p{Lu}/u.test(name) && name.split(' ').length <= 5 && !/[.!?]$/.test(name)
  return plausible ? [name] : []
}

function ownsAddress({ domains }: Publisher, address: string): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname : ''
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`))
}
