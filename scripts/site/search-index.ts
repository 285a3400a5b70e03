import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { close, createIndex, type IndexFile } from 'pagefind'
import type { SearchRecord } from './search-records.ts'

/** Folder of the index below the site's root; `layouts/assets/search.js` loads it from there. */
export const INDEX_FOLDER = 'pagefind'

/** Pagefind's own interfaces, which need styles in the page and are not used. */
const UNUSED = /(?:-ui\.(?:js|css)|-highlight\.js)$/

/** Fragments are bundled beyond this many, so that a digest of 10,000 pages has not as many files. */
const MOST_FRAGMENTS = 1000

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
  try {
    const { index, errors } = await createIndex({ forceLanguage: code, maxFragments: MOST_FRAGMENTS })
    if (!index) throw new Error(`the search index was not made: ${errors.join('; ')}`)
    const added = records.map(({ path, text, shown, filters }) =>
      index.addCustomRecord({
        url: path,
        // A record without a word is left out; the title says as much as nothing would.
        content: text || shown.title,
        language: code,
        meta: Object.fromEntries(Object.entries(shown).filter((entry) => entry[1] !== undefined)),
        filters,
        sort: { date: shown.date ?? '0000-00-00' },
      }),
    )
    for (const [at, { errors }] of (await Promise.all(added)).entries())
      if (errors.length > 0) throw new Error(`${records[at]?.path} was not indexed: ${errors.join('; ')}`)
    // Pagefind's own writing ends its process where it fails, and nobody is told: written here, it is an error.
    const { files, errors: failed } = await index.getFiles()
    if (failed.length > 0) throw new Error(`the search index was not made: ${failed.join('; ')}`)
    for (const { path, content } of used(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
  } finally {
    await close()
  }
}

/** What the search page asks for: not the interfaces, and one of the engines. */
function used(files: IndexFile[]): IndexFile[] {
  const others = files.some(({ path }) => /^wasm\.(?!unknown\.)/.test(path))
  return files.filter(({ path }) => !UNUSED.test(path) && !(others && path === 'wasm.unknown.pagefind'))
}
