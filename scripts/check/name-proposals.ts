import slugify from '@sindresorhus/slugify'
import { idSchema } from '../content/fields.ts'
import { formatDocument } from '../content/front-matter.ts'
import { isNation } from '../content/nations.ts'
import { byCodePoint } from '../content/order.ts'
import type { Registry } from '../content/registry.ts'
import { foldSpace } from '../content/space.ts'
import { foldForm } from '../content/tokens.ts'
import { namesIn } from './names.ts'

/** A text that is looked through for names. `story` stands for all its copies and accounts. */
export interface Account {
  file: string
  story: string
  paragraphs: string[]
}

const STORIES = 3
const CONTEXTS = 3
const AROUND = 50

interface Found {
  text: string
  stories: Set<string>
  /** Whether it stood inside a sentence, where only a name has a capital. */
  isName: boolean
  contexts: { file: string; text: string }[]
}

/**
 * Names that the texts of at least three stories print and no topic covers, the most frequent first, each as a topic
 * file to paste: three places where it stands, and what kind of thing it seems to be.
 */
export function proposeNames(accounts: Account[], registry: Registry, known: string[], most = 12): string[] {
  const names = new Map<string, Found>()
  const skip = new Set(known.map(foldForm))
  const small = smallWords(accounts)
  for (const { file, story, paragraphs } of accounts) {
    for (const paragraph of paragraphs) {
      for (const { text, start, end, opens } of namesIn(paragraph, registry)) {
        const key = foldForm(text)
        if (skip.has(key) || small.has(key)) continue
        const found = names.get(key) ?? { text, stories: new Set(), isName: false, contexts: [] }
        if (!opens) found.isName = true
        if (!found.stories.has(story)) found.contexts.push({ file, text: around(paragraph, start, end) })
        found.stories.add(story)
        names.set(key, found)
      }
    }
  }
  return [...names.values()]
    .filter(({ stories, isName }) => isName && stories.size >= STORIES)
    .sort((a, b) => b.stories.size - a.stories.size || byCodePoint(a.text, b.text))
    .slice(0, most)
    .map(asTopicFile)
}

/** Words that the texts print in small letters too, so that a capital makes no name of them: `True`, `Yes`. */
function smallWords(accounts: Account[]): Set<string> {
  const small = new Set(['yes', 'no', 'true', 'false'])
  for (const { paragraphs } of accounts)
    for (const text of paragraphs)
      for (const word of text.match(/(?<![\p{L}'’-])\p{Ll}+(?![\p{L}'’-])/gu) ?? []) small.add(word)
  return small
}

function around(text: string, start: number, end: number): string {
  const from = text.lastIndexOf(' ', Math.max(0, start - AROUND)) + 1
  const space = text.indexOf(' ', Math.min(text.length, end + AROUND))
  const to = space < 0 ? text.length : space
  return `${from > 0 ? '… ' : ''}${foldSpace(text.slice(from, to))}${to < text.length ? ' …' : ''}`
}

function asTopicFile({ text, stories, contexts }: Found): string {
  const slug = slugify(text, { decamelize: false })
  const id = idSchema.safeParse(slug).success ? slug : `topic-${slug}`
  const notes = contexts.slice(0, CONTEXTS).map((context) => `# ${context.file}: ${context.text}`)
  const [line, ...rest] = formatDocument({
    data: { id, kind: kindOf(text, contexts), name: text },
    body: '',
  }).split('\n')
  return [`topics/${id}.md (in ${stories.size} stories)`, line, ...notes, ...rest].join('\n').trimEnd()
}

const ORGANISATION =
  /\b(?:Agency|Bank|Board|Bureau|Commission|Committee|Company|Corporation|Council|Court|Department|Group|Institute|Ministry|Office|Organi[sz]ation|Service|Team|Union)\b|^\p{Lu}{3,}$/u

/** A guess from the name and from the words around it; the editor decides. */
function kindOf(name: string, contexts: Found['contexts']): string {
  if (isNation(foldForm(name))) return 'country'
  if (ORGANISATION.test(name)) return 'organisation'
  const before = (words: string) =>
    contexts.some(({ text }) => words.split(' ').some((word) => text.includes(`${word} ${name}`)))
  if (before('in at near from to around')) return 'place'
  const says = contexts.some(({ text }) =>
    [`${name} said`, `${name}, a`, `said ${name}`].some((one) => text.includes(one)),
  )
  return says || before('Mr Ms Dr President Minister General') ? 'person' : 'topic'
}
