import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FileHashes } from '../content/file-hashes.ts'
import { listFiles } from '../content/files.ts'
import { Pack } from '../content/pack.ts'
import { isSystemError } from '../content/problem.ts'

/** What runs over one content folder keep of their work, below a folder that may be deleted at any time. */
export interface Kept {
  /** Files of the content folder, parsed. */
  parsed: Pack
  /** Source texts, cleaned. */
  cleaned: Pack
  /** What the comparison of texts needs of each, and what became of it. */
  compared: Pack
  /** What was found of texts of which one may be a copy of another. */
  copies: Pack
  /** Articles as they would be written, by their hash. */
  written: Pack
  /** Reports of runs that found nothing to write, by all that they read. */
  settled: Pack
  /** Hashes of the files that they read. */
  hashes: FileHashes
  /** Makes the folder, so that what is much need not be held until it is saved. */
  begin(): void
  save(): void
}

const OWNER = 'content-folder'
const PACKS = ['parsed', 'cleaned', 'compared', 'copies', 'written', 'settled', 'hashes'] as const
/** Of this, runs that group no texts ask for nearly nothing. */
const SELDOM = 'compared'

/** Without a folder nothing is kept. */
export function keepBelow(cache: string | undefined, content: string): Kept {
  const version = cache === undefined ? '' : programVersion()
  const name = createHash('sha256').update(resolve(content)).digest('hex').slice(0, 16)
  const folder = cache && join(cache, name)
  const packs = Object.fromEntries(
    PACKS.map((pack) => [pack, new Pack(folder && join(folder, pack), version, undefined, pack === SELDOM)]),
  ) as Record<(typeof PACKS)[number], Pack>
  const hashes = new FileHashes(packs.hashes)
  return {
    ...packs,
    hashes,
    begin() {
      if (folder) note(folder, resolve(content))
    },
    save() {
      hashes.keep()
      for (const pack of Object.values(packs)) pack.save()
      if (folder) sweep(dirname(folder))
    },
  }
}

/** Notes whose work a folder keeps. */
function note(own: string, content: string): void {
  try {
    mkdirSync(own, { recursive: true })
    writeFileSync(join(own, OWNER), content)
  } catch (error) {
    if (!isSystemError(error)) throw error
  }
}

/** Removes what is kept of content folders that are no more. */
function sweep(cache: string): void {
  try {
    for (const name of readdirSync(cache)) {
      const owner = join(cache, name, OWNER)
      if (existsSync(owner) && !existsSync(readFileSync(owner, 'utf8')))
        rmSync(join(cache, name), { recursive: true, force: true })
    }
  } catch (error) {
    if (!isSystemError(error)) throw error
  }
}

/** Hash of everything that decides what becomes of a text, but for the text and the content folder. */
function programVersion(): string {
  const hash = createHash('sha256').update(process.versions.node)
  for (const below of ['../ingest', '../content', '../../package-lock.json']) {
    const path = fileURLToPath(new URL(below, import.meta.url))
    const files = below.endsWith('.json')
      ? [path]
      : listFiles(
          path,
          () => true,
          () => {},
        ).map((file) => join(path, file))
    for (const file of files) hash.update(`${file.slice(path.length)}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}
