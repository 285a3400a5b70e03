import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inside } from '../content/files.ts'
import type { LockHeld } from '../content/lock.ts'
import { ContentError, formatProblem, isSystemError } from '../content/problem.ts'
import { readArrivals } from '../ingest/state/arrivals-file.ts'
import type { Place } from './digest.ts'
import { makeSite, type ThreadsFrom } from './make-site.ts'
import { BuildMemory } from './output/build-memory.ts'
import { frameOf } from './output/frame.ts'
import { LastSite, prepareFolder } from './output/last-site.ts'
import type { MadeSite } from './output/noted-files.ts'
import { safeTarget } from './output/target.ts'
import { alone, replaceSite } from './swap.ts'

/** The search index is made, taken over from the site that is replaced (editing must not wait for it), or left out. */
const SEARCH_OPTIONS = ['index', 'keep', 'none'] as const
type SearchOption = (typeof SEARCH_OPTIONS)[number]

export function isSearchOption(text: string): text is SearchOption {
  return (SEARCH_OPTIONS as readonly string[]).includes(text)
}

export interface BuildOptions extends Place {
  content: string
  output: string
  search?: SearchOption
  onWait?: (held: LockHeld) => void
  /** What earlier builds of the same site kept; what they left beside it where that is not at hand. */
  memory?: BuildMemory
  threadsFrom?: ThreadsFrom
}

export interface Built extends MadeSite {
  warnings: string[]
}

/**
 * Builds the whole site, or nothing: it is swapped in when every page is there and no internal link is dead. A build
 * that fails leaves the last good site as it was, and so does one from all that the last was made from. `onWait` hears of
 * another build into the same folder, which is waited for.
 */
export async function build({
  content,
  output,
  search = 'index',
  onWait = () => {},
  memory: known,
  threadsFrom,
  ...place
}: BuildOptions): Promise<Built> {
  const target = safeTarget(output, content)
  return alone(target, onWait, async () => {
    const last = new LastSite(target, threadsFrom?.files, known?.prepared)
    try {
      const memory = known ?? new BuildMemory(target)
      const loaded = memory.load(content)
      if (loaded.problems.length > 0) throw new ContentError(loaded.problems)
      const frame = frameOf(loaded, place)
      const { log: arrivals, problem } = readArrivals(content)
      const picture = loaded.picture && inside(content, loaded.picture.file)
      const pixels = picture ? hash('sha1', readFileSync(picture)) : ''
      const from = { all: hash('sha1', JSON.stringify([frame, loaded.sha256, arrivals, pixels])), search }
      const making = { content: loaded, place, frame, arrivals, picture, from, memory, threadsFrom }
      const warnings = problem ? [formatProblem(problem)] : []
      let made = await last.ifMadeFrom(from)
      if (!made) {
        const site = await replaceSite(target, (fresh) => makeSite(making, last, target, fresh))
        site.keep()
        made = site.made
      }
      memory.save()
      return { ...made, warnings }
    } finally {
      await last.end()
    }
  })
}

/**
 * Does for the next build of a site what it need not wait for then, unless another build is at work: looks at the files of
 * the site, and lays its folder out of them. What somebody alters in the site after that is mended a build later.
 */
export async function prepareNext(
  { content, output }: Pick<BuildOptions, 'content' | 'output'>,
  memory: BuildMemory,
): Promise<void> {
  const giveUp = (held: LockHeld) => {
    throw held
  }
  try {
    const target = safeTarget(output, content)
    await alone(target, giveUp, async () => {
      memory.prepared = prepareFolder(target)
    })
  } catch (error) {
    // The next build does it itself, and says what stands in the way.
    const isInTheWay = error instanceof ContentError || isSystemError(error)
    if (!isInTheWay) throw error
  }
}
