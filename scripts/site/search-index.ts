import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { close, createIndex } from 'pagefind'
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
        content: text,
        language: code,
        meta: Object.fromEntries(Object.entries(shown).filter((entry) => entry[1] !== undefined)),
        filters,
      }),
    )
    for (const [at, { errors }] of (await Promise.all(added)).entries())
      if (errors.length > 0) throw new Error(`${records[at]?.path} was not indexed: ${errors.join('; ')}`)
    const written = await index.writeFiles({ outputPath: folder })
    if (written.errors.length > 0)
      throw new Error(`the search index was not written: ${written.errors.join('; ')}`)
    dropUnused(folder)
  } finally {
    await close()
  }
}

/** Removes what the search page never asks for. */
function dropUnused(folder: string): void {
  const { languages } = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { wasm: string | null }>
  }
  const engines = Object.values(languages).map(({ wasm }) => `wasm.${wasm ?? 'unknown'}.pagefind`)
  for (const name of readdirSync(folder))
    if (UNUSED.test(name) || (name.startsWith('wasm.') && !engines.includes(name))) rmSync(join(folder, name))
}
