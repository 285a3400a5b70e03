import { type Arrival, logSchema } from '../../content/arrivals.ts'
import { writeAtomic } from '../../content/batch.ts'
import { ContentError, type Problem } from '../../content/problem.ts'
import { DRAFTS, readState, readText, STATE_FOLDER } from './state-file.ts'

const NAME = 'arrivals.json'
const PATH = `${STATE_FOLDER}/${NAME}`
const FIX =
  'not the log of arrivals that ingest wrote, so feeds are ordered by date; restore it from git, or remove it to begin anew'

/** The log of arrivals of a content folder, empty before the first run. One that cannot be read is a problem. */
export function readArrivals(content: string): { log: Arrival[]; problem?: Problem } {
  const problem = { file: PATH, fix: FIX }
  try {
    return { log: readState(content, NAME, logSchema) ?? [] }
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return { log: [], problem }
  }
}

/** Writes the log, one event a line; does nothing where it says so already. */
export function writeArrivals(content: string, log: Arrival[]): void {
  const text = `[\n${log.map((arrival) => `  ${JSON.stringify(arrival)}`).join(',\n')}\n]\n`
  if (readText(content, PATH) !== text) writeAtomic(content, PATH, text, DRAFTS)
}
