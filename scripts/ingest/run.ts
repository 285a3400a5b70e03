import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { inside, listFiles } from '../content/files.ts'
import { type Content, loadContent } from '../content/load.ts'
import { takeLock } from '../content/lock.ts'
import { byCodePoint } from '../content/order.ts'
import { ContentError, type Problem } from '../content/problem.ts'
import { checkRegistry } from '../content/references.ts'
import { compileRegistry } from '../content/registry.ts'
import { unseenLines } from '../content/unseen.ts'
import { sizeOf } from './account.ts'
import { type Arrival, arrivalsOf } from './arrival.ts'
import { logArrivals } from './arrivals.ts'
import { articlePath, formatArticle, formatStory, storyPath } from './article-file.ts'
import { compare, type Entry } from './corpus.ts'
import { type Draft, emptyDraft, Refusal, withoutText } from './draft.ts'
import { eventsOf, mergedStories } from './event.ts'
import { explain } from './explain.ts'
import { type Handled, match } from './match.ts'
import { clean, type Knowledge } from './pipeline.ts'
import { RepeatedLines, repeatedLinesSchema } from './repeated-lines.ts'
import type { Outcome, Wanted } from './state/change.ts'
import { clearDrafts, LOCK, readState, writeState } from './state/state-file.ts'
import { Written } from './state/written.ts'

export interface IngestOptions {
  sources: string
  content: string
  dryRun?: boolean
  /** Also say of each new article why it is in its story. */
  explainArrivals?: boolean
  /** Called after each text is cleaned. */
  onText?: (done: number, total: number) => void
}

/** What a run did. */
export interface IngestReport {
  /** Outcome of every article and story file that a source text stands behind. */
  files: Handled[]
  /** Sources that could not become articles. */
  refused: Problem[]
  /** What is wrong with the content folder itself. */
  problems: Problem[]
  /** What the articles written now hold that nobody sees: a line for each field. */
  unseen: string[]
  /** The new articles, where they were asked for. */
  arrivals: Arrival[]
}

const REPEATED = 'repeated-lines.json'
const MEGABYTE = 1_000_000
/** No report is as long, and no machine should have to hold a disk image as a text. */
const LARGEST = 50 * MEGABYTE
const SOURCE = /\.(?:txt|text|html?|xhtml)$/i

/**
 * Source texts in, articles and stories out. One text that is refused never stops the others. Only one run at a time
 * writes into a content folder; a dry run writes nothing and waits for nobody.
 */
export function ingest(options: IngestOptions): IngestReport {
  if (options.dryRun) return run(options, () => {})
  const lock = takeLock(options.content, LOCK, 'ingest')
  try {
    clearDrafts(options.content)
    const report = run(options, lock.touch)
    lock.touch()
    return { ...report, problems: [...report.problems, ...logArrivals(options.content)] }
  } finally {
    clearDrafts(options.content)
    lock.release()
  }
}

function run(
  { sources, content, dryRun, explainArrivals, onText }: IngestOptions,
  onWork: () => void,
): IngestReport {
  const loaded = loadContent(content)
  stopOnWrongRegistry(loaded)
  const written = new Written(content)
  const repeated = new RepeatedLines(readState(content, REPEATED, repeatedLinesSchema))
  const knowledge: Knowledge = {
    registry: compileRegistry(loaded.topics),
    publishers: loaded.publishers,
    repeated,
  }
  const { drafts, refused } = cleanAll(sources, knowledge, (done, total) => {
    onWork()
    onText?.(done, total)
  })

  const { entries, files } = match(drafts, loaded, written)
  const compared = compare(entries, loaded.stories, loaded.publishers)
  files.push(...putAll(compared, written, loaded))
  const unseen = unseenIn(compared, files)
  if (!dryRun) {
    const saved = new Set(written.save(onWork))
    for (const file of files) if (saved.has(file.path)) file.outcome = 'edited and kept'
    writeState(content, REPEATED, repeated.entries())
  }
  const arrivals = explainArrivals ? arrivalsOf(compared, loaded) : []
  return { files, refused, problems: loaded.problems, unseen, arrivals }
}

/** Topics that contradict each other would tag every text wrongly. While one cannot be read, none can be told to. */
function stopOnWrongRegistry({ topics, unread }: Content): void {
  const problems = checkRegistry(topics)
  if (problems.length > 0 && !unread.some((file) => file.startsWith('topics/')))
    throw new ContentError(problems)
}

/** The bytes of a source text. */
function readSource(path: string): Buffer {
  if (statSync(path).size > LARGEST)
    throw new Refusal(
      'text',
      undefined,
      `more than ${LARGEST / MEGABYTE} MB; put each article into a file of its own`,
    )
  return readFileSync(path)
}

/** What becomes of one source text, line by line, with all that is known of its publisher. */
export function explainSource(file: string, content: string): string {
  const { topics, publishers } = loadContent(content)
  const repeated = new RepeatedLines(readState(content, REPEATED, repeatedLinesSchema))
  try {
    const draft = emptyDraft(file, readSource(file), '')
    return explain(clean(draft, { registry: compileRegistry(topics), publishers, repeated }))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new ContentError([{ file, field: error.field, value: error.value, fix: error.message }])
  }
}

function cleanAll(
  folder: string,
  knowledge: Knowledge,
  onText?: IngestOptions['onText'],
): { drafts: Draft[]; refused: Problem[] } {
  const refused: Problem[] = []
  const refuse = (file: string, error: unknown) => {
    if (error instanceof Refusal)
      refused.push({ file, field: error.field, value: error.value, fix: error.message })
    else if (error instanceof Error && 'syscall' in error)
      refused.push({ file, fix: `cannot be read (${error.message})` })
    else throw error
  }
  const all = listFiles(
    folder,
    () => true,
    (file, fix) => refused.push({ file, fix }),
  )
  const paths = all.filter((path) => SOURCE.test(path))
  for (const path of all) {
    if (!SOURCE.test(path)) refused.push({ file: path, fix: 'not a .txt or .html file; rename or remove it' })
  }
  const firstLook = { ...knowledge, repeated: new RepeatedLines() }
  const read = (file: string, known: Knowledge): Draft[] => {
    try {
      const bytes = readSource(inside(folder, file))
      const draft = emptyDraft(file, bytes, createHash('sha256').update(bytes).digest('hex'))
      return [withoutText(clean(draft, known))]
    } catch (error) {
      refuse(file, error)
      return []
    }
  }
  const drafts = paths.flatMap((file, at) => {
    onText?.(at, paths.length)
    return read(file, firstLook)
  })
  onText?.(paths.length, paths.length)
  for (const draft of drafts) knowledge.repeated.add(draft)
  return {
    drafts: drafts.flatMap((draft) =>
      knowledge.repeated.touches(draft) ? read(draft.file, knowledge) : [draft],
    ),
    refused,
  }
}

/**
 * Stories before articles: an article never names a story whose file is not there yet. While a story file cannot be
 * read no story is opened, since it may be the one; while a topic or the publishers cannot, no article is rewritten. Of
 * two files with one id neither is.
 */
function putAll(entries: Entry[], written: Written, { stories, unread }: Content): Handled[] {
  const files: Handled[] = []
  const put = (wanted: Wanted) => files.push({ path: wanted.at ?? wanted.path, outcome: written.put(wanted) })
  const isUnread = (beginning: string) => unread.some((file) => file.startsWith(beginning))
  const opensStories = !isUnread('stories/')
  const knowsLess = isUnread('topics/') || isUnread('publishers.yaml')
  const speakers = speakersOf(entries, mergedStories(eventsOf(stories)))
  for (const { membership, title, id, draft } of entries) {
    if (membership?.opens && draft && opensStories)
      put({ path: storyPath(membership.story), text: formatStory(membership.story, title, id) })
  }
  for (const { id, lead, file } of stories) {
    const speaker = speakers(id, lead)
    if (lead && speaker && written.has(storyPath(id)) && !unread.includes(file))
      put({ path: storyPath(id), at: file, text: formatStory(id, speaker.title, speaker.id) })
  }
  for (const entry of entries) {
    const { draft, existing, membership } = entry
    if (!draft || (existing && (knowsLess || unread.includes(existing.file)))) continue
    const settled = membership?.opens && !opensStories ? { ...entry, membership: undefined } : entry
    put({
      path: articlePath(entry.id),
      at: existing?.file,
      text: formatArticle(settled, draft),
      source: draft,
      revised: existing?.source?.sha256 !== draft.sha256,
    })
  }
  return files
}

const WRITTEN = new Set<Outcome>(['new', 'updated', 'merged'])

function unseenIn(entries: Entry[], files: Handled[]): string[] {
  const written = new Set(files.flatMap(({ path, outcome }) => (WRITTEN.has(outcome) ? [path] : [])))
  return entries.flatMap(({ id, existing, draft, title }) => {
    const path = existing?.file ?? articlePath(id)
    if (!draft || !written.has(path)) return []
    const { publisher, agency, authors, dateline, body } = draft
    const text = body.map((block) => block.text).join('\n')
    return unseenLines(path, { title, publisher, agency, authors, dateline: dateline?.place, body: text })
  })
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
