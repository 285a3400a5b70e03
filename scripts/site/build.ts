import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
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
import { replaceSite } from './swap.ts'
import type { Digest } from './views.ts'

export interface BuildOptions extends Place {
  content: string
  output: string
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
  onWait = () => {},
  ...place
}: BuildOptions): Promise<{ digest: Digest; pages: number; warnings: string[] }> {
  const target = safeTarget(output, content)
  return replaceSite(target, onWait, async (fresh) => {
    const loaded = loadContent(content)
    if (loaded.problems.length > 0) throw new ContentError(loaded.problems)
    const { log: arrivals, problem } = readArrivals(content)
    const digest = buildDigest(loaded, { ...place, arrivals })
    const pages = await renderSite(digest, fresh)
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
