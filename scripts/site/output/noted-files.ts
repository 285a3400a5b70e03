import { readFileSync } from 'node:fs'
import type { Stamp } from './stamp.ts'

/** A file as a build wrote it: what was signed, its size in bytes, when it was written (ms), its anchors. */
export type NotedFile = [signature: string, size: number, time: number, ids: string]

/** What a site is made from: a hash of all of it, and how it came by its search index. */
export interface MadeFrom {
  all: string
  search: string
}

/** What a site has, as a build tells in the end. */
interface SiteCounts {
  stories: number
  articles: number
  topics: number
}

/** What a build has made, and taken over. */
export interface MadeSite {
  counts: SiteCounts
  /** Files that were rendered, and those of the last site that would have come out the same. */
  rendered: number
  kept: number
}

/** What a build wrote into its site, and the frame around all pages then. */
export interface NotedFiles {
  frame: string
  /** Pages and feeds by path. */
  files: Record<string, NotedFile>
  /** Size in bytes, and time (ms), of what else is there: copied, or made by another program. */
  others: Record<string, Stamp>
  from: MadeFrom
  counts: SiteCounts
}

/** What is noted in a file; undefined where it is not there or cannot be understood. */
export function readNoted(file: string): NotedFiles | undefined {
  try {
    const noted = JSON.parse(readFileSync(file, 'utf8')) as Partial<NotedFiles> | null
    const { counts, files, frame, from, others } = noted ?? {}
    return typeof frame === 'string' && counts && files && from && others ? (noted as NotedFiles) : undefined
  } catch {
    return undefined
  }
}
