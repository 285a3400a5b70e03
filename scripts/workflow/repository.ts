import { spawnSync } from 'node:child_process'

/** Git, or the program of the repository's host, failed; the message is what it said, on one line. */
export class ProgramError extends Error {
  readonly status: number | null

  constructor(program: string, args: string[], status: number | null, said: string) {
    super(`${program} ${args[0]}: ${said.replace(/[\s\p{Cc}]+/gu, ' ').trim() || `exit ${status}`}`)
    this.status = status
  }
}

const SETTINGS = [
  // Whoever commits here: GitHub's own bot, whose work GitHub shows as such.
  'user.name=github-actions[bot]',
  'user.email=41898282+github-actions[bot]@users.noreply.github.com',
  // Git asks gh for the token, so that none is kept in a file.
  'credential.helper=',
  'credential.helper=!gh auth git-credential',
].flatMap((setting) => ['-c', setting])

/**
 * A checked-out repository. Programs run without a shell: names of branches and files, which others chose, are never
 * read as commands. Each call gives what the program printed.
 */
export class Repository {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  git(...args: string[]): string {
    return this.#run('git', args, SETTINGS)
  }

  /** Whether a git command that answers by its exit code says yes (0) or no (1). */
  says(...args: string[]): boolean {
    try {
      this.git(...args)
      return true
    } catch (error) {
      if (error instanceof ProgramError && error.status === 1) return false
      throw error
    }
  }

  gh(...args: string[]): string {
    return this.#run('gh', args)
  }

  #run(program: string, args: string[], settings: string[] = []): string {
    const { error, status, stdout, stderr } = spawnSync(program, [...settings, ...args], {
      cwd: this.#folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    if (error) throw new ProgramError(program, args, null, error.message)
    if (status !== 0) throw new ProgramError(program, args, status, stderr)
    return stdout.trim()
  }
}
