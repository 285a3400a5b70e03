import { inspect } from 'node:util'
import { ContentError, formatProblem, isSystemError } from '../content/problem.ts'
import { UsageError } from './options.ts'
import { complain } from './print.ts'

/**
 * Runs a command and ends with its exit code. A reader who has seen enough, as in `npm run check | head`, stops no
 * command: its work is done all the same.
 */
export async function runCommand(main: () => number | Promise<number>): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', passOverClosedPipe)
  process.exitCode = await runUnlessWrong(main)
}

/**
 * Does a piece of work and turns what it throws into lines and an exit code: 2 for wrong usage, 1 for content or a file
 * system that is not as it should be. Only what nobody expected is printed with its stack.
 */
export async function runUnlessWrong(work: () => number | Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ContentError)
      for (const problem of error.problems) complain(`problem  ${formatProblem(problem)}`)
    else if (error instanceof UsageError) complain(error.message)
    else complain(isSystemError(error) ? `problem  ${error.path ?? ''}: ${error.message}` : inspect(error))
    return error instanceof UsageError ? 2 : 1
  }
}

function passOverClosedPipe(error: Error): void {
  if (!isSystemError(error) || error.code !== 'EPIPE') throw error
}
