import { join, relative } from 'node:path'
import Eleventy from '@11ty/eleventy'
import { ContentError } from '../content/problem.ts'
import { feedFiles } from './feed/documents.ts'
import { opml } from './feed/opml.ts'
import type { Links } from './output/links.ts'
import type { Manifest } from './output/manifest.ts'
import type { PageWriter } from './output/page-writer.ts'
import { INDEX_FOLDER, writeSearchIndex } from './search-index.ts'
import { searchRecords } from './search-records.ts'
import type { Digest } from './views.ts'

/** Writes every page and feed, and removes those that are no more. */
export async function writeSite(
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

/** All files and the search index at the same time; where one fails the other is waited for, since it writes to the folder. */
async function renderAll(digest: Digest, pages: PageWriter, searched: boolean): Promise<void> {
  const index = searched
    ? writeSearchIndex(searchRecords(digest), digest.site.language, join(pages.folder, INDEX_FOLDER))
    : undefined
  for (const done of await Promise.allSettled([renderFiles(digest, pages), index]))
    if (done.status === 'rejected') throw done.reason
}

/** Feeds first: they need nothing that is told of accounts, which goes on in a thread meanwhile. */
async function renderFiles(digest: Digest, pages: PageWriter): Promise<void> {
  for (const { feed, files } of feedFiles(digest)) await pages.putTogether(feed, files)
  await pages.putUnlessSame('feeds.opml', opml(digest))
  await renderPages(digest, pages)
}

async function renderPages(digest: Digest, pages: PageWriter): Promise<void> {
  const eleventy = new Eleventy('layouts/pages', relative(process.cwd(), pages.folder), {
    configPath: '.eleventy.js',
    quietMode: true,
    config: (config) => {
      // Of what is not frozen, Eleventy gives pages a proxy, and one more with every access.
      config.addGlobalData('digest', Object.freeze(digest))
      config.addGlobalData('pages', pages)
    },
  })
  await eleventy.write()
}
