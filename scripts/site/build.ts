import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import Eleventy from '@11ty/eleventy'
import { inside } from '../content/files.ts'
import { loadContent } from '../content/load.ts'
import type { LockHeld } from '../content/lock.ts'
import { ContentError, formatProblem } from '../content/problem.ts'
import { readArrivals } from '../ingest/state/arrivals-file.ts'
import { buildDigest, type Place } from './digest.ts'
import { feedDocuments } from './feed/documents.ts'
import { findDeadLinks } from './links.ts'
import { INDEX_FOLDER, writeSearchIndex } from './search-index.ts'
import { searchRecords } from './search-records.ts'
import { replaceSite } from './swap.ts'
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
  ...place
}: BuildOptions): Promise<{ digest: Digest; pages: number; warnings: string[] }> {
  const target = safeTarget(output, content)
  return replaceSite(target, onWait, async (fresh) => {
    const loaded = loadContent(content)
    if (loaded.problems.length > 0) throw new ContentError(loaded.problems)
    const { log: arrivals, problem } = readArrivals(content)
    const digest = buildDigest(loaded, { ...place, arrivals })
    const pages = await writeSite(digest, fresh, search === 'index')
    if (search === 'keep') takeOverIndex(target, fresh)
    writeFeeds(digest, fresh)
    if (digest.picture && loaded.picture)
      copyFileSync(inside(content, loaded.picture.file), join(fresh, digest.picture.output))
    const dead = findDeadLinks(fresh, digest.href(''))
    if (dead.length > 0) throw new ContentError(dead)
    return { digest, pages, warnings: problem ? [formatProblem(problem)] : [] }
  })
}

/** What a folder holds that this build wrote, or nothing: no other folder is ever replaced. */
const MARKS = ['index.html', 'sitemap.xml', 'feed.xml']

/** Where the site goes. Refuses every folder that replacing would cost somebody something. */
function safeTarget(output: string, content: string): string {
  const refuse = (fix: string): never => {
    throw new ContentError([{ file: output || '(empty)', field: '--output', fix }])
  }
  if (output.trim() === '') refuse('name a folder, such as _site')
  const target = resolve(output)
  for (const kept of [process.cwd(), content, 'layouts', 'scripts', 'test'].map((path) => resolve(path))) {
    const above = kept === target || kept.startsWith(target + sep)
    const within = kept !== process.cwd() && target.startsWith(kept + sep)
    if (above || within)
      refuse(
        `the site would replace or lie inside ${relative(process.cwd(), kept) || 'the project'}; name a folder of its own`,
      )
  }
  const entries = existsSync(target) ? readdirSync(target) : []
  if (entries.length > 0 && !MARKS.every((name) => entries.includes(name)))
    refuse('the folder holds something that is no site built here; name another or empty it')
  return target
}

/** Pages and search index at the same time; where one fails the other is waited for, since it writes to the folder. */
async function writeSite(digest: Digest, folder: string, searched: boolean): Promise<number> {
  const index = searched
    ? writeSearchIndex(searchRecords(digest), digest.site.language, join(folder, INDEX_FOLDER))
    : undefined
  const [pages, indexed] = await Promise.allSettled([renderSite(digest, folder), index])
  if (pages.status === 'rejected') throw pages.reason
  if (indexed.status === 'rejected') throw indexed.reason
  return pages.value
}

function takeOverIndex(target: string, fresh: string): void {
  const index = join(target, INDEX_FOLDER)
  if (existsSync(index)) cpSync(index, join(fresh, INDEX_FOLDER), { recursive: true })
}

async function renderSite(digest: Digest, folder: string): Promise<number> {
  const eleventy = new Eleventy('layouts/pages', relative(process.cwd(), folder), {
    configPath: '.eleventy.js',
    quietMode: true,
    config: (config) => config.addGlobalData('digest', digest),
  })
  const [, pages] = (await eleventy.write()) ?? [[], []]
  return pages.length
}

/** Feeds are data and no templates; thousands of them are written in the time that Eleventy takes for a hundred. */
function writeFeeds(digest: Digest, folder: string): void {
  const known = new Set<string>()
  for (const { output, text } of feedDocuments(digest)) {
    const path = join(folder, output)
    if (!known.has(dirname(path))) mkdirSync(dirname(path), { recursive: true })
    known.add(dirname(path))
    writeFileSync(path, text)
  }
}
