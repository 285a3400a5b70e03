import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Arrival } from '../content/arrivals.ts'
import type { Content } from '../content/load.ts'
import { buildDigest, type Place } from './digest.ts'
import type { BuildMemory } from './output/build-memory.ts'
import type { LastSite } from './output/last-site.ts'
import { Links } from './output/links.ts'
import { Manifest } from './output/manifest.ts'
import type { MadeFrom, MadeSite } from './output/noted-files.ts'
import { PageWriter } from './output/page-writer.ts'
import { Signatures } from './output/signature.ts'
import { INDEX_FOLDER, keepSearchIndex } from './search-index.ts'
import { Telling } from './telling/telling.ts'
import type { Digest } from './views.ts'
import { writeSite } from './write-site.ts'

/** What is in a site beside its pages and feeds: copied, or made by another program. */
const OTHERS = ['assets', INDEX_FOLDER, 'picture.png']

/** From how many untold stories, and rendered files, on threads are begun; the site is the same with and without. */
export interface ThreadsFrom {
  stories: number
  files: number
}

/** What a site is made from. */
interface Making {
  content: Content
  place: Place
  /** Signs what every page depends on. */
  frame: string
  arrivals: Arrival[]
  /** The file of the picture. */
  picture: string | undefined
  from: MadeFrom
  memory: BuildMemory
  threadsFrom: ThreadsFrom | undefined
}

/** A site that was made. */
interface Made {
  made: MadeSite
  /** Keeps what the next build may take over; to be called when the site is in its place. */
  keep(): void
}

/** Makes the site for `target` in a folder, from the pages that the last site has of it on. */
export async function makeSite(
  { content, place, frame, arrivals, picture, from, memory, threadsFrom }: Making,
  last: LastSite,
  target: string,
  fresh: string,
): Promise<Made> {
  const laid = last.layIn(fresh, frame)
  const workedOut = memory.workedOut(frame)
  const telling = new Telling(workedOut, threadsFrom?.stories)
  try {
    const digest = buildDigest(content, { ...place, arrivals, memory: workedOut, telling })
    const manifest = new Manifest(target, `${frame} ${aroundAll(digest)}`, last.noted, await laid)
    const links = new Links(digest.href(''))
    const signatures = new Signatures(memory.signed)
    const pages = new PageWriter(fresh, links, manifest, signatures, threadsFrom?.files)
    // First, since pages may link to them.
    mkdirSync(fresh, { recursive: true })
    if (from.search === 'keep') keepSearchIndex(join(target, INDEX_FOLDER), join(fresh, INDEX_FOLDER))
    if (digest.picture && picture) copyFileSync(picture, join(fresh, digest.picture.output))
    await writeSite(digest, pages, links, manifest, from.search === 'index')
    const { stories, articles, topics } = digest
    const counts = { stories: stories.length, articles: articles.length, topics: topics.length }
    return {
      made: { counts, ...pages.counts },
      keep() {
        if (memory.signed) memory.signed = signatures.forNext()
        manifest.save(OTHERS, { from, counts })
      },
    }
  } finally {
    telling.end()
    // Nothing may be put into a folder that is removed.
    await laid.catch(() => {})
  }
}

/** What single pages show of all stories together: the span of the charts, and which publishers have a feed of which name. */
function aroundAll({ feeds, periods }: Digest): string {
  const publishers = feeds.flatMap(({ name, label, of }) => (of === 'publisher' ? [[name, label]] : []))
  return JSON.stringify([periods, publishers])
}
