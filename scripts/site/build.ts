import { copyFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import Eleventy from '@11ty/eleventy'
import { inside } from '../content/files.ts'
import type { LockHeld } from '../content/lock.ts'
import { ContentError, formatProblem } from '../content/problem.ts'
import { readArrivals } from '../ingest/state/arrivals-file.ts'
import { buildDigest, type Place } from './digest.ts'
import { feedFiles } from './feed/documents.ts'
import { opml } from './feed/opml.ts'
import { BuildMemory } from './output/build-memory.ts'
import { frameOf } from './output/frame.ts'
import { Laying } from './output/laying.ts'
import { Links } from './output/links.ts'
import { Manifest } from './output/manifest.ts'
import { PageWriter } from './output/page-writer.ts'
import { safeTarget } from './output/target.ts'
import { INDEX_FOLDER, keepSearchIndex, writeSearchIndex } from './search-index.ts'
import { searchRecords } from './search-records.ts'
import { notesOf, replaceSite } from './swap.ts'
import { Telling } from './telling/telling.ts'
import type { Digest } from './views.ts'

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
  /** From how many untold stories, and rendered files, on threads are begun; the site is the same with and without. */
  threadsFrom?: { stories: number; files: number }
}

export interface Built {
  digest: Digest
  /** Files that were rendered, and those of the last site that would have come out the same. */
  rendered: number
  kept: number
  warnings: string[]
}

/**
 * Builds the whole site, or nothing: it is swapped in when every page is there and no internal link is dead. A build
 * that fails leaves the last good site as it was. `onWait` hears of another build into the same folder, which is
 * waited for.
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
  return replaceSite(target, onWait, async (fresh) => {
    const laying = new Laying(notesOf(target), threadsFrom?.files)
    let telling: Telling | undefined
    try {
      const memory = known ?? new BuildMemory(target)
      const loaded = memory.load(content)
      if (loaded.problems.length > 0) throw new ContentError(loaded.problems)
      const frame = frameOf(loaded, place)
      laying.begin({ fresh, site: target, isOfUse: laying.last.frame.startsWith(`${frame} `) })
      const { log: arrivals, problem } = readArrivals(content)
      const workedOut = memory.workedOut(frame)
      telling = new Telling(workedOut, threadsFrom?.stories)
      const digest = buildDigest(loaded, { ...place, arrivals, memory: workedOut, telling })
      const manifest = new Manifest(target, `${frame} ${aroundAll(digest)}`, laying.last, await laying.lost)
      const links = new Links(digest.href(''))
      const pages = new PageWriter(fresh, links, manifest, threadsFrom?.files)
      await writeSite(digest, pages, links, manifest, search === 'index')
      if (search === 'keep') keepSearchIndex(join(target, INDEX_FOLDER), join(fresh, INDEX_FOLDER))
      if (digest.picture && loaded.picture)
        copyFileSync(inside(content, loaded.picture.file), join(fresh, digest.picture.output))
      manifest.save()
      memory.save()
      return { digest, ...pages.counts, warnings: problem ? [formatProblem(problem)] : [] }
    } finally {
      telling?.end()
      await laying.end()
    }
  })
}

/** What single pages show of all stories together: the span of the charts, and which publishers have a feed of which name. */
function aroundAll({ feeds, periods }: Digest): string {
  const publishers = feeds.flatMap(({ name, label, of }) => (of === 'publisher' ? [[name, label]] : []))
  return JSON.stringify([periods, publishers])
}

/** Writes every page and feed, and removes those that are no more. */
async function writeSite(
  digest: Digest,
  pages: PageWriter,
  links: Links,
  manifest: Manifest,
  searched: boolean,
): Promise<void> {
  try {
    await renderAll(digest, pages, searched)
    await pages.finish()
  } finally {
    await pages.end()
  }
  pages.clear()
  if (!manifest.lostNothing) pages.readKept()
  const dead = links.dead(pages.folder)
  if (dead.length > 0) throw new ContentError(dead)
}

/** Pages and search index at the same time; where one fails the other is waited for, since it writes to the folder. */
async function renderAll(digest: Digest, pages: PageWriter, searched: boolean): Promise<void> {
  const index = searched
    ? writeSearchIndex(searchRecords(digest), digest.site.language, join(pages.folder, INDEX_FOLDER))
    : undefined
  for (const done of await Promise.allSettled([renderPages(digest, pages), index]))
    if (done.status === 'rejected') throw done.reason
  for (const { feed, files } of feedFiles(digest)) await pages.putTogether(feed, files)
  await pages.putUnlessSame('feeds.opml', opml(digest))
}

async function renderPages(digest: Digest, pages: PageWriter): Promise<void> {
  const eleventy = new Eleventy('layouts/pages', relative(process.cwd(), pages.folder), {
    configPath: '.eleventy.js',
    quietMode: true,
    config: (config) => {
      config.addGlobalData('digest', digest)
      config.addGlobalData('pages', pages)
    },
  })
  await eleventy.write()
}
