import type { Article } from '../content/article.ts'
import type { Draft } from './draft.ts'

/**
 * Which article a source text became in an earlier run: the one that names its file, else, when a file was renamed,
 * the one with its very bytes whose own file is gone.
 */
export class SourceIndex {
  readonly #byFile = new Map<string, Article>()
  readonly #byHash = new Map<string, Article>()

  constructor(articles: Article[], drafts: Draft[]) {
    const present = new Set(drafts.map((draft) => draft.file))
    for (const article of articles) {
      if (!article.source) continue
      this.#byFile.set(article.source.file, article)
      if (!present.has(article.source.file)) this.#byHash.set(article.source.sha256, article)
    }
  }

  articleOf(draft: Draft): Article | undefined {
    return this.#byFile.get(draft.file) ?? this.#byHash.get(draft.sha256)
  }
}
