import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { editorSummary } from '../ingest/editor-summary.ts'
import { ingest } from '../ingest/run.ts'
import { Proposal } from './proposal.ts'
import { Repository } from './repository.ts'

export interface ProposeOptions {
  /** The checked-out repository. */
  repository: string
  /** Branch whose sources are ingested; it is checked out. */
  base: string
  /** Content folder, relative to the repository. */
  content: string
  /** File to which the summary is appended for whoever looks at the run. */
  stepSummary?: string
}

/** Ingests on a branch of its own and opens a pull request, or comments on the one that is open. */
export function propose({ repository, base, content, stepSummary }: ProposeOptions): {
  /** Address of the pull request or comment; undefined where there was nothing new. */
  proposed?: string
  /** Whether a file was refused, is wrong or in conflict. */
  wantsEditor: boolean
} {
  const proposal = new Proposal(new Repository(repository), base)
  proposal.begin()
  const folder = join(repository, content)
  const report = ingest({
    sources: join(folder, 'sources'),
    content: folder,
    explainNew: true,
  })
  const { newArticles, files, problems, refused } = report
  const summary = editorSummary(report)
  if (stepSummary) appendFileSync(stepSummary, summary)
  const scratch = mkdtempSync(join(tmpdir(), 'propose-'))
  try {
    const body = join(scratch, 'summary.md')
    writeFileSync(body, summary)
    return {
      proposed: proposal.propose(content, titleFor(newArticles.length), body),
      wantsEditor:
        refused.length + problems.length > 0 || files.some(({ outcome }) => outcome === 'in conflict'),
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function titleFor(articles: number): string {
  if (articles === 0) return 'Ingest changed sources'
  return `Ingest ${articles} new ${articles === 1 ? 'article' : 'articles'}`
}
