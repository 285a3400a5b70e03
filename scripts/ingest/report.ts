import { formatProblem } from '../content/problem.ts'
import { visible } from '../content/visible.ts'
import { complain, print } from '../terminal/print.ts'
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
export function printReport({ files, refused, problems, unseen }: IngestReport): void {
  for (const problem of problems) complain(`problem  ${formatProblem(problem)}`)
  for (const problem of refused) complain(`refused  ${formatProblem(problem)}`)
  for (const { path, outcome } of files) if (outcome !== 'unchanged') print(`${outcome}  ${visible(path)}`)
  for (const line of unseen) print(`look at  ${line}`)
  const count = (folder: string, outcome: string) =>
    files.filter((file) => file.path.startsWith(folder) && file.outcome === outcome).length
  print(`\n${''.padEnd(22)}articles  stories`)
  for (const outcome of ORDER) {
    print(
      `${outcome.padEnd(22)}${String(count('articles/', outcome)).padStart(8)}${String(count('stories/', outcome)).padStart(9)}`,
    )
  }
  print(`${'refused'.padEnd(22)}${String(refused.length).padStart(8)}`)
  if (problems.length > 0) print(`${'problems in content'.padEnd(22)}${String(problems.length).padStart(8)}`)
}
