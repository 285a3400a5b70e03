import { FileHashes } from '../content/file-hashes.ts'
import { type Content, loadContent } from '../content/load.ts'
import { takeLock } from '../content/lock.ts'
import { packKey } from '../content/pack.ts'
import { ContentError, type Problem } from '../content/problem.ts'
import { checkRegistry } from '../content/references.ts'
import { compileRegistry } from '../content/registry.ts'
import { logArrivals } from './arrivals.ts'
import { Cleaner } from './cleaner.ts'
import { compare } from './corpus.ts'
import { emptyDraft, Refusal } from './draft.ts'
import { explain } from './explain.ts'
import { type Kept, keepBelow } from './kept.ts'
import { type Handled, match } from './match.ts'
import { type NewArticle, newArticlesOf } from './new-article.ts'
import { clean } from './pipeline.ts'
import { putAll, unseenIn } from './put.ts'
import { RepeatedLines, repeatedLinesSchema } from './repeated-lines.ts'
import { settledKey, stateKey } from './settled.ts'
import { cleanAll, readSource } from './source-folder.ts'
import { clearDrafts, LOCK, readState, writeState } from './state/state-file.ts'
import { Written } from './state/written.ts'

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
  files: Handled[]
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
  const key =
    cache === undefined ? '' : packKey(settledKey(sources, content, kept.hashes), String(explainNew === true))
  const settled = kept.settled.get(key)
  const state = stateKey(content, kept.hashes)
  const report = settled ? (JSON.parse(settled.toString()) as IngestReport) : run(options, kept, onWork)
  if (!settled && report.work.filesWritten === 0 && stateKey(content, kept.hashes) === state)
    kept.settled.put(key, Buffer.from(JSON.stringify({ ...report, work: NO_WORK })))
  kept.save()
  return report
}

function run(
  { sources, content, dryRun, explainNew, cleanAlone, onText }: IngestOptions,
  kept: Kept,
  onWork: () => void,
): IngestReport {
  const loaded = loadContent(content, kept.parsed, kept.hashes)
  stopOnWrongRegistry(loaded)
  const written = new Written(content, kept.hashes)
  const repeated = new RepeatedLines(readState(content, REPEATED, repeatedLinesSchema))
  const cleaner = new Cleaner(loaded, repeated, kept, cleanAlone)
  const { drafts, refused } = cleanAll(sources, cleaner, kept.hashes, (done, total) => {
    onWork()
    onText?.(done, total)
  })

  const { entries, files } = match(drafts, loaded, written)
  const compared = compare(entries, loaded.stories, loaded.publishers, kept.compared)
  files.push(...putAll(compared, written, loaded, kept.written))
  const unseen = unseenIn(compared, files)
  const problems = [...loaded.problems]
  if (!dryRun) {
    const saved = new Set(written.save(onWork))
    for (const file of files) if (saved.has(file.path)) file.outcome = 'edited and kept'
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

/** What becomes of one source text, line by line, with all that is known of its publisher. */
export function explainSource(file: string, content: string): string {
  const { topics, publishers } = loadContent(content)
  const repeated = new RepeatedLines(readState(content, REPEATED, repeatedLinesSchema))
  try {
    const draft = emptyDraft(file, readSource(file, new FileHashes()).bytes, '')
    return explain(clean(draft, { registry: compileRegistry(topics), publishers, repeated }))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new ContentError([{ file, field: error.field, value: error.value, fix: error.message }])
  }
}
