import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import Eleventy from '@11ty/eleventy'
import { loadContent } from '../content/load.ts'
import { ContentError } from '../content/problem.ts'
import { buildDigest, type Place } from './digest.ts'
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
}: BuildOptions): Promise<{ digest: Digest; pages: number }> {
  const loaded = loadContent(content)
  if (loaded.problems.length > 0) throw new ContentError(loaded.problems)
  const digest = buildDigest(loaded, place)
  const target = resolve(output)
  const fresh = `${target}.building-${process.pid}`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(dirname(target), { recursive: true })
  try {
    const pages = await renderSite(digest, fresh)
    const dead = findDeadLinks(fresh, digest.href(''))
    if (dead.length > 0) throw new ContentError(dead)
    swapIn(fresh, target)
    return { digest, pages }
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
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

/** Puts the new site where the old one is; the gap between the two renames is as short as the file system makes it. */
function swapIn(fresh: string, target: string): void {
  const old = `${target}.old-${process.pid}`
  const replaces = existsSync(target)
  if (replaces) renameSync(target, old)
  renameSync(fresh, target)
  if (replaces) rmSync(old, { recursive: true, force: true })
}
