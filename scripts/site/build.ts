import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import Eleventy from '@11ty/eleventy'
import { loadContent } from '../content/load.ts'
import { ContentError, formatProblem } from '../content/problem.ts'
import { readArrivals } from '../ingest/state/arrivals-file.ts'
import { buildDigest, type Place } from './digest.ts'
import { feedDocuments } from './feed/documents.ts'
import { findDeadLinks } from './links.ts'
import type { Digest } from './views.ts'

export interface BuildOptions extends Place {
  content: string
  output: string
}

/**
 * Builds the whole site, or nothing: pages are written to an empty folder beside the output and swapped in when
 * every page is there and no internal link is dead. A build that fails leaves the last good site as it was.
 */
export async function build({
  content,
  output,
  ...place
}: BuildOptions): Promise<{ digest: Digest; pages: number; warnings: string[] }> {
  const loaded = loadContent(content)
  if (loaded.problems.length > 0) throw new ContentError(loaded.problems)
  const { log: arrivals, problem } = readArrivals(content)
  const digest = buildDigest(loaded, { ...place, arrivals })
  const target = safeTarget(output, content)
  const fresh = `${target}.building-${process.pid}`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(dirname(target), { recursive: true })
  unfinished.add(fresh)
  try {
    const pages = await renderSite(digest, fresh)
    writeFeeds(digest, fresh)
    const dead = findDeadLinks(fresh, digest.href(''))
    if (dead.length > 0) throw new ContentError(dead)
    swapIn(fresh, target)
    unfinished.delete(fresh)
    return { digest, pages, warnings: problem ? [formatProblem(problem)] : [] }
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** Folders of builds that failed. Eleventy goes on writing the other pages, so that they are there again afterwards. */
const unfinished = new Set<string>()
process.on('exit', () => {
  for (const folder of unfinished) rmSync(folder, { recursive: true, force: true })
})

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

/** Puts the new site where the old one is; the gap between the two renames is as short as the file system makes it. */
function swapIn(fresh: string, target: string): void {
  const old = `${target}.old-${process.pid}`
  const replaces = existsSync(target)
  if (replaces) renameSync(target, old)
  try {
    renameSync(fresh, target)
  } catch (error) {
    if (replaces) renameSync(old, target)
    throw error
  }
  if (replaces) rmSync(old, { recursive: true, force: true })
}
