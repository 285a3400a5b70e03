import { visible } from './visible.ts'

/** One thing that is wrong with the content, said so that an editor can mend it without asking. */
export interface Problem {
  /** Path of the file, relative to the folder the command was given. */
  file: string
  /** The field or place in the file; absent when the whole file is meant. */
  field?: string
  /** What stands there now, shortened for print. */
  value?: unknown
  /** What is wrong and what to write instead. */
  fix: string
}

const SHOWN = 80

function shown(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value) ?? String(value))
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

/** A problem as one line: `file: field: value: what to do`. */
export function formatProblem({ file, field, value, fix }: Problem): string {
  const parts = [file]
  if (field) parts.push(field)
  if (value !== undefined) parts.push(shown(value))
  parts.push(fix)
  return visible(parts.join(': '))
}

/** Thrown where work cannot go on; carries every problem found, not only the first. */
export class ContentError extends Error {
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.name = 'ContentError'
    this.problems = problems
  }
}

/** What comes of work on a text; undefined where the text is wrong. */
export function unlessWrong<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof ContentError) return undefined
    throw error
  }
}

/** Whether the system refused something, such as a file that is not there or a full disk. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error

/**
 * The known name nearest to a mistyped one, for "did you mean".
 * Damerau-Levenshtein distance with adjacent transpositions; nothing is offered past a third of the length.
 */
export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.floor(name.length / 3)) + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue
    const distance = editDistance(name, candidate)
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity
      const replace = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replace, swap))
    }
    before = previous
    previous = row
  }
  return previous[b.length] ?? 0
}
