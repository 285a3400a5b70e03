import { execFileSync, spawn } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import { scratchFolder } from '../../scratch.ts'

const folder = scratchFolder()
const snapshot = join(folder, 'ingest.blob')

/** Ingest as a start-up snapshot of Node's, since each process would otherwise compile every module anew. */
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
  execFileSync(process.execPath, ['--no-warnings', '--snapshot-blob', snapshot, '--build-snapshot', script])
}

/** Kills a run on a digest's folder, in a process of its own, in the middle of an operation; returns its number and its end. */
export function kill(
  digest: string,
  at: number,
  signal: NodeJS.Signals,
): Promise<{ pid: number; ended: NodeJS.Signals | null }> {
  const child = spawn(
    process.execPath,
    ['--snapshot-blob', snapshot, join(digest, 'content'), join(digest, 'sources'), String(at), signal],
    { stdio: 'ignore' },
  )
  return new Promise((resolve) => child.on('close', (_, ended) => resolve({ pid: child.pid ?? 0, ended })))
}
