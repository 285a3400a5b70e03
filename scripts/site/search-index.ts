import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { close, createIndex, type IndexFile } from 'pagefind'
import { hardLink } from '../content/hard-link.ts'
import type { SearchRecord } from './search-records.ts'

/** Folder of the index below the site's root; `layouts/assets/search.js` loads it from there. */
export const INDEX_FOLDER = 'pagefind'

/** Pagefind's own interfaces, which need styles in the page and are not used. */
const UNUSED = /(?:-ui\.(?:js|css)|-highlight\.js)$/

/** Fragments are bundled beyond this many, so that a digest of 10,000 pages has not as many files. */
const MOST_FRAGMENTS = 1000

/** Takes an index over from another folder of the same disk, if one is there, as links to its files where it has such. */
export function keepSearchIndex(from: string, to: string): void {
  if (!existsSync(from)) return
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [old, fresh] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) keepSearchIndex(old, fresh)
    else if (!hardLink(old, fresh)) copyFileSync(old, fresh)
  }
}

/**
 * Writes the index of these records, in one language, into a folder. It is the same for the same records in the same
 * order. Rejects when anything went wrong: an index that lacks a page is not one.
 *
 * The work is done by a process of its own, so that it takes a second core while pages are rendered on the first.
 */
export async function writeSearchIndex(
  records: SearchRecord[],
  language: string,
  folder: string,
): Promise<void> {
  const code = (language.split('-')[0] ?? language).toLowerCase()
  const silence = awaitSilence()
  try {
    const files = await Promise.race([indexed(records, code), silence.broken])
    for (const { path, content } of used(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
  } finally {
    silence.end()
    await close()
  }
}

/**
 * The files of the index. They are not written by Pagefind itself: where it cannot write, its process ends and nobody
 * is told.
 */
async function indexed(records: SearchRecord[], language: string): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: language, maxFragments: MOST_FRAGMENTS })
  if (!index) throw new Error(`the search index was not made: ${errors.join('; ')}`)
  const added = records.map(({ path, text, shown, filters }) =>
    index.addCustomRecord({
      url: path,
      // A record without a word is left out; the title says as much as nothing would.
      content: text || shown.title,
      language,
      meta: Object.fromEntries(Object.entries(shown).filter((entry) => entry[1] !== undefined)),
      filters,
      sort: { date: shown.date ?? '0000-00-00' },
    }),
  )
  for (const [at, { errors }] of (await Promise.all(added)).entries())
    if (errors.length > 0) throw new Error(`${records[at]?.path} was not indexed: ${errors.join('; ')}`)
  const { files, errors: failed } = await index.getFiles()
  if (failed.length > 0) throw new Error(`the search index was not made: ${failed.join('; ')}`)
  return files
}

/** Pagefind's process may end without an answer. Node then has nothing left to wait for, and says so before it ends. */
function awaitSilence(): { broken: Promise<never>; end: () => void } {
  let listener = () => {}
  const broken = new Promise<never>((_, reject) => {
    listener = () => reject(new Error('the search index was not made: Pagefind ended without an answer'))
  })
  process.once('beforeExit', listener)
  return { broken, end: () => process.off('beforeExit', listener) }
}

/** What the search page asks for: not the interfaces, and one of the engines. */
function used(files: IndexFile[]): IndexFile[] {
  const others = files.some(({ path }) => /^wasm\.(?!unknown\.)/.test(path))
  return files.filter(({ path }) => !UNUSED.test(path) && !(others && path === 'wasm.unknown.pagefind'))
}
