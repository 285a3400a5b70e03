import { articleSchema } from '../content/article.ts'
import type { Content } from '../content/load.ts'
import { parseEntry } from '../content/parse-entry.ts'
import { unlessWrong } from '../content/problem.ts'
import { articlePath } from './article-file.ts'
import { type Entry, editorsWord, entryOfDraft, entryOnDisk } from './corpus.ts'
import type { Draft } from './draft.ts'
import { isRevision, SourceIndex } from './source-index.ts'
import type { Outcome } from './state/change.ts'
import type { Written } from './state/written.ts'

/** A content file and what became of it. */
export interface Handled {
  path: string
  outcome: Outcome
}

/** Drafts with the articles they became in earlier runs; the other articles stand as they are on disk. */
export function match(
  drafts: Draft[],
  { articles, unread }: Content,
  written: Written,
): { entries: Entry[]; files: Handled[] } {
  // An editor may have removed what says where an article comes from.
  const sourced = articles.map((article) =>
    article.source ? article : { ...article, source: written.sourceOf(articlePath(article.id)) },
  )
  const known = new SourceIndex(sourced, drafts)
  const files: Handled[] = []
  const entries: Entry[] = []
  const met = new Set<string>()
  const standing = new Set(articles.map(({ id }) => articlePath(id)))
  for (const draft of drafts) {
    const existing = known.take(draft)
    const before = existing
      ? undefined
      : written.ofSource(
          draft,
          (path) => standing.has(path),
          (text) => isRevision(text, draft),
        )
    if (before?.deleted) written.leaveDeleted(before.path, draft)
    if (before && (before.deleted || unread.includes(before.path))) {
      files.push({ path: before.path, outcome: before.deleted ? 'deleted and left so' : 'edited and kept' })
      continue
    }
    const isEdited = existing && written.isEdited(articlePath(existing.id), existing.file)
    entries.push(
      entryOfDraft(
        draft,
        existing,
        isEdited ? editorsWord(existing, baseOf(existing.id, written)) : undefined,
      ),
    )
    if (existing) met.add(existing.id)
  }
  for (const article of articles) if (!met.has(article.id)) entries.push(entryOnDisk(article))
  return { entries, files }
}

/** The article as the next merge starts from it; undefined where that is lost, spoilt, or no word of ingest's. */
function baseOf(id: string, written: Written) {
  const path = articlePath(id)
  const text = written.unsettledBaseOf(path)
  return text === undefined ? undefined : unlessWrong(() => parseEntry(text, path, articleSchema))
}
