import { ProgramError, type Repository } from './repository.ts'

/** A pull request as `gh pr list` tells of it. */
interface PullRequest {
  number: number
  isCrossRepository: boolean
}

/** What ingest makes of a branch's sources goes to a branch of this name before it, and from there by a pull request. */
const PREFIX = 'ingest/'

/**
 * The branch on which what ingest writes is proposed for another. While its pull request is open it is gone on with, the
 * new sources merged into it, since an editor may have corrected articles there. Otherwise it begins anew.
 */
export class Proposal {
  readonly #repository: Repository
  readonly #base: string
  readonly #branch: string
  readonly #start: string
  /** The branch as it is on the server. */
  readonly #before?: string
  /** Number of the pull request that waits to be merged. */
  readonly #waiting?: number

  constructor(repository: Repository, base: string) {
    if (base.startsWith(PREFIX))
      throw new ProgramError(
        'propose',
        [base],
        null,
        'this branch is made by ingest; name the one with the sources',
      )
    this.#repository = repository
    this.#base = base
    this.#branch = PREFIX + base
    this.#start = repository.git('rev-parse', 'HEAD')
    this.#before = fetched(repository, this.#branch)
    this.#waiting = this.#before ? waitingFor(repository, base, this.#branch) : undefined
  }

  /** Goes to the branch, so that ingest writes there. */
  begin(): void {
    const goOn = this.#waiting !== undefined && this.#before !== undefined
    this.#repository.git(
      'switch',
      '--quiet',
      '--force-create',
      this.#branch,
      goOn ? String(this.#before) : this.#start,
    )
    if (!goOn) return
    try {
      this.#repository.git('merge', '--quiet', '--no-edit', this.#start)
    } catch (error) {
      if (!(error instanceof ProgramError)) throw error
      this.#repository.git('merge', '--abort')
      const advice = `it and ${this.#base} were changed in the same places; merge or close pull request ${this.#waiting}, then run this again`
      throw new ProgramError('merge', [this.#branch], error.status, advice)
    }
  }

  /** Commits what is new below a folder and proposes it. Says where, or undefined where there is nothing new. */
  propose(folder: string, title: string, bodyFile: string): string | undefined {
    const repository = this.#repository
    repository.git('add', '--all', '--', folder)
    if (!repository.says('diff', '--cached', '--quiet')) repository.git('commit', '--quiet', '-m', title)
    const head = repository.git('rev-parse', 'HEAD')
    if (head === this.#before || head === this.#start) return undefined
    const lease = `--force-with-lease=${this.#branch}:${this.#before ?? ''}`
    repository.git('push', '--quiet', lease, 'origin', `HEAD:refs/heads/${this.#branch}`)
    const body = `--body-file=${bodyFile}`
    return this.#waiting === undefined
      ? repository.gh(
          'pr',
          'create',
          `--base=${this.#base}`,
          `--head=${this.#branch}`,
          `--title=${title}`,
          body,
        )
      : repository.gh('pr', 'comment', String(this.#waiting), body)
  }
}

/** The commit of a branch on the server, fetched; undefined where there is no such branch. */
function fetched(repository: Repository, branch: string): string | undefined {
  if (!repository.git('ls-remote', '--heads', 'origin', `refs/heads/${branch}`)) return undefined
  repository.git('fetch', '--quiet', 'origin', `+refs/heads/${branch}:refs/remotes/origin/${branch}`)
  return repository.git('rev-parse', `refs/remotes/origin/${branch}`)
}

/** The open pull request from a branch of this repository; one from a fork's branch of the same name is none of ours. */
function waitingFor(repository: Repository, base: string, branch: string): number | undefined {
  const fields = '--json=number,isCrossRepository'
  const list = repository.gh('pr', 'list', `--base=${base}`, `--head=${branch}`, '--state=open', fields)
  return (JSON.parse(list) as PullRequest[]).find(({ isCrossRepository }) => !isCrossRepository)?.number
}
