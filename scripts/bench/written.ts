import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** Files below a folder, and their bytes. */
export function writtenIn(folder: string): { files: number; bytes: number } {
  let [files, bytes] = [0, 0]
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    files++
    bytes += statSync(join(entry.parentPath, entry.name)).size
  }
  return { files, bytes }
}

/** Bytes of the front page and its style sheets, as they are and compressed each by itself. */
export function frontPage(site: string): { plain: number; gzip: number; brotli: number } {
  const page = readFileSync(join(site, 'index.html'))
  const sheets = [...page.toString().matchAll(/<link\b[^>]*\brel="stylesheet"[^>]*\bhref="\/?([^"?]+)/g)]
  const files = [page, ...sheets.map(([, path = '']) => readFileSync(join(site, path)))]
  const sum = (size: (file: Buffer) => number) => files.reduce((total, file) => total + size(file), 0)
  return {
    plain: sum((file) => file.length),
    gzip: sum((file) => gzipSync(file, { level: 9 }).length),
    brotli: sum((file) => brotliCompressSync(file).length),
  }
}
