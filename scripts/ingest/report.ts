import { formatProblem } from '../content/problem.ts'
import type { IngestReport } from './run.ts'

const ORDER = [
  'new',
  'updated',
  'unchanged',
  'merged',
  'edited and kept',
  'in conflict',
  'deleted and left so',
] as const

/** Prints what a run did: one line for each thing that wants a look, then a table of counts. */
export function printReport({ files, refused, problems }: IngestReport): void {
  for (const problem of problems) console.error(`problem  ${formatProblem(problem)}`)
  for (const problem of refused) console.error(`refused  ${formatProblem(problem)}`)
  for (const { path, outcome } of files) if (outcome !== 'unchanged') console.log(`${outcome}  ${path}`)
  const count = (folder: string, outcome: string) =>
    files.filter((file) => file.path.startsWith(folder) && file.outcome === outcome).length
  console.log(`\n${''.padEnd(22)}articles  stories`)
  for (const outcome of ORDER) {
    console.log(
      `${outcome.padEnd(22)}${String(count('articles/', outcome)).padStart(8)}${String(count('stories/', outcome)).padStart(9)}`,
    )
  }
  console.log(`${'refused'.padEnd(22)}${String(refused.length).padStart(8)}`)
  if (problems.length > 0)
    console.log(`${'problems in content'.padEnd(22)}${String(problems.length).padStart(8)}`)
}
