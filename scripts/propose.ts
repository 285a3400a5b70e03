import { runCommand } from './terminal/command.ts'
import { readOptions, UsageError } from './terminal/options.ts'
import { propose } from './workflow/propose.ts'
import { ProgramError } from './workflow/repository.ts'

const USAGE = `npm run propose -- [--base BRANCH] [--content DIR]

  --base BRANCH  branch whose sources are ingested, checked out (GITHUB_REF_NAME)
  --content DIR  folder with sources/, whose articles/ and stories/ are written (content)

Ingests on a branch of its own, pushes it and opens a pull request, or comments on the one that is open. Made for the
hosted workflow; it needs git and gh with a token.`

/**
 * Exit code 1 when a file was refused or wants an editor, so that whoever uploaded it is told; what could be done is
 * proposed all the same. Prints nothing that a text says, since the runner takes commands from what is printed.
 */
function main(): number {
  const { base = process.env.GITHUB_REF_NAME, content } = readOptions(USAGE, {
    base: { type: 'string' },
    content: { type: 'string', default: 'content' },
  })
  if (!base) throw new UsageError(`--base: name the branch\n\n${USAGE}`)
  try {
    const stepSummary = process.env.GITHUB_STEP_SUMMARY
    const { proposed, wantsEditor } = propose({ repository: '.', base, content, stepSummary })
    console.log(proposed ?? 'Nothing new to propose.')
    return wantsEditor ? 1 : 0
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error
    console.error(error.message)
    return 1
  }
}

await runCommand(main)
