import { execFileSync, spawn } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import { scratchFolder } from '../../scratch.ts'
import type { Fault } from './faults.ts'

const folder = scratchFolder()
const snapshot = join(folder, 'ingest.blob')

/**
 * Ingest as a start-up snapshot of Node's: some thousand processes are started, and each would otherwise compile
 * every module anew.
 */
export function prepare(): void {
  const script = join(folder, 'ingest.cjs')
  cpSync('scripts/ingest/body-model', join(folder, 'body-model'), { recursive: true })
  buildSync({
    entryPoints: [join(import.meta.dirname, 'ingest-once.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: script,
    logLevel: 'error',
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(script).href) },
  })
  execFileSync(process.execPath, ['--snapshot-blob', snapshot, '--build-snapshot', script])
}

export interface Ended {
  code: number | null
  signal: string | null
  /** How many operations on files it did, where it ended well. */
  operations: number
}

/** Runs ingest on a digest's folder in a process of its own. */
export function run(digest: string, fault: Fault | Record<string, never> = {}): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ['--snapshot-blob', snapshot, join(digest, 'content'), join(digest, 'sources'), JSON.stringify(fault)],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  let out = ''
  child.stdout.on('data', (bytes) => {
    out += bytes
  })
  return new Promise((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, operations: Number(out) })),
  )
}
