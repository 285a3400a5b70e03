import { readFileSync } from 'node:fs'

/** A file as a build wrote it: what was signed, its size in bytes, when it was written (ms), its anchors. */
export type NotedFile = [signature: string, size: number, time: number, ids: string]

/** What a build wrote into its site, by path, and the frame around all pages then. */
export interface NotedFiles {
  frame: string
  files: Record<string, NotedFile>
}

/** What is noted in a file; nothing where it is not there or cannot be understood. */
export function readNoted(file: string): NotedFiles {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as NotedFiles
  } catch {
    return { frame: '', files: {} }
  }
}
