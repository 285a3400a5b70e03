import { formatDocument } from '../content/front-matter.ts'
import { escapeMarkdown } from '../content/markdown.ts'
import type { Entry } from './corpus.ts'
import type { Block, Draft } from './draft.ts'

/** Where ingest puts an article or a story, and how it remembers it wherever an editor moves the file. */
export const articlePath = (id: string): string => `articles/${id}.md`
export const storyPath = (id: string): string => `stories/${id}.md`

/** The Markdown file of an article. */
export function formatArticle(entry: Entry, draft: Draft): string {
  const { id, title, titleFrom, date, dateFrom, membership } = entry
  const { publisher, agency, authors, dateline, url, lang, topics, summary, removed, file, sha256, body } =
    draft
  return formatDocument({
    data: {
      id,
      title,
      titleFrom,
      date,
      dateFrom: dateFrom && withoutAbsent(dateFrom),
      publisher,
      agency,
      authors: authors.length > 0 ? authors : undefined,
      dateline: dateline?.place,
      url,
      lang,
      topics,
      summary,
      story: membership?.story,
      source: { file, sha256 },
      removed,
      status: 'published',
    },
    body: bodyMarkdown(body),
  })
}

/** The file of a story that ingest opens: the rest is derived from its articles until an editor sets it. */
export function formatStory(id: string, title: string, lead: string): string {
  return formatDocument({ data: { id, title, lead, status: 'published' }, body: '' })
}

/** Blocks of a cleaned text as Markdown. */
export function bodyMarkdown(body: Block[]): string {
  let text = ''
  for (const [at, block] of body.entries()) {
    const listed = isBullet(block) && isBullet(body[at - 1])
    text += (at === 0 ? '' : listed ? '\n' : '\n\n') + blockMarkdown(block)
  }
  return text
}

/** What would close a heading and not be printed. */
const CLOSING = /(\s)(#+\s*)$/
const BULLET = /^[-*•·▪◦‣]\s+/
const isBullet = (block: Block | undefined): boolean => block?.kind === 'item' && !/^\d/.test(block.text)

function blockMarkdown(block: Block): string {
  const { kind, text } = block
  if (kind === 'heading') return `## ${escapeMarkdown(text).replace(CLOSING, '$1\\$2')}`
  if (kind === 'quote') return `> ${escapeMarkdown(text)}`
  return isBullet(block) ? `- ${escapeMarkdown(text.replace(BULLET, ''))}` : escapeMarkdown(text)
}

const withoutAbsent = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
