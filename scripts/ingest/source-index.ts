import type { Article } from '../content/article.ts'
import { plainBlocks } from '../content/markdown.ts'
import { containment, shingles } from '../content/shingles.ts'
import type { Draft } from './draft.ts'

/** A text that shares less than this with what its file held before is another text under the same name. */
const REVISION = 0.3

/**
 * Which article a source text became in an earlier run: the one that names its file and its bytes; else the one that
 * names its file, if the text is a revision of it; else, when a file was renamed, the one with its very bytes whose
 * own file is gone. No article is given twice.
 */
export class SourceIndex {
  readonly #byFile = new Map<string, Article[]>()
  readonly #byHash = new Map<string, Article[]>()
  readonly #given = new Set<string>()

  constructor(articles: Article[], drafts: Draft[]) {
    const present = new Set(drafts.map((draft) => draft.file))
    for (const article of articles) {
      if (!article.source) continue
      const { file, sha256 } = article.source
      this.#byFile.set(file, [...(this.#byFile.get(file) ?? []), article])
      if (!present.has(file)) this.#byHash.set(sha256, [...(this.#byHash.get(sha256) ?? []), article])
    }
  }

  take(draft: Draft): Article | undefined {
    const isFree = ({ id }: Article) => !this.#given.has(id)
    const named = (this.#byFile.get(draft.file) ?? []).filter(isFree)
    const found =
      named.find((article) => article.source?.sha256 === draft.sha256) ??
      named.find((article) => isRevision(article.body, draft)) ??
      this.#byHash.get(draft.sha256)?.find(isFree)
    if (found) this.#given.add(found.id)
    return found
  }
}

/** Whether a text is a later or earlier state of what an article says. */
export function isRevision(article: string, { body }: Draft): boolean {
  const [before, now] = [plainBlocks(article), body.map((block) => block.text)].map((texts) =>
    shingles(texts.join('\n')),
  )
  if (!before || !now) return false
  return Math.max(containment(before, now), containment(now, before)) >= REVISION
}
