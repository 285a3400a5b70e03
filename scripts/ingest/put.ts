import { parseDocument } from '../content/front-matter.ts'
import type { Content } from '../content/load.ts'
import { byCodePoint } from '../content/order.ts'
import { type Pack, packKey } from '../content/pack.ts'
import { unlessWrong } from '../content/problem.ts'
import type { Story } from '../content/story.ts'
import { unseenLines } from '../content/unseen.ts'
import { sizeOf } from './account.ts'
import { articlePath, formatArticle, formatStory, storyPath } from './article-file.ts'
import { type Entry, told } from './corpus.ts'
import type { Draft } from './draft.ts'
import { eventsOf, mergedStories } from './event.ts'
import { hashOfDraft } from './kept-draft.ts'
import type { IngestReport } from './run.ts'
import { hash } from './state/bases.ts'
import type { Outcome, Wanted } from './state/change.ts'
import type { Written } from './state/written.ts'

/**
 * Stories before articles: an article never names a story whose file is not there yet. While a story file cannot be
 * read no story is opened, since it may be the one; while a topic or the publishers cannot, no article is rewritten. Of
 * two files with one id neither is. `unseen` says what the articles to be written hold that nobody sees; `onText` is told
 * of every text that will be written as it is.
 */
export function putAll(
  entries: Entry[],
  written: Written,
  { stories, unread }: Content,
  formatted: Pack,
  onText: (file: string, text: string) => void = () => {},
): Pick<IngestReport, 'files' | 'unseen'> {
  const files: IngestReport['files'] = []
  const unseen: string[] = []
  const put = (wanted: Omit<Wanted, 'sha256' | 'text'>, work: () => string, ...from: unknown[]): Outcome => {
    let made: string | undefined
    const text = () => {
      made ??= work()
      return made
    }
    const key = () => packKey(wanted.path, JSON.stringify(from))
    const sha256 = from.length > 0 ? formatted.remember(key(), () => hash(text())) : hash(text())
    const outcome = written.put({ ...wanted, text, sha256 })
    const file = wanted.at ?? wanted.path
    files.push({ path: file, outcome })
    if (AS_IT_IS.has(outcome)) onText(file, text())
    return outcome
  }
  const isUnread = (beginning: string) => unread.some((file) => file.startsWith(beginning))
  const opensStories = !isUnread('stories/')
  const knowsLess = isUnread('topics/') || isUnread('publishers.yaml')
  const speakers = speakersOf(entries, mergedStories(eventsOf(stories)))
  const standing = new Set(stories.map((story) => story.id))
  for (const entry of entries) {
    const { membership, id, draft } = entry
    if (membership?.opens && draft && opensStories && !standing.has(membership.story))
      put({ path: storyPath(membership.story) }, () => formatStory(membership.story, told(entry).title, id))
  }
  for (const story of stories) {
    const { id, lead, file } = story
    const speaker = speakers(id, lead)
    if (!lead || !speaker || !written.has(storyPath(id)) || unread.includes(file)) continue
    const title = headlineOf(story, told(speaker).title, written)
    put({ path: storyPath(id), at: file }, () => formatStory(id, title, speaker.id), title, speaker.id)
  }
  for (const entry of entries) {
    const { draft, existing, membership } = entry
    if (!draft || (existing && (knowsLess || unread.includes(existing.file)))) continue
    const isThere =
      membership === undefined ||
      opensStories ||
      standing.has(membership.story) ||
      existing?.story === membership.story
    const settled = isThere ? entry : { ...entry, membership: undefined }
    const { id, title, titleFrom, date, dateFrom, membership: joined } = settled
    const outcome = put(
      {
        path: articlePath(id),
        at: existing?.file,
        source: draft,
        revised: existing?.source?.sha256 !== draft.sha256,
      },
      () => formatArticle(settled, draft),
      [id, title, titleFrom, date, dateFrom, joined?.story, hashOfDraft(draft)],
    )
    // Now that the whole of it is at hand.
    if (WRITTEN.has(outcome))
      for (const line of unseenIn(existing?.file ?? articlePath(id), title, draft)) unseen.push(line)
  }
  return { files, unseen }
}

const AS_IT_IS = new Set<Outcome>(['new', 'updated'])
const WRITTEN = new Set<Outcome>([...AS_IT_IS, 'merged'])

/** What an article holds that nobody sees: a line for each field. */
function unseenIn(
  path: string,
  title: string,
  { publisher, agency, authors, dateline, body }: Draft,
): string[] {
  const text = body.map((block) => block.text).join('\n')
  return unseenLines(path, { title, publisher, agency, authors, dateline: dateline?.place, body: text })
}

/**
 * The title that a story's file is to have: the headline of who speaks for it, but where an editor gave it one of its own,
 * the one that was written last, since a headline that changes elsewhere is then no reason to ask the editor again.
 */
function headlineOf({ id, title }: Story, headline: string, written: Written): string {
  if (title === headline) return headline
  const last = titleIn(written.baseOf(storyPath(id)))
  return last === undefined || last === title ? headline : last
}

/** The title in a file that ingest wrote; undefined where the file is lost or spoilt. */
function titleIn(text: string | undefined): string | undefined {
  const title = text && unlessWrong(() => parseDocument(text, '').data.title)
  return typeof title === 'string' ? title : undefined
}

/** Whose headline a story has: its lead's while that is in it, else its fullest account's. */
function speakersOf(
  entries: Entry[],
  current: (story: string) => string,
): (story: string, lead?: string) => Entry | undefined {
  const members = new Map<string, Entry[]>()
  for (const entry of entries) {
    const story = current(entry.membership?.story ?? '')
    members.set(story, members.get(story) ?? [])
    members.get(story)?.push(entry)
  }
  for (const those of members.values()) those.sort((a, b) => sizeOf(b) - sizeOf(a) || byCodePoint(a.id, b.id))
  return (story, lead) => {
    const those = members.get(story)
    return those?.find(({ id }) => id === lead) ?? those?.[0]
  }
}
