import { z } from 'zod'

/** What ingest wrote last into one file. */
const writtenFile = z.object({
  /** Hash of the text. */
  sha256: z.string(),
  /** Hash of the text that a run was about to write; only a run that was cut off leaves one. */
  next: z.string().optional(),
  /** Hash of what a merge was about to leave, and the base of that; only a run that was cut off leaves them. */
  merging: z.object({ sha256: z.string(), base: z.string() }).optional(),
  /** Hash of the text that an edit is in conflict with, for as long as its conflict file stands. */
  conflict: z.string().optional(),
  /** Hash of that conflict file. */
  conflictFile: z.string().optional(),
  /** The source text behind an article, and the hash of its bytes. */
  source: z.string().optional(),
  sourceSha256: z.string().optional(),
})
export type WrittenFile = z.infer<typeof writtenFile>

/** The state that tells edited files from others, by the name under which each file is remembered. */
export const writtenFiles = z.record(z.string(), writtenFile)
