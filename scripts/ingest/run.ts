import type { Met } from '../content/entries.ts'
import { FileHashes } from '../content/file-hashes.ts'
import { type Content, loadContent } from '../content/load.ts'
import { takeLock } from '../content/lock.ts'
import { ContentError, type Problem } from '../content/problem.ts'
import { checkRegistry } from '../content/references.ts'
import { compileRegistry } from '../content/registry.ts'
import { logArrivals } from './arrivals.ts'
import { Cleaner } from './cleaner.ts'
import { decide } from './decide.ts'
import { emptyDraft, Refusal } from './draft.ts'
import { explain } from './explain.ts'
import { Foresight, keepReport, keyOfRun } from './foresight.ts'
import { type Kept, keepBelow } from './kept.ts'
import type { Handled } from './match.ts'
import type { NewArticle } from './new-article.ts'
import { clean } from './pipeline.ts'
import { ReadingAhead } from './reading-ahead.ts'
import { RepeatedLines, repeatedLinesSchema } from './repeated-lines.ts'
import { readKeys } from './settled.ts'
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
  /** Texts cleaned before threads are begun, where many are left; the result is the same with threads and without. */
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

/** A run, but where it is known already that the very same was read and nothing is to be written, and what is said of it. */
function runUnlessSettled(options: IngestOptions, onWork: () => void): IngestReport {
  const kept = keepBelow(options.cache, options.content)
  if (options.cache === undefined) return run(options, kept, onWork)
  kept.begin()
  const { sources, content } = options
  kept.hashes.look()
  const before = readKeys(sources, content, kept.hashes)
  const key = keyOfRun(options, before)
  const settled = kept.settled.get(key)
  const report = settled
    ? (JSON.parse(settled.toString()) as IngestReport)
    : run(options, kept, onWork, new Foresight(options, kept, before))
  if (!settled && report.work.filesWritten === 0) {
    kept.hashes.look()
    if (keyOfRun(options, readKeys(sources, content, kept.hashes)) === key) keepReport(kept, key, report)
  }
  kept.save()
  return report
}

function run(
  { sources, content, dryRun, explainNew, cleanAlone, onText }: IngestOptions,
  kept: Kept,
  onWork: () => void,
  foresight?: Foresight,
): IngestReport {
  const met: Met = new Map()
  const loaded = loadContent(content, kept.parsed, kept.hashes, met)
  stopOnWrongRegistry(loaded)
  const written = new Written(content, kept.hashes)
  const repeated = new RepeatedLines(readState(content, REPEATED, repeatedLinesSchema))
  const cleaner = new Cleaner(loaded, repeated, kept, cleanAlone)
  const { drafts, refused } = cleanAll(sources, cleaner, kept.hashes, (done, total) => {
    onWork()
    onText?.(done, total)
  })

  const ahead = new ReadingAhead(kept.parsed, cleaner.hadThreads && !dryRun)
  try {
    const decided = decide(drafts, loaded, written, kept, explainNew, (file, text) => ahead.add(file, text))
    const problems = [...loaded.problems]
    if (!dryRun) {
      // A run that did little is done again sooner than it is foreseen.
      const isMuch = 2 * cleaner.work.cleaned > drafts.length
      if (isMuch) foresight?.look()
      const saved = new Set(written.save(onWork))
      for (const file of decided.files) if (saved.has(file.path)) file.outcome = 'edited and kept'
      writeState(content, REPEATED, repeated.entries())
      ahead.finish()
      const isForeseen = isMuch && written.filesWritten > 0
      if (isForeseen) foresight?.list()
      const after = written.filesWritten === 0 ? loaded : loadContent(content, kept.parsed, kept.hashes, met)
      const arrivals = logArrivals(content, after, kept)
      problems.push(...arrivals.problems)
      if (isForeseen && arrivals.isSettled) foresight?.keep(drafts, refused, loaded, after, arrivals.problems)
    }
    const work = { ...cleaner.work, filesWritten: written.filesWritten }
    return { ...decided, refused, problems, work }
  } finally {
    ahead.end()
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
