import { readFileSync, statSync } from 'node:fs'
import { inside, listFiles } from '../content/files.ts'
import { type Content, loadContent } from '../content/load.ts'
import { takeLock } from '../content/lock.ts'
import { byCodePoint } from '../content/order.ts'
import { type Pack, packKey } from '../content/pack.ts'
import { ContentError, type Problem } from '../content/problem.ts'
import { checkRegistry } from '../content/references.ts'
import { compileRegistry } from '../content/registry.ts'
import { unseenLines } from '../content/unseen.ts'
import { sizeOf } from './account.ts'
import { logArrivals } from './arrivals.ts'
import { articlePath, formatArticle, formatStory, storyPath } from './article-file.ts'
import { Cleaner } from './cleaner.ts'
import { compare, type Entry, entryOfDraft, entryOnDisk } from './corpus.ts'
import { type Draft, emptyDraft, Refusal } from './draft.ts'
import { eventsOf, mergedStories } from './event.ts'
import { explain } from './explain.ts'
import { type Kept, keepBelow } from './kept.ts'
import { type NewArticle, newArticlesOf } from './new-article.ts'
import { clean } from './pipeline.ts'
import { RepeatedLines, repeatedLinesSchema } from './repeated-lines.ts'
import { settledKey, stateKey } from './settled.ts'
import { SourceIndex } from './source-index.ts'
import { hash } from './state/bases.ts'
import { clearDrafts, LOCK, readState, writeState } from './state/state-file.ts'
import { type Outcome, type Wanted, Written } from './state/written.ts'

export interface IngestOptions {
  sources: string
  content: string
  dryRun?: boolean
  /** Also say of each new article why it is in its story. */
  explainNew?: boolean
  /** Folder in which runs keep what the next ones need not do again; the result is the same without. */
  cache?: string
  /** Texts cleaned before threads are begun, where many are left; the result is the same with and without. */
  cleanAlone?: number
  /** Called after each text is cleaned. */
  onText?: (done: number, total: number) => void
}

/** What a run did. */
export interface IngestReport {
  /** Outcome of every article and story file that a source text stands behind. */
  files: { path: string; outcome: Outcome }[]
  /** Sources that could not become articles. */
  refused: Problem[]
  /** What is wrong with the content folder itself. */
  problems: Problem[]
  /** What the articles written now hold that nobody sees: a line for each field. */
  unseen: string[]
  /** The new articles, where they were asked for. */
  newArticles: NewArticle[]
  /** What it did for that. */
  work: Work
}

/** Counts that explain how long a run took. */
interface Work {
  /** Texts taken through the pipeline, and those taken again since others of their publisher print the same lines. */
  cleaned: number
  cleanedAgain: number
  /** Files written into the content folder, merge bases and conflicts included. */
  filesWritten: number
}

const NO_WORK: Work = { cleaned: 0, cleanedAgain: 0, filesWritten: 0 }
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
  if (options.dryRun) return run(options, keepBelow(options.cache, options.content), () => {})
  const lock = takeLock(options.content, LOCK, 'ingest')
  try {
    clearDrafts(options.content)
    return runUnlessSettled(options, lock.touch)
  } finally {
    clearDrafts(options.content)
    lock.release()
  }
}

/** A run, but where one has read the very same already and found nothing to write: what that one said holds. */
function runUnlessSettled(options: IngestOptions, onWork: () => void): IngestReport {
  const { cache, sources, content, explainNew } = options
  const kept = keepBelow(cache, content)
  const key = cache === undefined ? '' : packKey(settledKey(sources, content), String(explainNew === true))
  const settled = kept.settled.get(key)
  const state = stateKey(content)
  const report = settled ? (JSON.parse(settled.toString()) as IngestReport) : run(options, kept, onWork)
  if (!settled && report.work.filesWritten === 0 && stateKey(content) === state)
    kept.settled.put(key, Buffer.from(JSON.stringify({ ...report, work: NO_WORK })))
  kept.save()
  return report
}

function run(
  { sources, content, dryRun, explainNew, cleanAlone, onText }: IngestOptions,
  kept: Kept,
  onWork: () => void,
): IngestReport {
  const loaded = loadContent(content, kept.parsed)
  stopOnWrongRegistry(loaded)
  const written = new Written(content)
  const repeated = new RepeatedLines(readState(content, REPEATED, repeatedLinesSchema))
  const cleaner = new Cleaner(loaded, repeated, kept, cleanAlone)
  const { drafts, refused } = cleanAll(sources, cleaner, (done, total) => {
    onWork()
    onText?.(done, total)
  })

  const { entries, files } = match(drafts, loaded, written)
  const compared = compare(entries, loaded.stories, loaded.publishers, kept.compared)
  files.push(...putAll(compared, written, loaded, kept.written))
  const unseen = unseenIn(compared, files)
  const problems = [...loaded.problems]
  if (!dryRun) {
    written.save(onWork)
    writeState(content, REPEATED, repeated.entries())
    problems.push(...logArrivals(content, kept, written.filesWritten === 0 ? loaded : undefined))
  }
  const newArticles = explainNew ? newArticlesOf(compared, loaded) : []
  return {
    files,
    refused,
    problems,
    unseen,
    newArticles,
    work: { ...cleaner.work, filesWritten: written.filesWritten },
  }
}

/** Topics that contradict each other would tag every text wrongly. While one cannot be read, none can be told to. */
function stopOnWrongRegistry({ topics, unread }: Content): void {
  const problems = checkRegistry(topics)
  if (problems.length > 0 && !unread.some((file) => file.startsWith('topics/')))
    throw new ContentError(problems)
}

/** Drafts with the articles they became in earlier runs; the other articles stand as they are on disk. */
function match(
  drafts: Draft[],
  { articles, unread }: Content,
  written: Written,
): { entries: Entry[]; files: IngestReport['files'] } {
  // An editor may have removed what says where an article comes from.
  const sourced = articles.map((article) => ({
    ...article,
    source: article.source ?? written.sourceOf(articlePath(article.id)),
  }))
  const known = new SourceIndex(sourced, drafts)
  const files: IngestReport['files'] = []
  const entries: Entry[] = []
  const met = new Set<string>()
  for (const draft of drafts) {
    const existing = known.take(draft)
    const before = existing ? undefined : written.ofSource(draft)
    if (before?.deleted) written.leaveDeleted(before.path, draft)
    if (before && (before.deleted || unread.includes(before.path))) {
      files.push({ path: before.path, outcome: before.deleted ? 'deleted and left so' : 'edited and kept' })
      continue
    }
    const isEdited = existing && written.isEdited(articlePath(existing.id), existing.file)
    entries.push(entryOfDraft(draft, existing, isEdited ? existing : undefined))
    if (existing) met.add(existing.id)
  }
  for (const article of articles) if (!met.has(article.id)) entries.push(entryOnDisk(article))
  return { entries, files }
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
  cleaner: Cleaner,
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
  const read = (file: string) => readSource(inside(folder, file))
  const drafts = cleaner.firstLooks(paths, read, refuse, (done) => onText?.(done, paths.length))
  onText?.(paths.length, paths.length)
  const { repeated } = cleaner.knowledge
  for (const draft of drafts) repeated.add(draft)
  return {
    drafts: drafts.flatMap((draft) => {
      if (!repeated.touches(draft)) return [draft]
      try {
        return [cleaner.secondLook(draft, read(draft.file))]
      } catch (error) {
        refuse(draft.file, error)
        return []
      }
    }),
    refused,
  }
}

/**
 * Stories before articles: an article never names a story whose file is not there yet. While a story file cannot be
 * read no story is opened, since it may be the one; while a topic or the publishers cannot, no article is rewritten. Of
 * two files with one id neither is.
 */
function putAll(
  entries: Entry[],
  written: Written,
  { stories, unread }: Content,
  formatted: Pack,
): IngestReport['files'] {
  const files: IngestReport['files'] = []
  const put = (wanted: Omit<Wanted, 'sha256' | 'text'>, work: () => string, ...from: unknown[]) => {
    let made: string | undefined
    const text = () => {
      made ??= work()
      return made
    }
    const key = () => packKey(wanted.path, JSON.stringify(from))
    const sha256 = from.length > 0 ? formatted.remember(key(), () => hash(text())) : hash(text())
    files.push({ path: wanted.at ?? wanted.path, outcome: written.put({ ...wanted, text, sha256 }) })
  }
  const isUnread = (beginning: string) => unread.some((file) => file.startsWith(beginning))
  const opensStories = !isUnread('stories/')
  const knowsLess = isUnread('topics/') || isUnread('publishers.yaml')
  const speakers = speakersOf(entries, mergedStories(eventsOf(stories)))
  for (const { membership, title, id, draft } of entries) {
    if (membership?.opens && draft && opensStories)
      put({ path: storyPath(membership.story) }, () => formatStory(membership.story, title, id))
  }
  for (const { id, lead, file } of stories) {
    const speaker = speakers(id, lead)
    if (lead && speaker && written.has(storyPath(id)) && !unread.includes(file))
      put(
        { path: storyPath(id), at: file },
        () => formatStory(id, speaker.title, speaker.id),
        speaker.title,
        speaker.id,
      )
  }
  for (const entry of entries) {
    const { draft, existing, membership } = entry
    if (!draft || (existing && (knowsLess || unread.includes(existing.file)))) continue
    const settled = membership?.opens && !opensStories ? { ...entry, membership: undefined } : entry
    const { id, title, titleFrom, date, dateFrom, membership: joined } = settled
    put(
      {
        path: articlePath(id),
        at: existing?.file,
        source: draft,
        revised: existing?.source?.sha256 !== draft.sha256,
      },
      () => formatArticle(settled, draft),
      [id, title, titleFrom, date, dateFrom, joined?.story, draft],
    )
  }
  return files
}

const WRITTEN = new Set<Outcome>(['new', 'updated', 'merged'])

function unseenIn(entries: Entry[], files: IngestReport['files']): string[] {
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
